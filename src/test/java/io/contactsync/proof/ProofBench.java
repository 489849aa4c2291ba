package io.contactsync.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.contactsync.cli.Installation;
import io.contactsync.cli.app.App;
import io.contactsync.cli.configuration.Configuration;
import io.contactsync.cli.sandbox.SandboxAccess;
import io.contactsync.contact.HiddenProperties;
import io.contactsync.microsoftgraph.TimedGraph;
import io.contactsync.run.RunReport;
import io.contactsync.run.RunRequest;
import io.contactsync.sandbox.Marks;
import io.contactsync.sandbox.Sandbox;
import io.contactsync.sandbox.SandboxOptions;
import io.contactsync.sandbox.people.Population;
import io.contactsync.sandbox.store.MasterCategories;
import io.contactsync.sandbox.store.Tenant;
import io.contactsync.sandbox.store.User;
import org.apache.camel.spi.EventNotifier;
import org.apache.camel.support.service.ServiceHelper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The shipped routes over a tenant of three mailboxes, started once and run as often as a proof wants, on a clock that
 * waits pass. One mailbox is served after the other, so that the calls of a run come in the same order each time.
 */
final class ProofBench implements AutoCloseable {

    static final Marks MARKS = new Marks("Colleagues", HiddenProperties.KEY, "v1|main|");
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Where a sync costs nothing, if there is such a place. */
    private static final Path MEMORY = Path.of("/dev/shm");
    private static final Pattern WAIT =
            Pattern.compile("(?m)^( *)- delay:\\n\\1    asyncDelayed: false\\n((?:\\1 {4,}.*\\n)+)");
    private static final String PASS = "$1- setVariable:\n$1    name: wait\n$2$1- bean:\n$1    beanType: "
            + RouteWait.class.getName() + "\n$1    method: \"pass(\\${variable.wait})\"\n";
    private static final int PRIVATE = 2;
    /** Bytes of an answer: the less, the sooner one without end is given up. */
    private static final int LARGEST = 500_000;

    private final Sandbox sandbox;
    private final Path data;
    private final App app;

    /** @param longestAnswer how long it waits for an answer, in real time */
    ProofBench(Path folder, int mailboxes, Duration longestAnswer) throws IOException {
        this(folder, mailboxes, longestAnswer, Map.of());
    }

    /** @param more keys of the configuration that are not as shipped */
    ProofBench(Path folder, int mailboxes, Duration longestAnswer, Map<String, String> more) throws IOException {
        sandbox = Sandbox.start(SandboxOptions.defaults()
                .withPeople(Population.shipped().withGenerated(mailboxes, PRIVATE, Population.SEED))
                .withCentralContacts(0).withLog(1_000, null).withMarks(MARKS));
        sandbox.app().tokenLife(Duration.ofDays(10_000));
        PassingTime.ONE.tell(sandbox::letPass);
        data = Files.createTempDirectory(MEMORY.toFile().canWrite() ? MEMORY : folder, "contact-sync");
        Installation home = new Installation(Files.createTempDirectory(folder, "home"));
        wire(home, longestAnswer);
        app = App.start(Configuration.read(home.configuration(), home.home().resolve("routes"), Map.of(),
                settings(more)), false);
    }

    /** The routes as they are shipped, but for what waits and what tells the time. */
    private static void wire(Installation home, Duration longestAnswer) throws IOException {
        Path beans = home.home().resolve("routes/beans.camel.yaml");
        home.change(beans, "type: io.contactsync.microsoftgraph.MicrosoftGraphComponent",
                "type: io.contactsync.microsoftgraph.TimedGraph");
        String limits = Stream.of("responseTimeout: " + longestAnswer.toMillis(),
                "batchTimeout: " + longestAnswer.toMillis(), "maxResponseSize: " + LARGEST, "cloud: ")
                .map("        "::concat).collect(Collectors.joining("\n"));
        home.change(beans, "        cloud: ", limits);
        home.change(beans, "type: io.contactsync.run.Runs\n",
                "type: io.contactsync.run.TimedRuns\n      factoryMethod: of\n");
        for (String room : List.of("sync", "graph")) {
            try (Stream<Path> files = Files.list(home.home().resolve("routes").resolve(room))) {
                for (Path file : files.toList()) {
                    Files.writeString(file, WAIT.matcher(Files.readString(file)).replaceAll(PASS));
                }
            }
        }
    }

    private Map<String, String> settings(Map<String, String> more) {
        Map<String, String> settings = new TreeMap<>(new SandboxAccess(sandbox.address()).synchronisation());
        settings.put("sync.data", data.toString());
        settings.put("sync.mailboxes-in-flight", "1");
        settings.put("source.graph-contacts.region", "US");
        settings.putAll(more);
        return settings;
    }

    /** That one hears of all exchanges from now on. */
    <N extends EventNotifier> N told(N notifier) {
        app.context().getManagementStrategy().addEventNotifier(notifier);
        ServiceHelper.startService(notifier);
        return notifier;
    }

    Sandbox sandbox() {
        return sandbox;
    }

    Path data() {
        return data;
    }

    /** One run of the routes, whatever becomes of it. */
    RunReport run() {
        return run(RunRequest.ordinary());
    }

    RunReport run(RunRequest request) {
        return app.sync(request);
    }

    /** The next run signs in, as that of a process that has just begun. */
    void forgetToken() {
        app.context().getComponent("microsoft-graph", TimedGraph.class).forgetToken();
    }

    /** Object ids of the targets, in the order of a run. */
    List<String> targets() {
        return sandbox.tenant().users().stream().filter(User::licensed).map(User::id).toList();
    }

    /** Contacts of a mailbox as their owner sees them, by id. */
    Map<String, JsonNode> contacts(String mailbox) {
        Map<String, JsonNode> contacts = new TreeMap<>();
        sandbox.tenant().snapshot(mailbox).forEach((id, json) -> contacts.put(id, parse(json)));
        return contacts;
    }

    static JsonNode parse(byte[] json) {
        try {
            return JSON.readTree(new String(json, StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** As on the first day: no journal, nothing of ours anywhere. */
    void begin() {
        sandbox.faults().clear();
        Tenant tenant = sandbox.tenant();
        synchronized (tenant) {
            for (String mailbox : targets()) {
                tenant.administration().refuseMailbox(mailbox, null);
                contacts(mailbox).forEach((id, contact) -> {
                    if (!contact.path("singleValueExtendedProperties").isEmpty()) {
                        tenant.mailbox(mailbox).purge(id);
                    }
                });
                MasterCategories categories = tenant.mailbox(mailbox).categories();
                categories.all().stream().filter(each -> "Colleagues".equals(each.get("displayName")))
                        .forEach(each -> categories.remove((String) each.get("id")));
            }
        }
        forget();
    }

    private void forget() {
        if (!Files.exists(data)) {
            return;
        }
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException undeletable) {
            throw new UncheckedIOException(undeletable);
        }
    }

    @Override
    public void close() {
        app.close();
        sandbox.close();
    }
}
