package io.contactsync.core;

import static io.contactsync.core.Dispatching.RULES;
import static io.contactsync.core.Dispatching.all;
import static io.contactsync.core.Dispatching.answered;
import static io.contactsync.core.Dispatching.begin;
import static io.contactsync.core.Dispatching.came;
import static io.contactsync.core.Dispatching.creates;
import static io.contactsync.core.Dispatching.deletes;
import static io.contactsync.core.Dispatching.kinds;
import static io.contactsync.core.Fixtures.NOON;
import static io.contactsync.core.Fixtures.create;
import static io.contactsync.core.Fixtures.delete;
import static io.contactsync.core.Fixtures.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;

import java.time.Duration;

/** How the dispatch of a mailbox ends before all of its plan is done. */
class DispatchEndTest {

    @Test
    void aMailboxThatIsPlannedAfterAStopIsLeftBecauseOfTheStop() {
        Step step = Dispatch.stopped("alice", plan(create("anna"), delete("ben", "b")), RULES, EarlyEnd.STOPPED,
                NOON);
        assertThat(step.isRunning()).isFalse();
        assertThat(step.outcomes()).extracting(Outcome::kind, Outcome::reason)
                .containsExactly(tuple(Outcome.Kind.LEFT, "stopped"), tuple(Outcome.Kind.LEFT, "stopped"));
    }

    @Test
    void leavesDeletionsIfACreateBeforeThemIsInDoubt() {
        Step step =
                came(begin(plan(create("anna"), delete("ben", "b"))), new BatchAnswer.Unclear("Timeout", null), NOON);
        assertThat(step.outcomes())
                .extracting(outcome -> outcome.change().key().id() + " " + outcome.kind() + " " + outcome.reason())
                .containsExactly("anna UNKNOWN no answer", "ben LEFT a create before it is in doubt");
        assertThat(step.isRunning()).isFalse();
    }

    @Test
    void sendsNothingFromTheDeadlineOn() {
        Step step = answered(begin(plan(creates(25), 100)), 201, NOON.plus(RULES.deadline()));
        assertThat(step.isRunning()).isFalse();
        assertThat(step.state().tally()).isEqualTo(new Tally(20, 0, 0, 0, 0, 5));
        assertThat(step.outcomes().get(20).reason()).isEqualTo("no time left for this mailbox");
        assertThat(answered(begin(plan(creates(25), 100)), 201, NOON.plus(RULES.deadline()).minusMillis(1)).isSending())
                .isTrue();
    }

    @Test
    void waitsNoLongerThanTheRunWaits() {
        Step longest = came(begin(plan(creates(1), 100)), new BatchAnswer.Refused(429, "", RULES.longestWait()), NOON);
        Step longer = came(begin(plan(creates(1), 100)),
                new BatchAnswer.Refused(429, "", RULES.longestWait().plusMillis(1)), NOON);
        assertThat(longest.waitUntil()).isEqualTo(NOON.plus(RULES.longestWait()));
        assertThat(longer.isRunning()).isFalse();
        assertThat(longer.outcomes()).extracting(Outcome::reason).last()
                .isEqualTo("told to wait longer than this run waits");
    }

    @Test
    void doesNotWaitForSomethingAfterTheDeadline() {
        Step step = came(begin(plan(creates(1), 100)), new BatchAnswer.Refused(429, "", Duration.ofMinutes(2)),
                NOON.plus(RULES.deadline()).minusSeconds(60));
        assertThat(step.isRunning()).isFalse();
        assertThat(step.state().tally().deferred()).isEqualTo(1);
    }

    @Test
    void hearsAStopBetweenBatches() {
        Step waiting = answered(begin(plan(creates(1), 100)), 429, NOON);
        Step step = waiting.state().on(new Event.Stop(), NOON);
        assertThat(step.isRunning()).isFalse();
        assertThat(step.outcomes()).extracting(Outcome::reason).containsExactly("stopped");
    }

    @Test
    void waitsForTheBatchInFlightBeforeItStops() {
        Step sent = begin(plan(creates(25), 100));
        Dispatch stopping = sent.state().on(new Event.Stop(), NOON).state();
        assertThat(stopping.flying()).hasSize(20);
        Step step = stopping.on(new Event.Came(new BatchAnswer.Unclear("Timeout", null), 0), NOON);
        assertThat(step.isRunning()).isFalse();
        assertThat(step.state().tally()).isEqualTo(new Tally(0, 0, 0, 0, 20, 5));
    }

    @Test
    void refusesGrowthOfAFullMailboxAndStillDeletes() {
        Step step = answered(begin(plan(all(creates(25), deletes(1)), 100)), 507, NOON);
        assertThat(step.state().tally()).isEqualTo(new Tally(0, 0, 0, 20, 0, 5));
        assertThat(kinds(step)).as("five were never sent").filteredOn(kind -> kind == Outcome.Kind.LEFT).hasSize(5);
        assertThat(step.outcomes()).extracting(Outcome::reason).contains("507", "the mailbox is full");
        assertThat(step.send().changes()).containsExactly(delete("d00", "c0"));
    }

    @Test
    void sendsNothingMoreToAClosedMailbox() {
        Step step = answered(begin(plan(all(creates(25), deletes(1)), 100)),
                new Answer(404, "MailboxNotEnabledForRESTAPI", null, null), NOON);
        assertThat(step.isRunning()).isFalse();
        assertThat(step.state().tally()).isEqualTo(new Tally(0, 0, 0, 0, 0, 26));
        assertThat(
                came(begin(plan(creates(25), 100)), new BatchAnswer.Refused(403, "Forbidden", null), NOON).isRunning())
                .isFalse();
    }
}
