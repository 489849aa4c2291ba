package io.contactsync.cli.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.cli.GraphClient;
import io.contactsync.cli.SyncBench;
import io.contactsync.cli.SyncBench.Result;
import io.contactsync.sandbox.store.User;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who gets contacts: by a group, a file or a licence, and whoever has no mailbox is left. */
class TargetsTest {

    @TempDir
    Path temp;

    @Test
    void aTargetWithoutMailboxIsSkippedWithTheReason() {
        try (SyncBench bench = SyncBench.startSmall(temp)) {
            String gone = bench.targets(new GraphClient(bench.sandbox().address())).iterator().next();
            bench.sandbox().tenant().administration().refuseMailbox(gone, "MailboxNotEnabledForRESTAPI");
            Result result = bench.json();
            assertThat(result.exit()).isZero();
            assertThat(result.number("/mailboxes/skipped")).isEqualTo(1);
            assertThat(result.changes()).as(result.out()).containsExactly(160, 0, 0);
            assertThat(bench.journal("skip")).singleElement().satisfies(line -> {
                assertThat(line.path("mailbox").asText()).isEqualTo(gone);
                assertThat(line.path("reason").asText()).contains("no mailbox", "MailboxNotEnabledForRESTAPI");
            });
        }
    }

    @Test
    void targetsMayStandInAFile() throws IOException {
        try (SyncBench bench = SyncBench.startSmall(temp)) {
            List<User> users = bench.colleagues().stream()
                    .filter(user -> bench.sandbox().tenant().mailboxes().contains(user.id())).toList();
            Path file = Files.writeString(temp.resolve("targets.txt"),
                    "# two people and a mistake\n" + users.get(0).id() + "\n\n" + users.get(1).userPrincipalName()
                    + "  # by name\nnobody@congress.example\n" + users.get(0).userPrincipalName() + "\n");
            Result result = bench.with("targets.from", "file").with("targets.file", file.toString()).json();
            assertThat(result.exit()).isZero();
            assertThat(result.changes()).as(result.out()).containsExactly(80, 0, 0);
            assertThat(result.number("/mailboxes/total")).isEqualTo(3);
            assertThat(bench.journal("skip")).singleElement().satisfies(
                    line -> assertThat(line.path("reason").asText()).isEqualTo("the directory knows no such user"))
                    .satisfies(line -> assertThat(line.path("mailbox").asText()).isEqualTo("entry 3 of targets.file"));
            assertThat(bench.journal("mailbox")).extracting(line -> line.path("mailbox").asText())
                    .containsExactlyInAnyOrder(users.get(0).id(), users.get(1).id());
        }
    }

    @Test
    void allLicensedUsersMayBeTargets() {
        try (SyncBench bench = SyncBench.startSmall(temp)) {
            Result result = bench.with("targets.from", "licensed-users").with("sync.mailboxes-in-flight", "16")
                    .json("--dry-run");
            assertThat(result.exit()).isZero();
            assertThat(result.number("/mailboxes/total")).isEqualTo(bench.colleagues().size());
            long without = bench.colleagues().stream()
                    .filter(user -> !bench.sandbox().tenant().mailboxes().contains(user.id())).count();
            assertThat(result.number("/mailboxes/skipped")).isEqualTo((int) without);
        }
    }
}
