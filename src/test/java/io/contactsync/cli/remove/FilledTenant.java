package io.contactsync.cli.remove;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.contactsync.cli.GraphClient;
import io.contactsync.cli.SyncBench;
import io.contactsync.cli.SyncBench.Result;
import io.contactsync.sandbox.store.Tenant;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Five mailboxes with forty contacts of ours each, that have settled. */
abstract class FilledTenant {

    static final int CONTACTS = 40;
    static final int ALL = 5 * CONTACTS;

    @TempDir
    Path temp;
    SyncBench bench;
    Tenant tenant;
    TreeSet<String> targets;

    @BeforeEach
    void fill() {
        bench = SyncBench.startSmall(temp);
        tenant = bench.sandbox().tenant();
        targets = new TreeSet<>(bench.targets(new GraphClient(bench.sandbox().address())));
        assertThat(bench.json().changes()).containsExactly(ALL, 0, 0);
        bench.letPass(Duration.ofMinutes(16));
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    Result remove(String... options) {
        return bench.command("remove", options);
    }

    /** Ids of the contacts in all folders of a mailbox that carry both marks. */
    Set<String> ours(String mailbox) {
        Set<String> ours = new LinkedHashSet<>();
        tenant.snapshot(mailbox).forEach((id, bytes) -> {
            JsonNode contact = SyncBench.parse(new String(bytes, StandardCharsets.UTF_8));
            if (contact.path("categories").toString().contains("Colleagues")
                    && contact.path("singleValueExtendedProperties").toString().contains("v1|main|")) {
                ours.add(id);
            }
        });
        return ours;
    }

    /** How many there are in all mailboxes. */
    int left() {
        return targets.stream().mapToInt(mailbox -> ours(mailbox).size()).sum();
    }

    /** Keys of the contacts of ours in a mailbox. */
    TreeSet<String> keys(String mailbox) {
        return new GraphClient(bench.sandbox().address()).managed(mailbox).stream().map(GraphClient::key)
                .map(key -> key.substring("v1|main|".length())).collect(Collectors.toCollection(TreeSet::new));
    }
}
