package io.contactsync.core;

import static io.contactsync.core.Dispatching.answered;
import static io.contactsync.core.Dispatching.begin;
import static io.contactsync.core.Dispatching.due;
import static io.contactsync.core.Fixtures.NOON;
import static io.contactsync.core.Fixtures.key;
import static io.contactsync.core.Fixtures.plan;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A mailbox that contacts of ours are taken out of is listed once more at the end. */
class EmptyingTest {

    private static Plan removal() {
        return plan(Change.delete(key("a"), "c1", Removal.REMOVED, "v1", ""),
                Change.delete(key("b"), "c2", Removal.REMOVED, "v1", ""));
    }

    private static Step listed(Step step, String... left) {
        return step.state().on(new Event.Listed(0, Set.of(left)), step.waitUntil() == null ? NOON : step.waitUntil());
    }

    @Test
    void whenAllIsDeletedTheMailboxIsListedAndThenItIsOver() {
        Step gone = answered(begin(removal()), 204, NOON);
        assertThat(gone.isListing()).isTrue();
        Step over = listed(gone);
        assertThat(over.isRunning()).isFalse();
        assertThat(over.emptying().left()).isZero();
        assertThat(over.emptying().watching()).isFalse();
        assertThat(over.state().tally().deleted()).isEqualTo(2);
    }

    @Test
    void aListThatStillShowsWhatIsGoneIsAskedForAgainAfterAWait() {
        Step late = listed(answered(begin(removal()), 204, NOON), "c1");
        assertThat(late.isListing()).isFalse();
        assertThat(late.waitUntil()).isEqualTo(NOON.plusMillis(500));
        Step again = due(late);
        assertThat(again.isListing()).isTrue();
        assertThat(listed(again).emptying().left()).isZero();
    }

    @Test
    void aListThatStaysLateEndsTheWatchAndIsSaid() {
        Step step = answered(begin(removal()), 204, NOON);
        int lists = 0;
        while (step.isRunning()) {
            step = step.isListing() ? listed(step, "c1", "c2") : due(step);
            lists += step.isListing() ? 0 : 1;
        }
        assertThat(lists).isEqualTo(Emptying.LISTS);
        assertThat(step.emptying().left()).isEqualTo(2);
        assertThat(step.emptying().watching()).isFalse();
    }

    @Test
    void whatCameMeanwhileIsSaidAtOnce() {
        Step over = listed(answered(begin(removal()), 204, NOON), "c1", "new");
        assertThat(over.isRunning()).isFalse();
        assertThat(over.emptying().left()).isEqualTo(2);
    }

    @Test
    void whereADeletionWasRefusedNobodyHasToLook() {
        Step over = answered(begin(removal()), 400, NOON);
        assertThat(over.isRunning()).isFalse();
        assertThat(over.state().tally().rejected()).isEqualTo(2);
    }

    @Test
    void aDeletionOfAnOrdinaryRunIsNotWatched() {
        assertThat(answered(begin(plan(Fixtures.delete("a", "c1"))), 204, NOON).isRunning()).isFalse();
    }

    @Test
    void afterAStopThereIsNoMoreListAndTheWatchIsNotOver() {
        Step listing = answered(begin(removal()), 204, NOON);
        Step told = listing.state().on(new Event.Stop(), NOON);
        Step over = told.state().on(new Event.Listed(0, Set.of("c1")), NOON);
        assertThat(over.isRunning()).isFalse();
        assertThat(over.emptying().watching()).isTrue();
    }
}
