package io.contactsync.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.contactsync.cli.ContactSync;
import io.contactsync.cli.GraphClient;
import io.contactsync.cli.SyncBench;
import io.contactsync.cli.SyncBench.Result;
import io.contactsync.sandbox.LoggedRequest;
import io.contactsync.sandbox.RequestLog;
import io.contactsync.sandbox.store.Tenant;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Customers who come and go in a central mailbox, runs about them in processes of their own, what must come of it. */
final class Customers implements AutoCloseable {

    static final Duration SETTLED = Duration.ofMinutes(16);
    /** So few that those of some days together are nothing that a guard would hold. */
    private static final int COME_AND_GO = 2;
    private static final int CHANGED = 8;

    private final SyncBench bench;

    Customers(Path folder) {
        this(SyncBench.startSmall(folder));
        bench.json();
    }

    /** So many of them in so many mailboxes, where none has been yet. */
    Customers(Path folder, int mailboxes, int contacts) {
        this(SyncBench.startSmall(folder, mailboxes, contacts));
    }

    Customers(SyncBench bench) {
        this.bench = bench;
    }

    SyncBench bench() {
        return bench;
    }

    /** Some of them come, some go, some have a new number. */
    void work(int day) {
        Tenant tenant = bench.sandbox().tenant();
        String central = bench.sandbox().address().centralMailbox();
        List<String> ids = ids();
        for (int i = 0; i < CHANGED; i++) {
            tenant.changeContact(central, ids.get(COME_AND_GO + i), "{\"businessPhones\":[\"202-555-0"
                    + (100 + day % 100) + "\"]}");
        }
        for (int i = 0; i < COME_AND_GO; i++) {
            tenant.deleteContact(central, ids.get(i));
            tenant.createContact(central, "{\"givenName\":\"Ann " + day + "\",\"surname\":\"Other " + i + "\"}");
        }
    }

    /** All of them at the source. */
    List<String> ids() {
        return defaultFolder(bench.sandbox().address().centralMailbox());
    }

    private List<String> defaultFolder(String mailbox) {
        return new GraphClient(bench.sandbox().address()).list("/users/" + mailbox + "/contacts?$select=id&$top=500")
                .stream().map(contact -> contact.path("id").asText()).toList();
    }

    /** A run in a process of its own, to be started. */
    ProcessBuilder run() {
        return process("sync", Map.of(), "--json");
    }

    /** A command in a process of its own, to be started, with other settings beside those of the bench. */
    ProcessBuilder process(String command, Map<String, String> more, String... options) {
        List<String> line = new ArrayList<>(java(ContactSync.class, command));
        line.addAll(List.of(options));
        Map<String, String> settings = new TreeMap<>(bench.settings());
        settings.putAll(more);
        settings.forEach((key, value) -> line.addAll(List.of("--set", key + "=" + value)));
        return new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
    }

    /** How a program of this class path is started; {@code proof.java} are other options for Java. */
    static List<String> java(Class<?> program, String... arguments) {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(List.of(System.getProperty("proof.java", "-XX:TieredStopAtLevel=1").split(" ")));
        line.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
        line.addAll(List.of(arguments));
        return line;
    }

    /** After at most two runs all is as it should be, nothing twice; the next one writes nothing; the chain holds. */
    void converge() {
        bench.json();
        bench.letPass(SETTLED);
        Result settled = bench.json();
        assertThat(settled.exit()).as(settled.out() + settled.err()).isZero();
        RequestLog log = bench.sandbox().requestLog().orElseThrow();
        long before = log.total();
        Result last = bench.json();
        assertThat(last.exit()).as(last.out() + last.err()).isZero();
        List<LoggedRequest> requests = log.last();
        assertThat(requests.subList(requests.size() - Math.toIntExact(log.total() - before), requests.size()))
                .as("the run after that").isNotEmpty().noneMatch(LoggedRequest::writes);
        allAreThereOnce();
        Result verified = bench.words(List.of("audit", "verify"));
        assertThat(verified.exit()).as(verified.out() + verified.err()).isZero();
    }

    /** Each customer stands once in each target's mailbox, and nobody else does. */
    void allAreThereOnce() {
        GraphClient graph = new GraphClient(bench.sandbox().address());
        int customers = ids().size();
        for (String mailbox : bench.targets(graph)) {
            assertThat(graph.managed(mailbox).stream().map((JsonNode contact) -> GraphClient.key(contact)))
                    .hasSize(customers).doesNotHaveDuplicates();
        }
    }

    @Override
    public void close() {
        bench.close();
    }
}
