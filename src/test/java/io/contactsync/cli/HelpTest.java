package io.contactsync.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/**
 * The help helps: each command says what it does, shows two examples that are right, and wrong words are answered in
 * ours.
 */
class HelpTest {

    private record Said(int exit, String out, String err) {
    }

    private static CommandLine root() {
        return ContactSync.commandLine(new PrintStream(new ByteArrayOutputStream()));
    }

    private static synchronized Said run(String... words) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        ByteArrayOutputStream wrong = new ByteArrayOutputStream();
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(wrong, true, StandardCharsets.UTF_8));
        try {
            int exit = ContactSync.run(words);
            return new Said(exit, said.toString(StandardCharsets.UTF_8), wrong.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    private static void collect(CommandLine command, Map<String, CommandLine> all) {
        command.getSubcommands().values().forEach(below -> {
            all.put(below.getCommandSpec().qualifiedName(" ").replaceFirst("^contact-sync ", ""), below);
            collect(below, all);
        });
    }

    private static Stream<String> commands() {
        Map<String, CommandLine> all = new TreeMap<>();
        collect(root(), all);
        return all.keySet().stream();
    }

    @Test
    void everyCommandOfTheProgramIsLookedAt() {
        assertThat(commands()).contains("sync", "check", "state forget", "help", "completion").hasSizeGreaterThan(10);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void aCommandHasASentenceAndTwoExamplesThatAreRight(String name) {
        String[] words = name.split(" ");
        CommandLine command = root();
        for (String word : words) {
            command = command.getSubcommands().get(word);
        }
        assertThat(command.getCommandSpec().usageMessage().description()[0]).matches("[A-Z].*\\.");
        List<String> examples = examples(command);
        assertThat(examples).as("the examples of " + name).hasSizeGreaterThan(1).doesNotHaveDuplicates();
        for (String line : examples) {
            assertThat(line).startsWith("contact-sync " + words[0]);
            root().parseArgs(words(line)); // throws if an option or a word is not known
        }
    }

    private static List<String> examples(CommandLine command) {
        return Stream.of(command.getCommandSpec().usageMessage().footer())
                .map(line -> line.strip().replaceFirst(" {2,}.*", ""))
                .filter(line -> line.startsWith("contact-sync ")).toList();
    }

    /** As a shell takes a line apart, quotes included. */
    private static String[] words(String line) {
        String behind = line.substring("contact-sync ".length()).replaceFirst(" (>|\\||&&) .*", "");
        return Pattern.compile("\"[^\"]*\"|'[^']*'|\\S+").matcher(behind).results()
                .map(word -> word.group().replaceAll("^[\"']|[\"']$", ""))
                .toArray(String[]::new);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void theHelpFitsATerminalAndShowsItsExamples(String name) {
        List<String> words = new ArrayList<>(List.of(name.split(" ")));
        words.add("--help");
        Said said = run(words.toArray(String[]::new));
        assertThat(said.exit()).isZero();
        assertThat(said.err()).isEmpty();
        assertThat(said.out()).contains("Usage: contact-sync " + name).contains("Examples:");
        assertThat(said.out().lines()).allMatch(line -> line.length() <= 80);
        words.remove("--help");
        words.add(0, "help");
        if (!name.equals("help")) {
            assertThat(run(words.toArray(String[]::new)).out()).isEqualTo(said.out());
        }
    }

    @Test
    void commandsStandInGroups() {
        Said said = run("--help");
        assertThat(said.out()).contains("Try it:", "Set it up:", "Run it:", "Decide:", "Help:")
                .doesNotContain("Others:");
        assertThat(said.out().lines()).allMatch(line -> line.length() <= 80);
        assertThat(root().getSubcommands()).containsOnlyKeys(CommandGroups.known());
        assertThat(run("help").out()).isEqualTo(said.out());
        assertThat(run("--version").out()).matches("contact-sync \\d+\\.\\d+\\.\\d+\\R");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
        "snyc|'contact-sync' has no command 'snyc' - did you mean 'sync'? - see 'contact-sync --help'",
        "xyzzy|'contact-sync' has no command 'xyzzy' - see 'contact-sync --help'",
            "state shwo|'contact-sync state' has no command 'shwo' - did you mean 'show'? - see 'contact-sync state "
                    + "--help'",
        "help snyc|'contact-sync' has no command 'snyc' - did you mean 'sync'? - see 'contact-sync --help'",
            "sync --dry-rnu|'contact-sync sync' has no option '--dry-rnu' - did you mean '--dry-run'? - see "
                    + "'contact-sync sync --help'",
        "sync --colour=blue|'contact-sync sync' has no option '--colour' - see 'contact-sync sync --help'",
            "sync dry-run|'contact-sync sync' takes no word 'dry-run' - did you mean '--dry-run'? - see 'contact-sync "
                    + "sync --help'",
        "sync now|'contact-sync sync' takes no word 'now' - see 'contact-sync sync --help'",
        "sync --approve|--approve needs a value: --approve <id> - see 'contact-sync sync --help'",
        "adopt|say what to take over: --instance, or the marks of a former tool (--category, --folder, --pattern)",
        "adopt --category x --remove-ambiguous|--remove-ambiguous goes with --remove-rest",
        "duplicates|say by what the contacts of the former tool are told: --category, --folder or --pattern",
        "duplicates --pattern birthday=x|a pattern must name one of displayName",
        "state forget|'contact-sync state forget' needs <source> - see 'contact-sync state forget --help'",
        "sandbox --port x|--port must be a whole number - was 'x' - see 'contact-sync sandbox --help'",
        "completion fish|<shell> must be one of bash, zsh - was 'fish' - see 'contact-sync completion --help'",
        "sync --config a --config b|--config may be given once only - see 'contact-sync sync --help'",
            "plan --set sync.data=x show|--set must stand behind 'contact-sync plan show' - see 'contact-sync plan "
                    + "show --help'",
            "plan --config x show|--config must stand behind 'contact-sync plan show' - see 'contact-sync plan show "
                    + "--help'",
        "plan --json show|--json must stand behind 'contact-sync plan show' - see 'contact-sync plan show --help'",
        "plan --approve 9009 show|--approve does not go with 'contact-sync plan show' - see 'contact-sync plan --help'",
            "holds --set sync.data=x show 9009|--set must stand behind 'contact-sync holds show' - see 'contact-sync "
                    + "holds show --help'",
        "sync --set x|--set must be <key>=<value>: there is no '=' after a key - see 'contact-sync sync --help'",
        "check --config none.properties|the configuration 'none.properties' does not exist: here is",
        "check --config config|the configuration 'config' is not a file: name the file with --config",
        "sync --set sync.dta=x|the key 'sync.dta' is not used by any route - did you mean 'sync.data'?",
        "sync|graph.tenant-id is not set: 'contact-sync init' asks for it, or try 'contact-sync sandbox'",
    })
    void aMistakeIsOneSentence(String line, String sentence) {
        Said said = run(line.split(" "));
        assertThat(said.exit()).isEqualTo(2);
        assertThat(said.out()).isEmpty();
        assertThat(said.err().lines()).hasSize(1);
        assertThat(said.err()).startsWith("contact-sync: ").contains(sentence);
    }

    @Test
    void noWordAtAllIsAMistakeToo() {
        Said said = run();
        assertThat(said.exit()).isEqualTo(2);
        assertThat(said.err()).contains("'contact-sync' needs a command: adopt, ").contains("--help");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"contact-sync sy|sync", "contact-sync sync --dry|--dry-run",
            "contact-sync state fo|forget"})
    void bashCompletes(String typed, String completed, @TempDir Path folder) throws Exception {
        Assumptions.assumeTrue(
                Stream.of("/bin/bash", "/usr/bin/bash").anyMatch(path -> Files.isExecutable(Path.of(path))),
                "there is no bash here");
        Path script = Files.writeString(folder.resolve("completion"), run("completion", "bash").out());
        String ask = "source " + script + "; COMP_WORDS=(" + typed
                + "); COMP_CWORD=$((${#COMP_WORDS[@]}-1)); COMP_LINE='" + typed
                + "'; _complete_contact-sync; echo \"${COMPREPLY[@]}\"";
        Process bash = new ProcessBuilder("bash", "--norc", "-c", ask).redirectErrorStream(true).start();
        bash.getOutputStream().close();
        String answer = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(bash.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(answer.strip().split("\\s+")).contains(completed);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"1.8.0_392|is Java 8, which is too old", "11.0.2|is Java 11, which is too old",
            "16|is Java 16, which is too old", "none|there is no Java at"})
    void anOldJavaIsNamedByTheStartScript(String version, String sentence, @TempDir Path folder) throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "there is no sh here");
        Path bin = Files.createDirectories(folder.resolve("jdk/bin"));
        if (!version.equals("none")) {
            Path java = Files.writeString(bin.resolve("java"),
                    "#!/bin/sh\necho 'openjdk version \"" + version + "\" 2020-01-01' >&2\n");
            assertThat(java.toFile().setExecutable(true)).isTrue();
        }
        ProcessBuilder start =
                new ProcessBuilder("/bin/sh", "src/dist/bin/contact-sync", "--version").redirectErrorStream(true);
        start.environment().put("JAVA_HOME", bin.getParent().toString());
        Process started = start.start();
        String said = new String(started.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(started.waitFor()).isEqualTo(2);
        assertThat(said.lines()).singleElement().asString().startsWith("contact-sync: ").contains(sentence)
                .contains("17 or newer");
    }
}
