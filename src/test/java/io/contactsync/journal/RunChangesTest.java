package io.contactsync.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.core.Action;
import io.contactsync.core.Change;
import io.contactsync.core.ContactKey;
import io.contactsync.core.PastChange;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run did, as its journal tells: what an undo begins from. */
class RunChangesTest {

    private static final ContactKey ANN = new ContactKey("staff", "ann");
    private static final ContactKey BEN = new ContactKey("staff", "ben");

    @TempDir
    Path data;
    private final List<JournalEntry> entries = new ArrayList<>();

    private JournalEntry entry(Grammar event, String mailbox, String change, ContactKey key) {
        JournalEntry entry = JournalEntry.of(event).with("mailbox", mailbox).with("change", change)
                .with("key", key == null ? null : key.text());
        entries.add(entry);
        return entry;
    }

    private JournalEntry intent(String mailbox, String change, ContactKey key, String reason) {
        return entry(Grammar.INTENT, mailbox, change, key).with("reason", reason);
    }

    private void outcome(String mailbox, String change, ContactKey key, String outcome) {
        entry(Grammar.OUTCOME, mailbox, change, key).with("outcome", outcome);
    }

    private RunChanges read() {
        Path runs = new DataPlaces(data).runs();
        try (Journal journal = Journal.begin(data, runs.resolve("r1"), Clock.systemUTC())) {
            journal.write(JournalEntry.of(Grammar.RUN_START).with("mode", "sync"));
            entries.forEach(journal::write);
        }
        return RunChanges.read(runs, "r1", key -> true);
    }

    @Test
    void tellsWhatItDidToEachMailboxWithItsContents() {
        intent("a", "create", ANN, Change.NEW).with("after", "h1");
        outcome("a", "create", ANN, "applied");
        intent("b", "update", BEN, "changed").with("before", "h2").with("after", "h3");
        intent("b", "delete", ANN, "gone").with("before", "h1");
        RunChanges past = read();
        assertThat(past.mode()).isEqualTo("sync");
        assertThat(past.mailboxes()).containsExactlyInAnyOrder("a", "b");
        assertThat(past.of("a")).containsExactly(new PastChange(Action.CREATE, ANN.shownOnce(), "", "h1", false));
        assertThat(past.of("b")).as("no answer came: it may have been done").containsExactlyInAnyOrder(
                new PastChange(Action.UPDATE, BEN.shownOnce(), "h2", "h3", false),
                new PastChange(Action.DELETE, ANN.shownOnce(), "h1", "", false));
        assertThat(past.of("c")).isEmpty();
        assertThat(past.hashes()).containsExactlyInAnyOrder("h1", "h2", "h3");
    }

    @Test
    void whatGraphRefusedForCertainWasNotDoneThere() {
        for (String mailbox : List.of("a", "b", "c")) {
            intent(mailbox, "create", ANN, Change.NEW).with("after", "h1");
        }
        outcome("a", "create", ANN, "rejected");
        outcome("b", "create", ANN, "unknown");
        outcome("c", "delete", ANN, "rejected");
        RunChanges past = read();
        assertThat(past.mailboxes()).containsExactlyInAnyOrder("b", "c");
        assertThat(past.of("a")).isEmpty();
        assertThat(past.of("b")).hasSize(1);
    }

    @Test
    void aRefusalOfAllLeavesNothingToTakeBack() {
        intent("a", "create", ANN, Change.NEW).with("after", "h1");
        outcome("a", "create", ANN, "rejected");
        RunChanges past = read();
        assertThat(past.mailboxes()).isEmpty();
        assertThat(past.hashes()).isEmpty();
    }

    @Test
    void doublesCopiesAdoptionsAndTheCategoryAreNotTakenBack() {
        intent("a", "delete", ANN, Change.SWEEP).with("before", "h1");
        intent("b", "update", ANN, Change.THEIRS).with("before", "h1");
        intent("c", "update", ANN, Change.ADOPTED).with("after", "h1");
        intent("d", "category", null, "");
        intent("e", "update", ANN, Change.GIVEN_BACK).with("after", "h1");
        RunChanges past = read();
        assertThat(past.mailboxes()).containsExactly("e");
        assertThat(past.of("e")).containsExactly(new PastChange(Action.UPDATE, ANN.shownOnce(), "", "h1", true));
    }

    @Test
    void onlyThoseWhoAreAskedAboutAndOnlyThatRun() {
        intent("a", "create", ANN, Change.NEW).with("after", "h1");
        intent("a", "create", BEN, Change.NEW).with("after", "h2");
        read();
        Path runs = new DataPlaces(data).runs();
        assertThat(RunChanges.read(runs, "r1", BEN.shownOnce()::equals).of("a")).singleElement()
                .extracting(PastChange::key).isEqualTo(BEN.shownOnce());
        assertThat(RunChanges.read(runs, "r2", key -> true).mode()).isEmpty();
    }
}
