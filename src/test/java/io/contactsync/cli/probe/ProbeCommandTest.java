package io.contactsync.cli.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.cli.SyncBench;
import io.contactsync.cli.SyncBench.Result;
import io.contactsync.journal.FilesAlone;
import io.contactsync.journal.RunLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line of the probe. */
class ProbeCommandTest {

    @TempDir
    static Path temp;
    private static SyncBench bench;
    private static String mailbox;

    @BeforeAll
    static void start() {
        bench = SyncBench.startSmall(temp);
        mailbox = bench.sandbox().tenant().mailboxes().iterator().next();
    }

    @AfterAll
    static void stop() {
        bench.close();
    }

    private static void refused(Result result, int exit, String... words) {
        assertThat(result.exit()).as(result.err()).isEqualTo(exit);
        assertThat(result.out()).isEmpty();
        assertThat(result.sentences()).singleElement().asString().contains(words);
    }

    @Test
    void withoutSomebodyToAskItWantsYes() {
        refused(bench.command("probe", "--mailbox", mailbox), 2, "--yes");
    }

    @Test
    void aQuestionThatIsNoneIsNamed() {
        refused(bench.command("probe", "--mailbox", mailbox, "--yes", "--only", "photos"), 2, "--only", "'photos'",
                "photo-changes-key");
    }

    @Test
    void itDoesNotRunBesideASynchronisation() {
        long before = bench.sandbox().requests();
        try (RunLock held = RunLock.take(bench.data(), FilesAlone.INSTANCE)) {
            refused(bench.command("probe", "--mailbox", mailbox, "--yes"), 1, "another run is in progress");
        }
        assertThat(bench.sandbox().requests()).isEqualTo(before);
    }

    @Test
    void theReportGoesToTheFileAndJsonToTheOutput() throws IOException {
        Path file = temp.resolve("probe.md");
        Result result = bench.command("probe", "--mailbox", mailbox, "--yes", "--only",
                "well-known-folder,top-over-limit", "--report", file.toString(), "--json");
        assertThat(result.exit()).as(result.err()).isZero();
        assertThat(result.out()).matches("\\{[^\\n]*}\\R");
        assertThat(result.json().path("findings")).hasSize(2);
        assertThat(Files.readString(file)).contains(
                "| Can the default folder be addressed as contactFolders/contacts? `well-known-folder` | served |",
                "contact-sync sandbox", "--reading well-known-folder=served");
    }

    @Test
    void aMailboxThatIsNoneIsAFailure() {
        Result result = bench.command("probe", "--mailbox", "nobody@example.org", "--yes");
        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.err()).contains("the probe's own contact folder could not be made: 404 ErrorInvalidUser");
    }

    @Test
    void aReportThatCannotBeWrittenIsRefusedBeforeAnythingIsAsked() {
        long before = bench.sandbox().requests();
        refused(bench.command("probe", "--mailbox", mailbox, "--yes", "--report",
                temp.resolve("none/probe.md").toString()), 2, "--report", "none", "folder that is there");
        refused(bench.command("probe", "--mailbox", mailbox, "--yes", "--report", temp.toString()), 2, "--report",
                "cannot be written");
        assertThat(bench.sandbox().requests()).isEqualTo(before);
    }

    @Test
    void cleaningAndAskingExcludeEachOther() {
        refused(bench.command("probe", "--mailbox", mailbox, "--yes", "--clean", "--only", "guid-case"), 2, "--clean",
                "--only");
    }

    @Test
    void aMailboxThatCannotBeReadIsNotCalledClean() {
        Result result = bench.command("probe", "--mailbox", "nobody@example.org", "--yes", "--clean");
        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains("could not look for what is left: a list: 404 ErrorInvalidUser");
    }

    @Test
    void thereIsNothingToCleanWhereNoProbeWasKilled() {
        Result result = bench.command("probe", "--mailbox", mailbox, "--yes", "--clean");
        assertThat(result.exit()).isZero();
        assertThat(result.out()).isEqualTo("nothing of an earlier probe is left" + System.lineSeparator());
    }
}
