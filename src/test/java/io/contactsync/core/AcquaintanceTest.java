package io.contactsync.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is remembered of a mailbox from run to run. */
class AcquaintanceTest {

    private static final DriftRules RULES = DriftRules.STANDARD;
    private static final Instant NOON = Fixtures.NOON;
    private static final long ANNA = Fnv.hash(Fixtures.key("anna").text());
    private static final long BEN = Fnv.hash(Fixtures.key("ben").text());

    private static KnownMailbox after(Acquaintance acquaintance) {
        return acquaintance.after(RULES, "mailbox");
    }

    private static Acquaintance next(KnownMailbox before) {
        return Acquaintance.of(before, RULES, NOON);
    }

    /** Of a mailbox in which one contact was created. */
    private static KnownMailbox filled() {
        Acquaintance first = next(KnownMailbox.NOTHING);
        first.listedAll();
        first.came(new Outcome(Fixtures.create("anna"), Outcome.Kind.APPLIED, "", "a", "v1"));
        return after(first);
    }

    @Test
    void aContactIsTouchedOnceItsVersionIsAnother() {
        Acquaintance next = next(filled());
        assertThat(next.isTouched(ANNA, "v1")).isFalse();
        assertThat(next.isTouched(ANNA, "v2")).isTrue();
        assertThat(next.isTouched(BEN, "v1")).as("never written").isTrue();
    }

    @Test
    void whatHasNotChangedIsNotRememberedAnew() {
        KnownMailbox before = filled();
        Acquaintance next = next(before);
        next.keeps(ANNA);
        next.isTouched(ANNA, "v1");
        next.listedAll();
        assertThat(after(next)).isSameAs(before);
    }

    @Test
    void whereNothingIsKnownContactsAreTakenAsTheyAreUntilTheMailboxIsDue() {
        Acquaintance lost = next(KnownMailbox.NOTHING);
        assertThat(lost.isTouched(ANNA, "v7")).isFalse();
        lost.listedAll();
        KnownMailbox known = after(lost);
        assertThat(known.isProved()).isFalse();
        assertThat(known.verified()).isBetween(NOON.minus(RULES.full()).getEpochSecond(), NOON.getEpochSecond());
        assertThat(next(known).isTouched(ANNA, "v7")).isFalse();
        assertThat(next(known).isTouched(ANNA, "v8")).isTrue();
        Acquaintance due = Acquaintance.of(known, RULES, NOON.plus(RULES.full()));
        assertThat(due.isTouched(ANNA, "v7")).as("all are read").isTrue();
        assertThat(due.isUntouched(ANNA, "v7")).as("but none was proved").isFalse();
    }

    @Test
    void mailboxesWhoseCacheWasLostAreNotAllDueAtOnce() {
        long[] perDay = new long[30];
        for (int number = 0; number < 3_000; number++) {
            Acquaintance lost = next(KnownMailbox.NOTHING);
            lost.isTouched(ANNA, "v1");
            lost.listedAll();
            long due = lost.after(RULES, "mailbox-" + number).verified() + RULES.full().getSeconds();
            perDay[(int) Math.min(29, (due - NOON.getEpochSecond()) / Duration.ofDays(1).getSeconds())]++;
        }
        assertThat(Arrays.stream(perDay).boxed()).allMatch(mailboxes -> mailboxes >= 50 && mailboxes <= 150);
    }

    @Test
    void allAreReadAgainOnceThatIsDueAndThenNotForAWhile() {
        Acquaintance due = Acquaintance.of(filled(), RULES, NOON.plus(RULES.full()).plusSeconds(1));
        due.keeps(ANNA);
        assertThat(due.isTouched(ANNA, "v1")).isTrue();
        due.good(ANNA, "v1");
        due.listedAll();
        KnownMailbox verified = after(due);
        assertThat(Acquaintance.of(verified, RULES, NOON.plus(RULES.full()).plus(RULES.full().minusDays(1)))
                .isTouched(ANNA, "v1")).isFalse();
    }

    @Test
    void whatIsDueStaysDueIfItCouldNotBeRead() {
        Instant later = NOON.plus(RULES.full()).plusSeconds(1);
        Acquaintance due = Acquaintance.of(filled(), RULES, later);
        due.keeps(ANNA);
        due.listedAll();
        due.leftUnread();
        assertThat(Acquaintance.of(after(due), RULES, later).isTouched(ANNA, "v1")).isTrue();
    }

    @Test
    void aContactThatItsOwnerDeletesIsCountedWhenItIsMadeAgain() {
        KnownMailbox known = filled();
        for (int times = 1; times <= 3; times++) {
            Acquaintance next = next(known);
            next.keeps(ANNA);
            assertThat(next.deletions(ANNA)).isEqualTo(times);
            next.listedAll();
            assertThat(after(next).deletions()).as("not yet made").isEqualTo(known.deletions());
            next.came(new Outcome(Change.create(Fixtures.key("anna"), Change.AGAIN, "h1"), Outcome.Kind.APPLIED, "",
                    "a", "v1"));
            known = after(next);
            assertThat(known.deletions()).isEqualTo(Map.of(ANNA, times));
        }
        Acquaintance asked = next(known);
        asked.came(new Outcome(Change.create(Fixtures.key("anna"), Change.GIVEN_BACK, "h1"), Outcome.Kind.APPLIED, "",
                "a", "v1"));
        assertThat(after(asked).deletions()).isEmpty();
    }

    @Test
    void whatWeDeleteOurselvesIsNoOwnersDeletion() {
        Acquaintance next = next(filled());
        next.keeps(ANNA);
        next.listedAll();
        next.came(new Outcome(Fixtures.delete("anna", "a"), Outcome.Kind.APPLIED, "", "a", null));
        assertThat(after(next).isEmpty()).isTrue();
        assertThat(next(after(next)).deletions(ANNA)).isZero();
    }

    @Test
    void anUpdateThatLeftAnOwnersValueIsNotRememberedAsGood() {
        Acquaintance next = next(filled());
        Change part = Fixtures.update("anna", "a").leaving(Set.of("mobilePhone"));
        next.came(new Outcome(part, Outcome.Kind.APPLIED, "", "a", "v2"));
        assertThat(next(after(next)).isTouched(ANNA, "v2")).isTrue();
    }

    @Test
    void whatIsNotListedAndNotDesiredIsForgotten() {
        Acquaintance next = next(filled());
        next.listedAll();
        assertThat(after(next).isEmpty()).isTrue();
    }

    @Test
    void whereNothingWasKnownAndNotAllIsListedNothingIsKnownAfterwards() {
        Acquaintance undo = next(KnownMailbox.NOTHING);
        undo.came(new Outcome(Fixtures.update("anna", "a"), Outcome.Kind.APPLIED, "", "a", "v2"));
        assertThat(after(undo)).as("or all others would have to be read").isSameAs(KnownMailbox.NOTHING);
    }

    @Test
    void aDeletionThatMayHaveBeenDoneIsNoOwnersDoing() {
        for (Outcome.Kind kind : Outcome.Kind.values()) {
            Acquaintance removal = next(filled());
            removal.came(new Outcome(Fixtures.delete("anna", "a"), kind, "", "a"));
            assertThat(next(after(removal)).wasThere(ANNA)).as("%s", kind).isEqualTo(!kind.isSent());
        }
    }

    @Test
    void whatIsAboutToBeDeletedIsForgottenBefore() {
        KnownMailbox before = filled();
        assertThat(next(before).without(Fixtures.plan(Fixtures.update("anna", "a")))).isSameAs(before);
        assertThat(next(before).without(Fixtures.plan(Fixtures.delete("ben", "b")))).as("never known").isSameAs(before);
        assertThat(next(next(before).without(Fixtures.plan(Fixtures.delete("anna", "a")))).wasThere(ANNA)).isFalse();
    }

    /** What is not looked for is as it was. */
    @Test
    void whereOnlySomeAreListedNothingIsForgotten() {
        KnownMailbox before = filled();
        Acquaintance next = next(before);
        next.listsSome();
        next.listedAll();
        assertThat(after(next)).isSameAs(before);
    }
}
