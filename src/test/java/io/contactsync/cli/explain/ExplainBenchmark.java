package io.contactsync.cli.explain;

import io.contactsync.cli.ContactSync;
import io.contactsync.cli.sandbox.SandboxAccess;
import io.contactsync.core.ContactKey;
import io.contactsync.journal.Grammar;
import io.contactsync.journal.Journal;
import io.contactsync.journal.JournalEntry;
import io.contactsync.journal.Reading;
import io.contactsync.journal.Readings;
import io.contactsync.journal.SourceMemory;
import io.contactsync.sandbox.Sandbox;
import io.contactsync.sandbox.SandboxOptions;
import io.contactsync.sandbox.store.User;
import io.contactsync.sandbox.store.UserAttribute;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * How long {@code explain} takes where much has happened: 90 days of journals of 3,000 mailboxes, the first of them
 * with a million and a half creates,
 * are made in a folder of their own, asked by a process of their own, and removed. It prints seconds and processor time
 * of each question, the start of
 * the Java machine included:
 *
 * <pre>
 * mvn -q test-compile exec:exec -Dexec.executable=java -Dexec.classpathScope=test \
 *   -Dexec.args="-cp %classpath io.contactsync.cli.explain.ExplainBenchmark --mailboxes 3000 --contacts 500 --days 90"
 * </pre>
 */
@Command(name = "explain-benchmark", mixinStandardHelpOptions = true)
public final class ExplainBenchmark implements Callable<Integer> {

    private static final List<String> JAVA = List.of("-Xmx512m", "-XX:TieredStopAtLevel=1", "-XX:+UseParallelGC");

    private static final int LONGEST = 150;

    @Option(names = "--mailboxes", defaultValue = "3000")
    private int mailboxes;
    @Option(names = "--contacts", defaultValue = "500")
    private int contacts;
    @Option(names = "--days", defaultValue = "90")
    private int days;

    private final Instant now = Instant.now();

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new ExplainBenchmark()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        Path data = Files.createTempDirectory("explain-benchmark");
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withMailboxes(mailboxes))) {
            List<User> people = sandbox.tenant().users().stream().filter(user -> user.accountEnabled()
                    && user.licensed() && user.member()).limit(contacts).toList();
            List<String> boxes = List.copyOf(sandbox.tenant().mailboxes()).stream().limit(mailboxes).toList();
            write(data, people, boxes);
            Map<String, String> settings = new SandboxAccess(sandbox.address()).synchronisation();
            settings.put("sync.data", data.toString());
            settings.put("sync.sources", "graph-users");
            String who = people.get(contacts / 2).id();
            String box = boxes.get(boxes.size() / 2);
            for (String offline : List.of("", "--offline")) {
                time("a person and a mailbox", settings, who, box, offline);
                time("a person alone", settings, who, offline);
                time("a mailbox alone", settings, "--mailbox", box, offline);
            }
        } finally {
            remove(data);
        }
        return 0;
    }

    private void write(Path data, List<User> people, List<String> boxes) {
        List<ContactKey> keys = people.stream().map(user -> new ContactKey("graph-users", user.id())).toList();
        long began = System.nanoTime();
        for (int day = 0; day < days; day++) {
            Instant at = now.minus(Duration.ofDays(days - day));
            String run = "day-%04d".formatted(day);
            try (Journal journal = Journal.begin(data, data.resolve("runs").resolve(run),
                    Clock.fixed(at, ZoneOffset.UTC))) {
                head(journal, run, at);
                for (String box : boxes) {
                    journal.write(lines(box, day == 0 ? keys : List.of()), false);
                }
                journal.write(JournalEntry.of(Grammar.RUN_END).with("run", run).with("exit", 0));
            }
        }
        remember(data, people, keys);
        System.out.printf("%d MB of journals, made in %.0f s%n", size(data) >> 20, (System.nanoTime() - began) / 1e9);
    }

    private void head(Journal journal, String run, Instant at) {
        journal.write(List.of(JournalEntry.of(Grammar.RUN_START).with("run", run).with("mode", "sync"),
                JournalEntry.of(Grammar.SOURCE).with("source", "graph-users"),
                JournalEntry.of(Grammar.TARGETS).with("mailboxes", mailboxes), JournalEntry.of(Grammar.CLOCK)
                .with("graph", Journal.time(at))), false);
    }

    private static List<JournalEntry> lines(String box, List<ContactKey> creates) {
        List<JournalEntry> lines = new ArrayList<>();
        lines.add(JournalEntry.of(Grammar.PLAN).with("mailbox", box).with("create", creates.size())
                .with("unchanged", 500).with("managed", 500).with("settled", true));
        for (ContactKey key : creates) {
            lines.add(change(Grammar.INTENT, box, key).with("reason", "new"));
            lines.add(change(Grammar.OUTCOME, box, key).with("outcome", "applied")
                    .with("contact", "AAMk" + "x".repeat(148)));
        }
        lines.add(JournalEntry.of(Grammar.MAILBOX).with("mailbox", box).with("status", "done")
                .with("created", creates.size()).with("unchanged", 500));
        return lines;
    }

    private static JournalEntry change(Grammar event, String box, ContactKey key) {
        return JournalEntry.of(event).with("mailbox", box).with("change", "create").with("key", key.text());
    }

    private void remember(Path data, List<User> people, List<ContactKey> keys) {
        Map<ContactKey, String> hashes = new HashMap<>();
        List<Reading.Named> named = new ArrayList<>();
        for (int place = 0; place < keys.size(); place++) {
            hashes.put(keys.get(place), "hash");
            named.add(new Reading.Named(keys.get(place), people.get(place).displayName(),
                    List.of(String.valueOf(people.get(place).text(UserAttribute.MAIL))), "hash"));
        }
        new SourceMemory(data.resolve("state").resolve("sources")).write("graph-users", hashes);
        new Readings(data).write(new Reading("graph-users", "day", now, "complete", named, List.of(), List.of(),
                List.of()));
    }

    private static void time(String what, Map<String, String> settings, String... question) throws IOException,
            InterruptedException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java")
                .toString()));
        command.addAll(JAVA);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), ContactSync.class.getName(), "explain",
                "--json"));
        Stream.of(question).filter(argument -> !argument.isEmpty()).forEach(command::add);
        settings.forEach((key, value) -> command.addAll(List.of("--set", key + "=" + value)));
        Path said = Files.createTempFile("explain-benchmark", ".out");
        long began = System.nanoTime();
        Process process = new ProcessBuilder(command).redirectError(said.toFile()).redirectOutput(said.toFile())
                .start();
        Duration cpu = Duration.ZERO;
        while (!process.waitFor(20, TimeUnit.MILLISECONDS)) {
            cpu = process.info().totalCpuDuration().orElse(cpu);
        }
        System.out.printf("%-24s %-10s %5.1f s, %5.1f s of processor time  exit %d  %s%n", what,
                question[question.length - 1].isEmpty() ? "live" : "offline",
                (System.nanoTime() - began) / 1e9, cpu.toMillis() / 1000.0, process.exitValue(), lastLine(said));
    }

    /** What it said, as far as it fits. */
    private static String lastLine(Path said) throws IOException {
        List<String> lines = Files.readAllLines(said);
        Files.delete(said);
        String last = lines.isEmpty() ? "" : lines.get(lines.size() - 1);
        return last.substring(0, Math.min(LONGEST, last.length()));
    }

    private static long size(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
        } catch (IOException unreadable) {
            return 0;
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
