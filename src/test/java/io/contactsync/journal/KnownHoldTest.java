package io.contactsync.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.core.Hold;
import io.contactsync.journal.KnownHold.Word;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is remembered of a hold while runs come and a person decides. */
class KnownHoldTest {

    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

    private static KnownHold hold(String run, long changes, Map<String, String> members) {
        return new KnownHold("a1", Hold.Kind.VANISHED, "staff", changes + " people vanished", "", List.of("staff|1"),
                List.of("Ann Bär"), changes, members.size(), members, true, List.of("sync.sources"), NOON, run, null,
                false);
    }

    private static KnownHold hold() {
        return hold("r1", 12, Map.of("alice", "aa"));
    }

    private static KnownHold decided(Word word) {
        return hold().decided(new KnownHold.Decision(word, "ann", NOON));
    }

    @Test
    void waitsUntilSomebodyDecides() {
        assertThat(hold().word().text()).isEqualTo("waiting");
        assertThat(hold().isApproved()).isFalse();
        assertThat(hold().isRejected()).isFalse();
        assertThat(decided(Word.APPROVED).isApproved()).isTrue();
        assertThat(decided(Word.APPROVED).isRejected()).isFalse();
        assertThat(decided(Word.REJECTED).isRejected()).isTrue();
        assertThat(decided(Word.REJECTED).isApproved()).isFalse();
        assertThat(decided(Word.REJECTED).decision().by()).isEqualTo("ann");
    }

    @Test
    void aLaterRunTellsTheNumbersAndTheDecisionStands() {
        KnownHold again = decided(Word.APPROVED).heldAgain(hold("r2", 13, Map.of("alice", "bb", "bob", "cc")));
        assertThat(again.isApproved()).isTrue();
        assertThat(again.since()).isEqualTo(NOON);
        assertThat(again.run()).isEqualTo("r2");
        assertThat(again.sentence()).isEqualTo("13 people vanished");
        assertThat(again.changes()).isEqualTo(13);
        assertThat(again.members()).containsOnlyKeys("alice", "bob");
    }

    @Test
    void whatBeganIsGoneOnWith() {
        assertThat(hold().seenBy("r3").run()).isEqualTo("r3");
        assertThat(hold().seenBy("r3").begun()).isFalse();
        KnownHold left = decided(Word.APPROVED).left(Map.of());
        assertThat(left.begun()).isTrue();
        assertThat(left.members()).isEmpty();
        assertThat(left.isApproved()).isTrue();
    }

    @Test
    void aLogIsNotToldWhomItIsAbout() {
        assertThat(hold()).hasToString("KnownHold[id=a1, kind=" + Hold.Kind.VANISHED.word()
                + ", keys=1, changes=12, mailboxes=1]");
    }
}
