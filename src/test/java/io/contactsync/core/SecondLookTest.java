package io.contactsync.core;

import static io.contactsync.core.Fixtures.NOON;
import static io.contactsync.core.Fixtures.create;
import static io.contactsync.core.Fixtures.delete;
import static io.contactsync.core.Fixtures.key;
import static io.contactsync.core.Fixtures.plan;
import static io.contactsync.core.Fixtures.sweep;
import static io.contactsync.core.Fixtures.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What is looked at once more before it is changed, and what comes of it. */
class SecondLookTest {

    static final Answer GONE = new Answer(404, "ErrorItemNotFound", null, null);

    static Step begin(boolean ifMatch, Change... changes) {
        return Dispatch.begin("alice", plan(changes), DispatchRules.within(Duration.ofHours(1), ifMatch), Batch.MAX,
                NOON);
    }

    static Sight sight(Ownership ownership, String id, String content) {
        return sight(ownership, id, content, 10);
    }

    static Sight sight(Ownership ownership, String id, String content, long created) {
        return new Sight(new Answer(200, "", null, null), ownership, key(id), "v2", created, content);
    }

    static Step looked(Step step, Sight... sights) {
        return step.state().on(new Event.Looked(List.of(sights), 0), NOON);
    }

    private static Step spared(Step step, String reason) {
        assertThat(step.outcomes()).extracting(outcome -> outcome.kind() + " " + outcome.reason())
                .containsExactly("SPARED " + reason);
        assertThat(step.isRunning()).isFalse();
        assertThat(step.state().tally()).isEqualTo(new Tally(0, 0, 0, 0, 0, 0, 1, 0));
        assertThat(step.state().tally().isClean()).isTrue();
        return step;
    }

    private static Step sweeping(Sight... sights) {
        return looked(begin(false, sweep("anna", "b", "a")), sights);
    }

    @Test
    void anUpdateIsLookedAtAndSentWithTheVersionThatIsThereNow() {
        Step step = begin(false, update("anna", "a"));
        assertThat(step.isSending()).isFalse();
        assertThat(step.look().questions()).containsExactly(new Look.Question("a", Look.What.MARKS));
        Step next = looked(step, sight(Ownership.OURS, "anna", null));
        assertThat(next.send().changes())
                .containsExactly(Change.update(key("anna"), "a", "changed", "v2", "h0", "h1"));
        assertThat(next.outcomes()).isEmpty();
    }

    @Test
    void aContactReleasedSinceItWasListedIsNotUpdated() {
        for (Ownership now : List.of(Ownership.RELEASED, Ownership.UNPROVEN, Ownership.FOREIGN,
                Ownership.OTHER_INSTANCE)) {
            spared(looked(begin(false, update("anna", "a")), sight(now, "anna", null)), SecondLook.RELEASED);
        }
        spared(looked(begin(false, update("anna", "a")), sight(Ownership.OURS, "ben", null)), SecondLook.RELEASED);
        spared(looked(begin(false, update("anna", "a")), Sight.none(GONE)), SecondLook.GONE);
    }

    @Test
    void onlyWhatFitsIsSent() {
        Step step = looked(begin(false, create("zoe"), update("anna", "a"), update("ben", "b")),
                sight(Ownership.RELEASED, "anna", null),
                sight(Ownership.OURS, "ben", null));
        assertThat(step.send().changes()).extracting(change -> change.key().id()).containsExactly("zoe", "ben");
        assertThat(step.outcomes()).hasSize(1);
    }

    @Test
    void createsAndDeletionsNeedNoLook() {
        assertThat(begin(false, create("anna")).isSending()).isTrue();
        assertThat(begin(false, delete("anna", "a")).isSending()).isTrue();
    }

    @Test
    void aDoubleGoesOnlyIfItEqualsTheOneThatStays() {
        Sight a = sight(Ownership.OURS, "anna", "same");
        assertThat(begin(false, sweep("anna", "b", "a")).look().questions()).containsExactly(
                new Look.Question("b", Look.What.WHOLE),
                new Look.Question("a", Look.What.WHOLE), new Look.Question("b", Look.What.PICTURE));
        assertThat(sweeping(a, a, Sight.none(GONE)).send().changes()).containsExactly(sweep("anna", "b", "a").of("v2"));
        spared(sweeping(sight(Ownership.OURS, "anna", null), sight(Ownership.OURS, "anna", null), Sight.none(GONE)),
                SecondLook.UNTOLD);
        spared(sweeping(a, sight(Ownership.RELEASED, "anna", "same"), Sight.none(GONE)), SecondLook.RELEASED);
        spared(sweeping(sight(Ownership.RELEASED, "anna", "same"), a, Sight.none(GONE)), SecondLook.RELEASED);
        spared(sweeping(a, Sight.none(GONE), Sight.none(GONE)), SecondLook.GONE);
        spared(sweeping(Sight.none(GONE), a, Sight.none(GONE)), SecondLook.GONE);
    }

    @Test
    void aCopyThatItsOwnerEditedLosesOurMarks() {
        Sight a = sight(Ownership.OURS, "anna", "same");
        for (Step step : List.of(sweeping(a, sight(Ownership.OURS, "anna", "other"), Sight.none(GONE)),
                sweeping(a, a, Sight.none(new Answer(200, "", null, null))))) {
            assertThat(step.outcomes()).extracting(Outcome::kind).containsExactly(Outcome.Kind.SPARED);
            assertThat(step.look().questions()).containsExactly(new Look.Question("b", Look.What.MARKS));
            Change sent = looked(step, a).send().changes().get(0);
            assertThat(sent.action()).isEqualTo(Action.UPDATE);
            assertThat(sent.contactId()).isEqualTo("b");
            assertThat(sent.writes()).isEqualTo(Writes.UNMARK);
        }
    }

    @Test
    void aContactIsGivenBackAlthoughItIsReleased() {
        Change given = Change.update(key("anna"), "a", Change.GIVEN_BACK, "v2", "h0", "h1");
        assertThat(looked(begin(false, given), sight(Ownership.RELEASED, "anna", null)).send().changes()).hasSize(1);
        spared(looked(begin(false, given.of("v1")), sight(Ownership.RELEASED, "anna", null)), SecondLook.EDITED);
        spared(looked(begin(false, given), sight(Ownership.UNPROVEN, "anna", null)), SecondLook.RELEASED);
    }

    @Test
    void aPictureThatCannotBeAskedForIsAskedForAgain() {
        Sight a = sight(Ownership.OURS, "anna", "same");
        Step step = sweeping(a, a, Sight.none(new Answer(503, "", null, null)));
        assertThat(step.waitUntil()).isAfter(NOON);
        assertThat(step.state().on(new Event.Due(), step.waitUntil()).isLooking()).isTrue();
    }

    @Test
    void allThatIsAskedFitsIntoOneBatch() {
        Change[] sweeps = IntStream.range(0, 10).mapToObj(number -> sweep("p" + number, "b" + number, "a" + number))
                .toArray(Change[]::new);
        assertThat(begin(false, sweeps).look().questions()).hasSize(18);
        Change[] updates = IntStream.range(0, 30).mapToObj(number -> update("p%02d".formatted(number), "c" + number))
                .toArray(Change[]::new);
        assertThat(begin(false, updates).look().questions()).hasSize(20);
    }

    @Test
    void aLookThatNeverSucceedsLeavesTheUpdateToTheNextRun() {
        Step step = begin(false, update("anna", "a"));
        for (int tries = 1; tries < 5; tries++) {
            step = looked(step, Sight.none(Answer.NONE));
            assertThat(step.outcomes()).isEmpty();
            step = step.state().on(new Event.Due(), step.waitUntil());
        }
        step = step.state().on(new Event.Looked(List.of(), 0), NOON.plusSeconds(1_000));
        assertThat(step.outcomes()).extracting(Outcome::kind).containsExactly(Outcome.Kind.LEFT);
        assertThat(step.isRunning()).isFalse();
    }

    @Test
    void aMailboxThatIsClosedIsNotWritten() {
        for (Answer closed : List.of(new Answer(403, "", null, null),
                new Answer(404, "MailboxNotEnabledForRESTAPI", null, null))) {
            Step step = looked(begin(false, update("anna", "a"), update("ben", "b")),
                    sight(Ownership.OURS, "anna", null), Sight.none(closed));
            assertThat(step.isRunning()).isFalse();
            assertThat(step.state().tally().deferred()).isEqualTo(2);
        }
    }

    @Test
    void aStopDuringTheLookSendsNothing() {
        Step step = begin(false, update("anna", "a"));
        Dispatch stopping = step.state().on(new Event.Stop(), NOON).state();
        Step last = stopping.on(new Event.Looked(List.of(sight(Ownership.OURS, "anna", null)), 0), NOON);
        assertThat(last.isRunning()).isFalse();
        assertThat(last.outcomes()).extracting(Outcome::reason).containsExactly("stopped");
    }

    @Test
    void whereGraphHeedsIfMatchOnlyARefusedUpdateIsLookedAt() {
        Step step = begin(true, update("anna", "a"));
        assertThat(step.isSending()).isTrue();
        Step refused = step.state()
                .on(new Event.Came(new BatchAnswer.Answered(Map.of(0, new Answer(412, "", null, null))), 0), NOON);
        Step again = refused.state().on(new Event.Due(), refused.waitUntil());
        assertThat(again.isLooking()).isTrue();
        spared(looked(again, sight(Ownership.RELEASED, "anna", null)), SecondLook.RELEASED);
        assertThat(looked(again, sight(Ownership.OURS, "anna", null)).send().changes()).extracting(Change::changeKey)
                .containsExactly("v2");
    }

    @Test
    void aDeletionOfWhatItsOwnerHasChangedWaitsForTheNextRun() {
        Step step = begin(false, delete("anna", "a")).state()
                .on(new Event.Came(new BatchAnswer.Answered(Map.of(0, new Answer(412, "", null, null))), 0), NOON);
        assertThat(step.outcomes()).extracting(outcome -> outcome.kind() + " " + outcome.reason())
                .containsExactly(
                        "DEFERRED its owner changed it after it was listed: unless released, it goes in the next run");
    }

    @Test
    void aMailboxWithNoneOfOursIsListedAgainAfterItsFirstCreates() {
        Step listing = first(30, 20);
        assertThat(listing.isListing()).isTrue();
        assertThat(listing.state().first()
                .isOurs(new CurrentContact("c3", "v", true, new HiddenKey("main", key("p03")), "h"))).isTrue();
        assertThat(listing.state().first()
                .isOurs(new CurrentContact("x", "v", true, new HiddenKey("main", key("p03")), "h"))).isFalse();
        Step next = listing.state().on(new Event.Listed(0), NOON);
        assertThat(next.send().changes()).hasSize(10);
        Step stopped = listing.state().on(new Event.Listed(1), NOON);
        assertThat(stopped.isRunning()).isFalse();
        assertThat(stopped.state().tally()).isEqualTo(new Tally(20, 0, 0, 0, 0, 10));
        assertThat(stopped.outcomes()).extracting(Outcome::reason).containsOnly(FirstCreates.STRANGERS);
    }

    @Test
    void aMailboxWhoseFirstBatchIsItsLastIsNotListedAgain() {
        assertThat(first(20, 20).isRunning()).isFalse();
    }

    private static Step first(int creates, int answered) {
        List<Change> changes =
                IntStream.range(0, creates).mapToObj(number -> create("p%02d".formatted(number))).toList();
        Step step = Dispatch.begin("alice", plan(changes, 0), DispatchRules.within(Duration.ofHours(1), false),
                Batch.MAX, NOON);
        Map<Integer, Answer> answers = Stream.iterate(0, place -> place + 1).limit(answered)
                .collect(java.util.stream.Collectors.toMap(place -> place,
                        place -> new Answer(201, "", null, "c" + place)));
        return step.state().on(new Event.Came(new BatchAnswer.Answered(answers), 0), NOON);
    }

    @Test
    void refusesAnAnswerToWhatWasNotAsked() {
        assertThatThrownBy(() -> begin(false, update("anna", "a")).state().on(new Event.Listed(0), NOON))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> begin(false, create("anna")).state().on(new Event.Looked(List.of(), 0), NOON))
                .isInstanceOf(IllegalStateException.class);
    }
}
