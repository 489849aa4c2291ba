package io.contactsync.cli.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.cli.GraphClient;
import io.contactsync.cli.SyncBench;
import io.contactsync.cli.SyncBench.Result;
import io.contactsync.core.PlannedChange;
import io.contactsync.run.StoredPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Four mailboxes after a first run, and the plan of the next one. */
abstract class PlannedTenant {

    @TempDir
    Path temp;
    SyncBench bench;
    String central;
    List<String> targets;

    /** Four of five mailboxes are targets and hold what the central mailbox holds; Ann and Bob are among them. */
    @BeforeEach
    void afterAFirstRun() throws IOException {
        bench = SyncBench.startSmall(temp);
        central = bench.sandbox().address().centralMailbox();
        targets = new ArrayList<>(bench.targets(new GraphClient(bench.sandbox().address())));
        bench.with("targets.from", "file").with("targets.file", temp.resolve("targets.txt").toString());
        targets(0, 4);
        bench.with("guard.deletes-min", "3").with("guard.deletes-percent", "90");
        add("Ann Apply", "+1 202-224-1111");
        add("Bob Apply", "+1 202-224-2222");
        assertThat(bench.json().exit()).isZero();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    void targets(int from, int to) throws IOException {
        Files.write(temp.resolve("targets.txt"), targets.subList(from, to));
    }

    void add(String name, String phone) {
        bench.sandbox().tenant().createContact(central,
                "{\"displayName\":\"%s\",\"mobilePhone\":\"%s\"}".formatted(name, phone));
    }

    String id(String name) {
        return bench.sandbox().tenant().snapshot(central).entrySet().stream()
                .filter(contact -> SyncBench.parse(new String(contact.getValue())).path("displayName").asText()
                        .equals(name)).findFirst().orElseThrow().getKey();
    }

    void delete(String name) {
        bench.sandbox().tenant().deleteContact(central, id(name));
    }

    void phone(String name, String phone) {
        bench.sandbox().tenant().changeContact(central, id(name), "{\"mobilePhone\":\"" + phone + "\"}");
    }

    StoredPlan plan() {
        assertThat(bench.json("--dry-run").exit()).isZero();
        return bench.plan();
    }

    Result apply(StoredPlan plan) {
        return bench.command("apply", plan.head().id(), "--yes", "--json");
    }

    static PlannedChange of(StoredPlan plan, String name) {
        return plan.changes().stream().filter(change -> change.name().equals(name)).findFirst().orElseThrow();
    }
}
