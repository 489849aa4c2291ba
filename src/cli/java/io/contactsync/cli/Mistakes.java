package io.contactsync.cli;

import io.contactsync.core.Printable;
import io.contactsync.problem.NearMiss;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What is wrong with a command line, in one sentence of ours: what was found, what is meant perhaps, and what to type
 * next.
 */
final class Mistakes {

    private static final String DASH = "-";

    private Mistakes() {
    }

    /** The sentence, with the help that tells more. */
    static String sentence(ParameterException wrong) {
        CommandSpec spec = wrong.getCommandLine().getCommandSpec();
        String what = wrong instanceof UnmatchedArgumentException unmatched ? unmatched(unmatched, spec)
                : wrong instanceof MissingParameterException missing && !missing.getMissing().isEmpty()
                        ? missing(missing)
                        : wrong instanceof OverwrittenOptionException twice
                                ? name(twice.getOverwritten()) + " may be given once only"
                : wrong.getArgSpec() != null && wrong.getValue() != null ? value(wrong.getArgSpec(), wrong.getValue())
                                        : spec.commandLine().getSubcommands().isEmpty()
                                                || !wrong.getMessage().startsWith("Missing required subcommand")
                                                        ? wrong.getMessage()
                : "'" + spec.qualifiedName() + "' needs a command: " + String.join(", ", names(spec));
        return Printable.line(what) + " - see '" + spec.qualifiedName() + " --help'";
    }

    /** @throws ParameterException if an option stands before the command it is meant for */
    static void requireNoOption(ParseResult parsed) {
        CommandSpec below = parsed.subcommand().commandSpec();
        for (OptionSpec option : parsed.matchedOptions()) {
            boolean known = below.findOption(option.longestName()) != null;
            throw new ParameterException(known ? below.commandLine() : parsed.commandSpec().commandLine(),
                    option.longestName()
                    + (known ? " must stand behind '" : " does not go with '") + below.qualifiedName() + "'");
        }
    }

    private static String unmatched(UnmatchedArgumentException unmatched, CommandSpec spec) {
        String word = unmatched.getUnmatched().get(0);
        String where = "'" + spec.qualifiedName() + "'";
        if (word.startsWith(DASH)) {
            String option = word.split("=", 2)[0];
            return where + " has no option '" + option + "'" + NearMiss.question(option, options(spec));
        }
        if (!names(spec).isEmpty()) {
            return where + " has no command '" + word + "'" + NearMiss.question(word, names(spec));
        }
        return where + " takes no word '" + word + "'"
                + (options(spec).contains("--" + word) ? " - did you mean '--" + word + "'?" : "");
    }

    private static String missing(MissingParameterException missing) {
        List<ArgSpec> all = missing.getMissing();
        ArgSpec first = all.get(0);
        String names = all.stream().map(Mistakes::written).collect(Collectors.joining(", "));
        boolean valueOnly = first.isOption() && missing.getMessage().startsWith("Missing required parameter");
        return valueOnly ? name(first) + " needs a value: " + written(first)
                : "'" + missing.getCommandLine().getCommandSpec().qualifiedName() + "' needs " + names;
    }

    private static String value(ArgSpec argument, String value) {
        Class<?> type = argument.type();
        String allowed = type.isEnum()
                ? "one of " + Arrays.stream(type.getEnumConstants())
                        .map(each -> each.toString().toLowerCase(java.util.Locale.ROOT)
                .replace('_', '-')).collect(Collectors.joining(", "))
                : type == int.class || type == Integer.class || type == long.class || type == Long.class
                        ? "a whole number"
                        : argument.paramLabel();
        return name(argument) + " must be " + allowed + " - was '" + value + "'";
    }

    private static String written(ArgSpec argument) {
        return argument.isOption() ? name(argument) + " " + argument.paramLabel() : argument.paramLabel();
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    private static Collection<String> options(CommandSpec spec) {
        return spec.options().stream().filter(option -> !option.hidden())
                .flatMap(option -> Arrays.stream(option.names()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Collection<String> names(CommandSpec spec) {
        return spec.subcommands().entrySet().stream()
                .filter(entry -> !entry.getValue().getCommandSpec().usageMessage().hidden())
                .map(java.util.Map.Entry::getKey).collect(Collectors.toCollection(TreeSet::new));
    }
}
