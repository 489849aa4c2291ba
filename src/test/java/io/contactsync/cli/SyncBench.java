package io.contactsync.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.contactsync.cli.sandbox.SandboxAccess;
import io.contactsync.contact.HiddenProperties;
import io.contactsync.journal.GrammarCheck;
import io.contactsync.sandbox.Finding;
import io.contactsync.sandbox.LoggedRequest;
import io.contactsync.sandbox.Marks;
import io.contactsync.sandbox.Sandbox;
import io.contactsync.sandbox.SandboxOptions;
import io.contactsync.sandbox.people.Population;
import io.contactsync.sandbox.service.ThrottleLimits;
import io.contactsync.sandbox.store.User;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A small tenant, a data folder, and the command line over both. */
public final class SyncBench extends RunData implements AutoCloseable {

    private static final Marks MARKS = new Marks("Colleagues", HiddenProperties.KEY, "v1|main|");

    private final Sandbox sandbox;
    private final Map<String, String> settings = new LinkedHashMap<>();
    private final Set<String> ownersDoing = new HashSet<>();
    private final Set<Finding.Rule> expected = new HashSet<>();

    /** What a command line came to. */
    public record Result(int exit, String out, String err) {

        /** The one line of --json. */
        public JsonNode json() {
            return parse(out);
        }

        public int number(String pointer) {
            JsonNode found = json().at(pointer);
            if (!found.isNumber()) {
                throw new AssertionError(pointer + " is no number in " + out);
            }
            return found.intValue();
        }

        /** Created, updated, deleted. */
        public List<Integer> changes() {
            return Stream.of("created", "updated", "deleted").map(kind -> number("/changes/" + kind)).toList();
        }

        /** What the command line itself says on standard error, log lines aside. */
        public List<String> sentences() {
            return err.lines().filter(line -> line.startsWith("contact-sync: ")).toList();
        }
    }

    private SyncBench(Sandbox sandbox, Path data) {
        super(data);
        this.sandbox = sandbox;
        settings.putAll(new SandboxAccess(sandbox.address()).synchronisation());
        with("source.graph-contacts.region", "US").with("sync.data", data.toString());
    }

    /** Five mailboxes, all sources. */
    public static SyncBench start(Path folder) {
        return new SyncBench(
                Sandbox.start(SandboxOptions.defaults().withMailboxes(5).withLog(50_000, null).withMarks(MARKS)),
                folder.resolve("data"));
    }

    /** A tenant of other people, all sources. */
    public static SyncBench start(Path folder, Population people) {
        return new SyncBench(
                Sandbox.start(SandboxOptions.defaults().withPeople(people).withLog(50_000, null).withMarks(MARKS)),
                folder.resolve("data"));
    }

    /** Five mailboxes, the central contacts only: 40 contacts each. */
    public static SyncBench startSmall(Path folder) {
        return start(folder).with("sync.sources", "graph-contacts");
    }

    /** The same with so many mailboxes. */
    public static SyncBench startSmall(Path folder, int mailboxes) {
        return startSmall(folder, mailboxes, 40);
    }

    /** The same with so many central contacts. */
    public static SyncBench startSmall(Path folder, int mailboxes, int contacts) {
        return new SyncBench(Sandbox.start(SandboxOptions.defaults().withMailboxes(mailboxes)
                .withLimits(ThrottleLimits.published().with("app-requests=1000000"))
                .withCentralContacts(contacts).withLog(50_000, null).withMarks(MARKS)), folder.resolve("data"))
                .with("sync.sources", "graph-contacts");
    }

    public SyncBench with(String key, String value) {
        settings.put(key, value);
        return this;
    }

    public Sandbox sandbox() {
        return sandbox;
    }

    /** contact-sync sync --json. */
    public Result json(String... more) {
        List<String> arguments = new ArrayList<>(List.of("--json"));
        arguments.addAll(List.of(more));
        return sync(arguments.toArray(String[]::new));
    }

    /** contact-sync sync. */
    public Result sync(String... more) {
        return command("sync", more);
    }

    /** Any command with this bench's settings. */
    public Result command(String name, String... more) {
        Map<String, byte[]> before = foreign();
        Result result = run(arguments(name, more));
        untouched(before);
        return result;
    }

    /** contact-sync sync --json while owners are at work too: who changed what cannot be told. */
    public Result jsonAmongOwners() {
        return run(arguments("sync", "--json"));
    }

    /** A command of several words, and what it is about; it may change nothing. */
    public Result words(List<String> words) {
        List<String> arguments = new ArrayList<>(words);
        settings.forEach((key, value) -> arguments.addAll(List.of("--set", key + "=" + value)));
        return run(arguments.toArray(String[]::new));
    }

    public Map<String, String> settings() {
        return Map.copyOf(settings);
    }

    private String[] arguments(String name, String... more) {
        List<String> arguments = new ArrayList<>(List.of(name));
        settings.forEach((key, value) -> arguments.addAll(List.of("--set", key + "=" + value)));
        arguments.addAll(List.of(more));
        return arguments.toArray(String[]::new);
    }

    /** Everything in all mailboxes that does not carry both marks. */
    private Map<String, byte[]> foreign() {
        Map<String, byte[]> foreign = new HashMap<>();
        sandbox.tenant().mailboxes().forEach(mailbox -> foreign.putAll(sandbox.tenant().snapshot(mailbox)));
        foreign.values().removeIf(contact -> MARKS.on(parse(new String(contact, StandardCharsets.UTF_8))));
        return foreign;
    }

    /** What was not ours is still there, byte for byte, and no more has come. */
    private void untouched(Map<String, byte[]> before) {
        Map<String, byte[]> after = foreign();
        Set<String> all = new HashSet<>(before.keySet());
        all.addAll(after.keySet());
        all.removeAll(ownersDoing);
        assertThat(all).as("contacts without both marks that the run left as they were")
                .allMatch(id -> Arrays.equals(before.get(id), after.get(id)));
    }

    /** The owner of that contact touches it during a run. */
    public String byOwner(String contact) {
        ownersDoing.add(contact);
        return contact;
    }

    /** Requests so far that asked for a change. */
    public long writes() {
        return sandbox.requestLog().orElseThrow().last().stream().filter(LoggedRequest::writes).count();
    }

    /** Any command line; what it tells people to type next is looked at. */
    public static synchronized Result run(String... arguments) {
        Result result = once(arguments);
        PrintedCommands.check(result.out() + "\n" + result.err(), arguments, SyncBench::once);
        return result;
    }

    private static Result once(String... arguments) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        ByteArrayOutputStream complained = new ByteArrayOutputStream();
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
        try {
            int exit = ContactSync.run(arguments);
            return new Result(exit, said.toString(StandardCharsets.UTF_8), complained.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    /** As if the journals had been written, and all contacts created, that much earlier. */
    public void letPass(Duration time) {
        sandbox.tenant().mailboxes().forEach(mailbox -> sandbox.tenant().ageContacts(mailbox, time));
        makeOlder(time);
    }

    /** Object ids of the target users, and of nobody else. */
    public Set<String> targets(GraphClient graph) {
        Set<String> ids = new TreeSet<>();
        graph.list("/groups/" + sandbox.address().targetGroup()
                + "/transitiveMembers/microsoft.graph.user?$count=true&$select=id&$top=999")
                .forEach(user -> ids.add(user.path("id").asText()));
        return ids;
    }

    /** Those who should be colleagues in everybody's contacts. */
    public List<User> colleagues() {
        return sandbox.tenant().users().stream()
                .filter(user -> user.accountEnabled() && user.licensed() && user.member()).toList();
    }

    /** What the test is about looks like a breach of that rule, and is none. */
    public void expect(Finding.Rule rule) {
        expected.add(rule);
    }

    /** Whatever the test was about: the rules for clients of Graph were kept, and those for journals. */
    @Override
    public void close() {
        sandbox.close();
        GrammarCheck.all(data());
        List<Finding> findings = sandbox.findings();
        assertThat(findings.stream().map(Finding::rule)).containsAll(expected);
        Finding.requireNone(findings.stream().filter(finding -> !expected.contains(finding.rule())).toList());
    }
}
