package io.contactsync.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contactsync.cluster.TwoNodes.Fault;
import io.contactsync.journal.JournalException;
import io.contactsync.journal.SharedTurn;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database, a data folder or a machine is put back from a copy, or both go on: nothing is taken for newer. */
class NodeCopiesTest {

    private static final String RUN = "runs/20261126-000000-000-0001/";
    private static final String JOURNAL = RUN + "journal.jsonl";
    private static final String SAME_NAME = "the node 'a' has the turn since \\S+Z: another one of that name, or this"
            + " one before its machine was started anew. This one takes it when that one has ended, or was not heard of"
            + " until \\S+Z";

    @TempDir
    Path temp;
    private TwoNodes nodes;

    @BeforeEach
    void begin() {
        nodes = new TwoNodes(temp);
    }

    @AfterEach
    void end() throws Exception {
        nodes.close();
    }

    private void refused(String node) throws Exception {
        var before = nodes.files(node);
        assertThatThrownBy(() -> nodes.take(node)).isInstanceOf(JournalException.class)
                .hasMessageContaining("knows of a later turn than the database");
        assertThat(nodes.files(node)).isEqualTo(before);
    }

    /** A turn of either node, then a copy of the database. */
    private void bothAndABackup() throws Exception {
        nodes.write("a", "state/began", "1\n");
        nodes.take("a").close();
        nodes.take("b").close();
        nodes.backUp();
    }

    @Test
    void aTurnThatTheDatabaseLostIsRefusedHoweverFarItCounts() throws Exception {
        bothAndABackup();
        nodes.write("a", "state/began", "of today\n");
        nodes.take("a").close();
        nodes.putBack();
        refused("a");
        for (int turn = 1; turn <= 3; turn++) {
            try (SharedTurn taken = nodes.take("b")) {
                taken.changed(nodes.write("b", "state/began", turn + "\n"));
            }
            refused("a");
        }
        assertThat(nodes.files("b")).containsEntry("state/began", "3\n");
    }

    @Test
    void aTableOfTurnsThatIsPutBackAloneForgetsTheLaterOnes() throws Exception {
        bothAndABackup();
        nodes.take("a").close();
        nodes.take("b").close();
        nodes.sql("delete from contact_sync_turn");
        nodes.sql("insert into contact_sync_turn select * from old_contact_sync_turn");
        for (int turn = 1; turn <= 3; turn++) {
            nodes.take("c").close();
            refused("a");
        }
    }

    @Test
    void anEndThatTheDatabaseLostIsRefused() throws Exception {
        SharedTurn turn = nodes.take("a");
        nodes.backUp();
        turn.close();
        nodes.putBack();
        nodes.leaseRunsOut();
        refused("a");
    }

    @Test
    void aTurnUnderWayEndsWhenTheDatabaseIsPutBack() throws Exception {
        bothAndABackup();
        SharedTurn robbed = nodes.take("a");
        nodes.putBack();
        try (SharedTurn other = nodes.take("b")) {
            robbed.changed(nodes.write("a", "state/began", "of today\n"));
            assertThatThrownBy(robbed::keep).isInstanceOf(JournalException.class)
                    .hasMessage("another node has taken over since: the node 'a' sends nothing more");
            other.check();
        }
    }

    /** Grown once, then copied, then grown further by what only the database and the lost disk have. */
    private String copiedWithin(SharedTurn turn) throws Exception {
        turn.grown(nodes.write("a", JOURNAL, "{1}\n"), 4);
        turn.keep();
        String mirror = Files.readString(nodes.folder("a").resolve("mirror"));
        turn.grown(nodes.write("a", JOURNAL, "{1}\n{2}\n"), 8);
        turn.grown(nodes.write("a", RUN + "journal-0002.jsonl", "{3}\n"), 4);
        turn.keep();
        return mirror;
    }

    private void theRestIsFetched() throws Exception {
        nodes.take("a").close();
        nodes.take("b").close();
        assertThat(nodes.files("b")).isEqualTo(nodes.files("a")).containsEntry(JOURNAL, "{1}\n{2}\n")
                .containsEntry(RUN + "journal-0002.jsonl", "{3}\n");
    }

    @Test
    void aFolderFromBeforeTheEndOfItsTurnIsNotAhead() throws Exception {
        SharedTurn turn = nodes.take("a");
        nodes.write("a", "state/began", "older\n");
        String mirror = copiedWithin(turn);
        nodes.write("a", "state/began", "newer\n");
        turn.close();
        nodes.write("a", "mirror", mirror);
        nodes.write("a", "state/began", "older\n");
        theRestIsFetched();
        assertThat(nodes.files("b")).containsEntry("state/began", "newer\n");
    }

    @Test
    void aFolderFromTheMidstOfATurnThatNeverEndedIsNotAhead() throws Exception {
        copiedWithin(nodes.take("a"));
        nodes.write("a", JOURNAL, "{1}\n");
        theRestIsFetched();
        copiedWithin(nodes.take("a"));
        Files.delete(nodes.folder("a").resolve(RUN + "journal-0002.jsonl"));
        theRestIsFetched();
    }

    @Test
    void aTurnWhoseEndIsNotRememberedHereWasKept() throws Exception {
        SharedTurn turn = nodes.take("a");
        String mirror = copiedWithin(turn);
        nodes.write("a", "state/untold", "found at the end");
        turn.close();
        nodes.write("a", "mirror", mirror); // killed right before
        theRestIsFetched();
        assertThat(nodes.files("a")).containsKey("state/untold");
    }

    @Test
    void aCopyOfALivingNodeIsRefused() throws Exception {
        try (SharedTurn turn = nodes.take("a")) {
            nodes.write("copy", "mirror", Files.readString(nodes.folder("a").resolve("mirror")));
            assertThatThrownBy(() -> nodes.take("a", "copy")).isInstanceOf(JournalException.class)
                    .hasMessageMatching(SAME_NAME);
            turn.check();
        }
        nodes.take("a", "copy").close();
        nodes.take("a").close();
    }

    @Test
    void aMachineThatWasStartedAnewWaits() throws Exception {
        SharedTurn dead = nodes.take("a");
        copiedWithin(dead);
        nodes.write("a", JOURNAL, "{1}\n{2}\n{4}\n");
        String mirror = Files.readString(nodes.folder("a").resolve("mirror"));
        nodes.write("a", "mirror", mirror.replaceFirst("/[^/]+/", "/before/"));
        assertThatThrownBy(() -> nodes.take("a")).isInstanceOf(JournalException.class).hasMessageMatching(SAME_NAME);
        nodes.write("a", "mirror", mirror.replaceFirst(" [^ ]+\n", "\n")); // of a version that did not write it
        assertThatThrownBy(() -> nodes.take("a")).isInstanceOf(JournalException.class).hasMessageMatching(SAME_NAME);
        nodes.leaseRunsOut();
        nodes.take("a").close();
        assertThat(nodes.files("a")).containsEntry(JOURNAL, "{1}\n{2}\n{4}\n");
    }

    @Test
    void aFolderFromBeforeNumbersWereRememberedIsBroughtUpToDate() throws Exception {
        bothAndABackup();
        nodes.sql("delete from contact_sync_past");
        nodes.take("b").close();
        nodes.take("a").close();
        assertThat(nodes.files("a")).isEqualTo(nodes.files("b"));
    }

    @Test
    void whereNothingTellsANodeFromItsCopyItWaits() throws Exception {
        Path unlocked = Files.createDirectories(nodes.folder("a"));
        try (SharedTurn turn = nodes.state("a").take(unlocked)) {
            assertThatThrownBy(() -> nodes.state("a").take(unlocked)).isInstanceOf(JournalException.class)
                    .hasMessageMatching(SAME_NAME);
            turn.check();
        }
    }

    /** Which counts by one, and remembers nothing. */
    @Test
    void aTurnOfAnEarlierVersionIsKnown() throws Exception {
        bothAndABackup();
        nodes.sql("update contact_sync_turn set token = token + 1");
        String mirror = Files.readString(nodes.folder("b").resolve("mirror"));
        long last = Long.parseLong(mirror.split("[ \n]")[1]);
        nodes.write("b", "mirror", mirror.replaceFirst(" " + last + " ", " " + (last + 1) + " "));
        nodes.take("a").close();
        nodes.take("b").close();
        assertThat(nodes.files("a")).isEqualTo(nodes.files("b"));
    }

    @Test
    void whatOthersHaveInSchemasOfTheirOwnIsNotLookedAt() throws Exception {
        nodes.sql("create schema theirs");
        try {
            nodes.sql("create table theirs.contact_sync_turn (theirs int)");
            nodes.take("a").close();
        } finally {
            nodes.sql("drop schema theirs cascade");
        }
    }

    @Test
    void tablesThatCannotBeMadeTheFirstTimeAreTriedOnceMore() throws Exception {
        nodes.fault = Fault.LOST_BEFORE; // as if another node had made them meanwhile
        nodes.take("a").close();
        nodes.take("b").close();
    }
}
