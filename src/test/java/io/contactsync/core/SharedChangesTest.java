package io.contactsync.core;

import static io.contactsync.core.Fixtures.create;
import static io.contactsync.core.Fixtures.delete;
import static io.contactsync.core.Fixtures.update;
import static io.contactsync.core.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.core.SharedChanges.Shared;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What many mailboxes share is told once, and what a mailbox was, and why a run ended. */
class SharedChangesTest {

    @Test
    void changesOfManyMailboxesAreOneWithTheirReach() {
        SharedChanges changes = new SharedChanges();
        changes.add(0, List.of(create("anna"), delete("gone", "g0")));
        changes.add(1, List.of(create("anna"), update("ben", "b1")));
        changes.add(5, List.of(create("anna"), update("ben", "b5"), delete("gone", "g5")));
        assertThat(changes.all().values()).extracting(Reach::text).containsExactly("0-1,5", "1,5", "0,5");
        assertThat(changes.all().keySet()).extracting(Shared::action)
                .containsExactly(Action.CREATE, Action.UPDATE, Action.DELETE);
    }

    @Test
    void theyComeInTheOrderOfAPlan() {
        ContactKey anna = new ContactKey("staff", "anna");
        ContactKey ben = new ContactKey("staff", "ben");
        List<Shared> ordered = List.of(new Shared(Action.CREATE, ben, "z", "z", "z"),
                new Shared(Action.UPDATE, anna, "a", "a", "a"), new Shared(Action.UPDATE, anna, "a", "a", "b"),
                new Shared(Action.UPDATE, anna, "a", "b", "a"), new Shared(Action.UPDATE, anna, "b", "a", "a"),
                new Shared(Action.UPDATE, ben, "a", "a", "a"), new Shared(Action.DELETE, anna, "a", "a", "a"));
        for (int one = 0; one < ordered.size(); one++) {
            for (int other = 0; other < ordered.size(); other++) {
                assertThat(Integer.signum(ordered.get(one).compareTo(ordered.get(other))))
                        .isEqualTo(Integer.signum(Integer.compare(one, other)));
            }
        }
    }

    @Test
    void aTargetThatLeftIsMissedSinceItWasFirstAndMayHoldContactsUntilItIsKnownToHoldNone() {
        Instant first = Instant.parse("2026-11-26T08:00:00Z");
        KnownTarget target = new KnownTarget("m", KnownTarget.UNKNOWN, null);
        assertThat(target.isLeft()).isFalse();
        KnownTarget missed = target.seen(false, first);
        assertThat(missed.isLeft()).isTrue();
        assertThat(missed.seen(false, first.plusSeconds(60)).missed()).isEqualTo(first);
        assertThat(missed.seen(true, first).missed()).isNull();
        assertThat(missed.holding(3)).isEqualTo(new KnownTarget("m", 3, first));
        assertThat(missed.holding(3).isLeft()).isTrue();
        assertThat(missed.holding(0).mayHold()).isFalse();
        assertThat(missed.holding(0).isLeft()).isFalse();
    }

    @Test
    void howMuchIsToBeDoneInAMailboxIsKnownBeforeItIsRead() {
        KnownTarget fresh = new KnownTarget("m", KnownTarget.UNKNOWN, null);
        assertThat(fresh.work(500)).as("all are created").isEqualTo(500);
        assertThat(fresh.holding(480).work(500)).isEqualTo(20);
        assertThat(fresh.holding(510).work(500)).isEqualTo(10);
        assertThat(fresh.holding(480).seen(false, NOON).work(500)).as("all are deleted").isEqualTo(480);
    }

    @ParameterizedTest
    @EnumSource
    void theCausesOfAnEarlyEndAreKnownAgain(EarlyEnd why) {
        assertThat(EarlyEnd.isCause(why.before())).isTrue();
        assertThat(EarlyEnd.isCause("2 left: " + why.left())).isTrue();
        assertThat(EarlyEnd.isCause(why.left())).isFalse();
        assertThat(EarlyEnd.isCause("503 ServiceUnavailable")).isFalse();
        assertThat(EarlyEnd.isCause(EarlyEnd.UNREACHED)).isTrue();
    }
}
