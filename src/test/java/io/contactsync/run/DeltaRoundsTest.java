package io.contactsync.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.contactsync.core.ContactKey;
import io.contactsync.core.CurrentContact;
import io.contactsync.core.Fnv;
import io.contactsync.core.HiddenKey;
import io.contactsync.core.Kept;
import io.contactsync.core.KnownDelta;
import io.contactsync.core.Totals;
import io.contactsync.journal.DeltaMemory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a run remembers of a mailbox that it has listed, so that the next one may ask for changes alone. */
class DeltaRoundsTest extends RunTestBase {

    private static final String BOX = "box";
    private static final Duration MONTH = Duration.ofDays(30);

    private KnownDelta after(int days, RunRequest request, List<CurrentContact> held) {
        grownUp();
        DeltaRounds rounds = new DeltaRounds(days);
        try (Run run = runs.begin(request)) {
            take(run, people(0, 5));
            List<MailboxTask> tasks = tasks(run, List.of(new Target(BOX, null)));
            assertThat(rounds.rest(rounds.begin(run, tasks))).isEqualTo(tasks);
            MailboxTurn turn = runs.turn(tasks.get(0));
            MailboxPlan planned = plan(turn, held.iterator());
            entries.plan(planned);
            MailboxStep last = mailboxes.begin(planned);
            assertThat(mailboxes.isRunning(last)).isFalse();
            entries.end(turn, written(last));
            steps.finish(run, Totals.NONE);
        }
        return new DeltaMemory(data).read().getOrDefault(BOX, KnownDelta.NOTHING);
    }

    private KnownDelta after(List<CurrentContact> held) {
        return after(3, RunRequest.ordinary(), held);
    }

    private static List<CurrentContact> with(CurrentContact more) {
        List<CurrentContact> all = new ArrayList<>(held(0, 5));
        all.add(more);
        return all;
    }

    @Test
    void aMailboxThatIsAsDesiredIsRememberedUntilItIsToBeListedOrRead() {
        KnownDelta known = after(held(0, 5));
        assertThat(known.wanted()).isNotEmpty();
        assertThat(known.link()).isEmpty();
        assertThat(known.listed()).isEqualTo(NOON);
        assertThat(known.held()).isEqualTo(new KnownDelta.Held(5, 5, Kept.NOTHING));
        Instant read = NOON.plus(MONTH).minusSeconds(Math.floorMod(Fnv.hash(BOX), MONTH.toSeconds()));
        Instant listed = NOON.plus(Duration.ofDays(3));
        assertThat(known.until()).isEqualTo(read.isBefore(listed) ? read : listed);
        assertThat(after(30, RunRequest.ordinary(), held(0, 5)).until()).isEqualTo(read);
    }

    @Test
    void whatIsNobodysOrAnothersIsRememberedWithIt() {
        assertThat(after(with(new CurrentContact("x", "v", true, null, null))).held().kept().of(Kept.Reason.UNPROVEN))
                .isEqualTo(1);
        KnownDelta.Held held = after(with(new CurrentContact("x", "v", true,
                new HiddenKey("branch", new ContactKey("staff", "zoe")), "h"))).held();
        assertThat(held.kept().of(Kept.Reason.OTHER_INSTANCE)).isEqualTo(1);
        assertThat(held.managed()).isEqualTo(5);
    }

    /** One of ours in another folder has changes that nobody is asked for. */
    @Test
    void aMailboxWithOneOfOursInAnotherFolderIsNot() {
        CurrentContact one = held(4, 5).get(0);
        List<CurrentContact> held = new ArrayList<>(held(0, 4));
        held.add(new CurrentContact(one.id(), one.changeKey(), true, one.key(), one.hash(), false, 0));
        assertThat(after(held)).isEqualTo(KnownDelta.NOTHING);
    }

    @Test
    void aMailboxWithAReleasedContactIsNot() {
        CurrentContact one = held(4, 5).get(0);
        List<CurrentContact> held = new ArrayList<>(held(0, 4));
        held.add(new CurrentContact(one.id(), one.changeKey(), false, one.key(), one.hash()));
        assertThat(after(held)).isEqualTo(KnownDelta.NOTHING);
    }

    @Test
    void onlyAnOrdinaryRunRemembersAnything() {
        assertThat(after(0, RunRequest.ordinary(), held(0, 5))).isEqualTo(KnownDelta.NOTHING);
        assertThat(after(3, new RunRequest(true, Set.of()), held(0, 5))).isEqualTo(KnownDelta.NOTHING);
        assertThat(after(3, new RunRequest(false, Set.of(), Set.of("branch")), held(0, 5)))
                .isEqualTo(KnownDelta.NOTHING);
        assertThat(after(3, new RunRequest(false, Set.of(), Set.of(), "", new RepairOrder(Scope.ALL)), held(0, 5)))
                .isEqualTo(KnownDelta.NOTHING);
    }

    @Test
    void whatIsWantedDependsOnDaysAndPeople() {
        String wanted = after(held(0, 5)).wanted();
        assertThat(after(held(0, 5)).wanted()).isEqualTo(wanted);
        assertThat(after(2, RunRequest.ordinary(), held(0, 5)).wanted()).isNotEqualTo(wanted);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 31})
    void daysOutOfBoundsAreRefusedByTheKeysName(int days) {
        assertThatIllegalArgumentException().isThrownBy(() -> new DeltaRounds(days))
                .withMessage("sync.delta-days must be 0..30 - was '" + days + "'");
    }
}
