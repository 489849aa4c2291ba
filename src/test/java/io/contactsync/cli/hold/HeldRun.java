package io.contactsync.cli.hold;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.contactsync.cli.SyncBench;
import io.contactsync.cli.SyncBench.Result;
import io.contactsync.sandbox.people.Population;
import io.contactsync.sandbox.store.User;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A tenant in which a run holds something. */
abstract class HeldRun {

    static final int PEOPLE = 60;
    static final int LEAVERS = 12;
    /** Two who leave and two who stay. */
    static final int FEW = 4;
    @TempDir
    Path folder;
    SyncBench bench;
    List<User> leavers;

    @BeforeEach
    void start() {
        bench = SyncBench.start(folder, Population.shipped().withGenerated(PEOPLE, 1, 3)).with("sync.sources",
                "graph-users");
        leavers = bench.colleagues().subList(0, LEAVERS);
    }

    void firstRunForFew() throws IOException {
        Path file = Files.write(folder.resolve("targets.txt"),
                bench.colleagues().subList(LEAVERS - 2, LEAVERS + 2).stream().map(User::id).toList());
        bench.with("targets.from", "file").with("targets.file", file.toString());
        firstRun(FEW);
    }

    void firstRun(int mailboxes) {
        Result first = bench.json();
        assertThat(first.exit()).as(first.err()).isZero();
        assertThat(first.number("/changes/created")).isEqualTo(mailboxes * (PEOPLE - 1));
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    void exclude() {
        bench.with("source.graph-users.exclude-properties",
                leavers.stream().map(user -> "id=" + user.id()).collect(Collectors.joining(",")));
    }

    JsonNode onlyHold() {
        JsonNode holds = bench.command("holds", "--json").json().path("holds");
        assertThat(holds).hasSize(1);
        return holds.get(0);
    }

    Result holds(String... words) {
        List<String> all = new java.util.ArrayList<>(List.of(words));
        all.addAll(List.of("--set", "sync.data=" + bench.data()));
        all.add(0, "holds");
        return SyncBench.run(all.toArray(String[]::new));
    }
}
