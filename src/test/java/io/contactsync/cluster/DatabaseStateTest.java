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

/** One turn at a time, and the folder of each is that of the turn before. */
class DatabaseStateTest {

    private static final String JOURNAL = "runs/20261126-000000-000-0001/journal.jsonl";

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

    @Test
    void theNextNodeFindsWhatTheLastOneLeft() throws Exception {
        nodes.write("a", "state/began", "1\n");
        nodes.write("a", "state/mailboxes/m%2E1", "x".repeat(700_000));
        nodes.write("a", "state/empty", "");
        nodes.write("a", "lock", "");
        try (SharedTurn turn = nodes.take("a")) {
            turn.grown(nodes.write("a", JOURNAL, "{1}\n"), 4);
            turn.keep();
            turn.grown(nodes.write("a", JOURNAL, "{1}\n{2}\n"), 8);
            turn.keep();
            nodes.write("a", "state/untold", "found at the end");
        }
        nodes.take("b").close();
        assertThat(nodes.files("b")).isEqualTo(nodes.files("a")).hasSize(5);
        try (SharedTurn turn = nodes.take("b")) {
            turn.changed(nodes.write("b", "state/began", "2\n"));
            Files.delete(nodes.folder("b").resolve("state/untold"));
            Files.delete(nodes.folder("b").resolve(JOURNAL));
        }
        nodes.take("a").close();
        assertThat(nodes.files("a")).isEqualTo(nodes.files("b")).hasSize(3).containsEntry("state/began", "2\n");
        assertThat(nodes.folder("a").resolve(JOURNAL).getParent()).doesNotExist();
    }

    @Test
    void aFolderThatIsAsItShouldBeIsLeftAsItIs() throws Exception {
        nodes.write("a", "state/began", "1\n");
        nodes.take("a").close();
        nodes.take("b").close();
        Object before = Files.readAttributes(nodes.folder("b").resolve("state/began"), "unix:ino,lastModifiedTime");
        nodes.take("a").close();
        nodes.take("b").close();
        assertThat((Object) Files.readAttributes(nodes.folder("b").resolve("state/began"), "unix:ino,lastModifiedTime"))
                .isEqualTo(before);
    }

    @Test
    void whatIsKeptSurvivesTheNodeAndWhatIsNotDoesNot() throws Exception {
        SharedTurn dead = nodes.take("a");
        dead.changed(nodes.write("a", "state/chain", "run\n"));
        dead.grown(nodes.write("a", JOURNAL, "{1}\n{2}\n"), 4);
        dead.keep();
        dead.changed(nodes.write("a", "state/chain", "later\n"));
        nodes.leaseRunsOut();
        nodes.take("b").close();
        assertThat(nodes.files("b")).containsEntry("state/chain", "run\n").containsEntry(JOURNAL, "{1}\n").hasSize(2);
    }

    @Test
    void aTurnThatLivesIsRefused() throws Exception {
        try (SharedTurn turn = nodes.take("a")) {
            assertThatThrownBy(() -> nodes.take("b")).isInstanceOf(JournalException.class)
                    .hasMessageMatching("the node 'a' has the turn since \\S+Z: this node, 'b', takes it when that one"
                            + " has ended, or was not heard of until \\S+Z");
            turn.check();
        }
        nodes.take("b").close();
    }

    @Test
    void aStolenTurnWritesNothing() throws Exception {
        SharedTurn asleep = nodes.take("a");
        nodes.leaseRunsOut();
        try (SharedTurn other = nodes.take("b")) {
            asleep.changed(nodes.write("a", "state/began", "1\n"));
            assertThatThrownBy(asleep::keep).isInstanceOf(JournalException.class).hasMessage(
                    "another node has taken over since: the node 'a' sends nothing more");
            assertThat(asleep.isOurs()).isFalse();
            assertThatThrownBy(asleep::check).isInstanceOf(JournalException.class);
            asleep.close();
            other.check();
        }
        assertThat(nodes.files("b")).isEmpty();
        nodes.take("a").close();
        assertThat(nodes.files("a")).isEmpty();
    }

    @Test
    void aNodeThatWasKilledGoesOnAtOnceWithWhatItsDiskHas() throws Exception {
        SharedTurn dead = nodes.take("a");
        dead.grown(nodes.write("a", JOURNAL, "{1}\n"), 4);
        dead.keep();
        nodes.write("a", JOURNAL, "{1}\n{2}\n");
        nodes.take("a").close();
        nodes.take("b").close();
        assertThat(nodes.files("b")).containsEntry(JOURNAL, "{1}\n{2}\n").hasSize(1);
        dead.changed(nodes.write("a", "state/began", "1\n"));
        assertThatThrownBy(dead::keep).isInstanceOf(JournalException.class);
    }

    @Test
    void aFolderWithAHistoryOfItsOwnIsRefused() throws Exception {
        nodes.write("a", "state/began", "1\n");
        nodes.take("a").close();
        nodes.write("b", JOURNAL, "{1}\n");
        assertThatThrownBy(() -> nodes.take("b")).isInstanceOf(JournalException.class)
                .hasMessageEndingWith("has journals or state of its own, and the database has those of other nodes: set"
                        + " sync.data to an empty folder");
        assertThat(nodes.files("b")).hasSize(1);
        nodes.take("a").close();
    }

    @Test
    void aDatabaseThatWasPutBackIsRefused() throws Exception {
        nodes.write("a", "state/began", "1\n");
        nodes.take("a").close();
        nodes.take("a").close();
        nodes.sql("update contact_sync_turn set token = 1");
        assertThatThrownBy(() -> nodes.take("a")).isInstanceOf(JournalException.class)
                .hasMessageContaining("knows of a later turn than the database");
        assertThat(nodes.files("a")).hasSize(1);
    }

    @Test
    void whatTheDatabaseLostIsNoticed() throws Exception {
        nodes.write("a", "state/began", "1\n");
        nodes.take("a").close();
        nodes.sql("update contact_sync_block set hash = 'other'");
        for (int times = 1; times <= 2; times++) {
            assertThatThrownBy(() -> nodes.take("b")).isInstanceOf(JournalException.class)
                    .hasMessageContaining("what the database holds of 'state/began' is not what was written");
        }
        assertThat(nodes.files("b")).isEmpty();
    }

    @Test
    void aNameThatLeadsElsewhereIsRefused() throws Exception {
        nodes.write("a", "state/began", "1\n");
        nodes.take("a").close();
        nodes.sql("update contact_sync_block set path = 'state/../../elsewhere'");
        assertThatThrownBy(() -> nodes.take("b")).isInstanceOf(JournalException.class)
                .hasMessageContaining("which is none of a data folder");
        assertThat(temp.resolve("elsewhere")).doesNotExist();
    }

    @Test
    void withoutTheDatabaseNothingBegins() {
        nodes.fault = Fault.AWAY;
        assertThatThrownBy(() -> nodes.take("a")).isInstanceOf(JournalException.class)
                .hasMessageStartingWith("the database of cluster.database cannot be used, and no run begins without"
                        + " it");
    }

    @Test
    void aDatabaseThatGoesAwayKeepsWhatIsWrittenBack() throws Exception {
        SharedTurn turn = nodes.take("a");
        nodes.fault = Fault.AWAY;
        turn.changed(nodes.write("a", "state/began", "1\n"));
        assertThatThrownBy(turn::keep).isInstanceOf(JournalException.class)
                .hasMessageStartingWith("what was written cannot be kept in the database of cluster.database");
        nodes.fault = null;
        turn.keep();
        nodes.leaseRunsOut();
        nodes.take("b").close();
        assertThat(nodes.files("b")).hasSize(1);
    }

    @Test
    void aLostAnswerIsLookedUp() throws Exception {
        SharedTurn turn = nodes.take("a");
        nodes.fault = Fault.LOST_AFTER;
        turn.changed(nodes.write("a", "state/began", "1\n"));
        turn.keep();
        nodes.fault = Fault.LOST_BEFORE;
        turn.changed(nodes.write("a", "state/began", "2\n"));
        assertThatThrownBy(turn::keep).isInstanceOf(JournalException.class);
        nodes.leaseRunsOut();
        nodes.take("b").close();
        assertThat(nodes.files("b")).containsEntry("state/began", "1\n");
    }
}
