package io.contactsync.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Commands that screens and sentences tell people to type: each must be one, and what only shows must show it. */
public final class PrintedCommands {

    private static final Pattern PRINTED = Pattern.compile("(?<![\\w/-])(?<!^# )contact-sync (?=[a-z])(?!probe')");
    /** Where a command ends within a line: columns, sentences, and the quote that it began with. */
    private static final Pattern END = Pattern.compile(
            " {2,}| \u2192| \u00b7|[;,:)] |\\)[,.;:]|[;:.)]$| -> | && | > | # |\"[,}\\]]");
    private static final Pattern QUOTED = Pattern.compile("(?<= )(\"[^\"]*\"|'[^']*')");
    private static final Pattern WORD = Pattern.compile("\"[^\"]*\"|'[^']*'|\\S+");
    /** With these the sentence goes on. */
    private static final Set<String> PROSE = Set.of("shows", "says", "until", "tells", "to", "for", "and", "or", "if",
            "once", "before", "after", "then", "first", "when", "with", "restores", "restored", "lists", "names", "is",
            "it", "on", "reads", "tries", "makes", "would", "as", "goes", "(it", "again");
    private static final Set<String> OF_A_FORMER_TOOL = Set.of("adopt", "duplicates");
    private static final List<String> MARKS = List.of("--category", "--folder", "--pattern", "--instance");

    private PrintedCommands() {
    }

    /** All in a text, each as its words. */
    public static List<List<String>> in(String text) {
        List<List<String>> found = new ArrayList<>();
        text.lines().forEach(line -> PRINTED.matcher(line).results().forEach(begin -> {
            boolean quoted = begin.start() > 0 && line.charAt(begin.start() - 1) == '\'';
            String rest = line.substring(begin.end());
            int end = quoted ? rest.indexOf('\'') : -1;
            found.add(end > 0 ? words(rest.substring(0, end), Set.of()) : words(rest, PROSE));
        }));
        return found;
    }

    /** As a shell takes them apart, as far as the command goes. */
    private static List<String> words(String rest, Set<String> ends) {
        var end = END.matcher(QUOTED.matcher(rest).replaceAll(each -> "x".repeat(each.group().length())));
        String command = end.find() ? rest.substring(0, end.start()) : rest;
        List<String> words = new ArrayList<>();
        for (String word : WORD.matcher(command).results().map(each -> each.group()).toList()) {
            if (ends.contains(word)) {
                break;
            }
            words.add(word.replaceAll("^[\"']|[\"']$", ""));
        }
        return words;
    }

    /** Each is a command of this program with all that it needs. */
    public static void parse(String text) {
        for (List<String> words : in(text)) {
            try {
                ParseResult parsed = commandLine().parseArgs(words.toArray(String[]::new));
                boolean former = parsed.hasSubcommand()
                        && OF_A_FORMER_TOOL.contains(parsed.subcommand().commandSpec().name());
                boolean marked = words.size() == 1 && words.get(0).equals("adopt")
                        || words.stream().anyMatch(MARKS::contains);
                assertThat(!former || marked).as("'contact-sync " + String.join(" ", words) + "' says of what tool, in "
                        + text).isTrue();
            } catch (ParameterException wrong) {
                throw new AssertionError("'contact-sync " + String.join(" ", words) + "' is no command ("
                        + wrong.getMessage() + "), in: " + text, wrong);
            }
        }
    }

    /**
     * Each is a command, and what only shows something shows it.
     *
     * @param arguments of the command line that said so: what it was set to, they are set to
     * @param run runs a command line
     */
    static void check(String text, String[] arguments, Function<String[], SyncBench.Result> run) {
        parse(text);
        for (List<String> show : shows(text)) {
            List<String> same = new ArrayList<>(show);
            for (int place = 0; place + 1 < arguments.length; place++) {
                if (arguments[place].equals("--set")) {
                    same.addAll(List.of("--set", arguments[place + 1]));
                }
            }
            SyncBench.Result shown = run.apply(same.toArray(String[]::new));
            assertThat(shown.exit()).as("contact-sync " + String.join(" ", show) + ": " + shown.err()).isZero();
        }
    }

    /** Those that only show a stored plan, complete with what they are about. */
    static List<List<String>> shows(String text) {
        return in(text).stream().filter(words -> words.size() > 2 && words.subList(0, 2).equals(List.of("plan", "show"))
                && words.stream().noneMatch(each -> each.startsWith("<"))).distinct().toList();
    }

    private static CommandLine commandLine() {
        return ContactSync.commandLine(new PrintStream(new ByteArrayOutputStream()));
    }
}
