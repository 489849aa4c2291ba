package io.contactsync.core;

import static io.contactsync.core.Fixtures.NOON;
import static io.contactsync.core.Fixtures.delete;
import static io.contactsync.core.Fixtures.sweep;
import static io.contactsync.core.Fixtures.update;
import static io.contactsync.core.SecondLookTest.GONE;
import static io.contactsync.core.SecondLookTest.begin;
import static io.contactsync.core.SecondLookTest.looked;
import static io.contactsync.core.SecondLookTest.sight;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which of several contacts with one key is ours is settled before anything else of that key goes. */
class OpenCopiesTest {

    @Test
    void ofTwoThatDifferTheNewerOneIsItsOwners() {
        Step step = looked(begin(false, sweep("anna", "b", "a"), update("anna", "a"), update("ben", "c")),
                sight(Ownership.OURS, "anna", "same", 10), sight(Ownership.OURS, "anna", "other", 20),
                Sight.none(GONE));
        assertThat(step.outcomes()).extracting(outcome -> outcome.change().contactId() + " " + outcome.reason())
                .as("of the other one that our marks go is the last word").containsExactly("b " + Change.THEIRS);
        assertThat(step.look().questions()).extracting(Look.Question::contactId).containsExactly("a", "c");
        assertThat(looked(step, sight(Ownership.OURS, "anna", null), sight(Ownership.OURS, "ben", null)).send()
                .changes()).extracting(change -> change.contactId() + change.writes().unmarks())
                .containsExactly("atrue", "cfalse");
    }

    /** Of a, which counts, and b, which is older and differs, the first is its owner's; c is looked at with them. */
    private static Step copyAnd(Sight c) {
        Sight copy = sight(Ownership.OURS, "anna", "other", 20);
        Step step = looked(begin(false, sweep("anna", "b", "a"), sweep("anna", "c", "a")),
                sight(Ownership.OURS, "anna", "same", 10), copy, Sight.none(GONE), c, copy, Sight.none(GONE));
        assertThat(step.look().questions()).extracting(Look.Question::contactId).containsExactly("a");
        return step;
    }

    @Test
    void aCopyThatTwoOlderOnesDifferFromLosesOurMarksOnce() {
        Step step = copyAnd(sight(Ownership.OURS, "anna", "same", 10));
        assertThat(step.outcomes()).extracting(outcome -> outcome.change().contactId() + " " + outcome.reason())
                .containsExactly("b " + Change.THEIRS, "c " + Change.THEIRS);
        assertThat(looked(step, sight(Ownership.OURS, "anna", null)).send().changes())
                .extracting(Change::contactId).containsExactly("a");
    }

    @Test
    void whatEqualsACopyStaysUntilItIsComparedWithTheOriginal() {
        Step step = copyAnd(sight(Ownership.OURS, "anna", "other", 30));
        assertThat(step.outcomes()).extracting(outcome -> outcome.change().contactId() + " " + outcome.reason())
                .containsExactly("b " + Change.THEIRS, "c " + SecondLook.TWICE);
    }

    @Test
    void asLongAsASurplusContactIsNotSettledNothingElseOfItsKeyGoes() {
        Sight same = sight(Ownership.OURS, "anna", "same");
        Change[] all = {sweep("anna", "b", "a"), update("ben", "c"), delete("anna", "a")};
        assertThat(looked(begin(false, all), same, sight(Ownership.OURS, "anna", null), Sight.none(GONE)).look()
                .questions()).extracting(Look.Question::contactId).containsExactly("b", "c");
        Step sent = looked(begin(false, all), same, same, Sight.none(GONE));
        assertThat(sent.send().changes()).extracting(Change::contactId).containsExactly("b");
        Step changed = sent.state().on(new Event.Came(new BatchAnswer.Answered(
                Map.of(0, new Answer(412, "", null, null))), 0), NOON);
        assertThat(changed.outcomes()).extracting(outcome -> outcome.change().contactId() + " " + outcome.kind())
                .containsExactly("b DEFERRED", "a SPARED");
        Step untold = looked(begin(false, all), sight(Ownership.OURS, "anna", null), same, Sight.none(GONE));
        assertThat(untold.outcomes()).extracting(Outcome::reason)
                .containsExactly(SecondLook.UNTOLD, SecondLook.TWICE);
        Step gone = sent.state().on(new Event.Came(new BatchAnswer.Answered(
                Map.of(0, new Answer(204, "", null, null))), 0), NOON);
        assertThat(gone.outcomes()).hasSize(1);
        assertThat(gone.look().questions()).extracting(Look.Question::contactId).containsExactly("c");
    }
}
