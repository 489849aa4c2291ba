package io.contactsync.cli.sync;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.cli.GraphClient;
import io.contactsync.cli.SyncBench;
import io.contactsync.cli.SyncBench.Result;
import io.contactsync.sandbox.protocol.ServiceRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Five mailboxes that the central mailbox alone fills, and what a run made of them. */
abstract class SmallTenant {

    static final int CONTACTS = 40;
    static final int ALL = 5 * CONTACTS;
    static final Duration SETTLED = Duration.ofMinutes(16);

    @TempDir
    Path temp;
    SyncBench bench;
    Set<String> targets;

    @BeforeEach
    void start() {
        bench = SyncBench.startSmall(temp);
        targets = bench.targets(new GraphClient(bench.sandbox().address()));
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    void firstRun() {
        Result first = bench.json();
        assertThat(first.exit()).isZero();
        assertThat(first.changes()).containsExactly(ALL, 0, 0);
    }

    Map<String, Set<String>> contacts() {
        return targets.stream().collect(
                Collectors.toMap(mailbox -> mailbox, mailbox -> bench.sandbox().tenant().snapshot(mailbox).keySet()));
    }

    void watch(Consumer<ServiceRequest> look) {
        bench.sandbox().faults().when(request -> {
            look.accept(request);
            return false;
        }).drop();
    }

    List<String> managed(String mailbox) {
        return new GraphClient(bench.sandbox().address()).managed(mailbox).stream().map(GraphClient::key).toList();
    }

    void complete() {
        targets.forEach(mailbox -> assertThat(managed(mailbox)).hasSize(CONTACTS).doesNotHaveDuplicates());
    }

    String[] approvals() {
        return bench.journal("hold").stream().flatMap(line -> Stream.of("--approve", line.path("hold").asText()))
                .toArray(String[]::new);
    }

    static Set<String> remembered(Path memory) {
        try (Stream<Path> files = Files.list(memory)) {
            return files.map(file -> file.getFileName().toString()).collect(toSet());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Lists show none of ours, as they may for a while after a create. */
    void lateLists() {
        bench.sandbox().faults().when(request -> request.method().equals("GET") && request.mailbox() != null
                && targets.contains(request.mailbox())
                && request.target().contains("/contacts?")).times(Integer.MAX_VALUE).refuseWith(200, "{\"value\":[]}");
    }
}
