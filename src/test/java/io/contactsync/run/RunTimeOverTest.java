package io.contactsync.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.core.DriftRules;
import io.contactsync.core.Limits;
import io.contactsync.core.MailboxResult;
import io.contactsync.core.Totals;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A run whose time is over: what is left is counted, and comes first in the next one. */
class RunTimeOverTest extends RunTestBase {

    private Instant now = NOON;

    @BeforeEach
    void moveTheClock() {
        RunSettings settings = RunSettings.of("main", "staff", "", false, 30, 15, false, data.toString());
        runs = new Runs(settings, new Limits(2, 3, 30, 2, 20), RENDERER, Fingerprint.parse("fingerprint"), new Clock() {
            @Override
            public Instant instant() {
                return now;
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        });
        steps = new RunSteps(RENDERER, false, DriftRules.STANDARD, runs.ended());
        mailboxes = new Mailboxes("Company");
    }

    @Test
    void whatIsLeftIsCountedAndComesFirstInTheNextRun() {
        List<Target> targets = List.of(new Target("alice", null), new Target("bob", null), new Target("cleo", null));
        try (Run run = begin(false)) {
            take(run, people(0, 3));
            List<MailboxTask> tasks = tasks(run, targets);
            MailboxTurn alice = runs.turn(tasks.get(0));
            MailboxResult done = written(mailboxes.begin(plan(alice, held(0, 3).iterator())));
            entries.end(alice, done);
            MailboxTurn bob = runs.turn(tasks.get(1));
            MailboxPlan planned = plan(bob, held(0, 2).iterator());
            now = NOON.plus(Duration.ofMinutes(232));
            MailboxStep step = mailboxes.begin(planned);
            assertThat(mailboxes.isSending(step)).isFalse();
            entries.plan(planned);
            entries.outcomes(step);
            MailboxResult left = written(step);
            entries.end(bob, left);
            MailboxTurn cleo = runs.turn(tasks.get(2));
            assertThat(cleo.task().skip()).isEqualTo("the run's time was over before it");
            MailboxResult skipped = results.skipped(cleo);
            entries.end(cleo, skipped);
            RunReport report = steps.finish(run, Totals.NONE.plus(done).plus(left).plus(skipped));
            assertThat(report.exit()).isEqualTo(ExitCode.PARTLY);
            assertThat(report.problems()).singleElement().asString().startsWith("the run's 240 minutes "
                    + "(sync.run-minutes) were over: 2 of 3 mailboxes were left or not finished");
            assertThat(report.causes()).hasSize(2);
        }
        try (Run next = begin(false)) {
            take(next, people(0, 3));
            assertThat(tasks(next, targets)).extracting(MailboxTask::mailbox).containsExactly("bob", "cleo", "alice");
        }
    }

    /** The time may be over while nothing is left: then nothing is to be said. */
    @Test
    void aRunThatIsThroughIsDone() {
        try (Run run = begin(false)) {
            take(run, people(0, 3));
            MailboxTurn alice = runs.turn(tasks(run, List.of(new Target("alice", null))).get(0));
            MailboxResult done = written(mailboxes.begin(plan(alice, held(0, 3).iterator())));
            entries.end(alice, done);
            now = NOON.plus(Duration.ofMinutes(500));
            assertThat(steps.finish(run, Totals.NONE.plus(done)).exit()).isEqualTo(ExitCode.DONE);
        }
    }

    @Test
    void soIsOneWhoseLastMailboxHasNothingToWrite() {
        try (Run run = begin(false)) {
            take(run, people(0, 3));
            MailboxTurn alice = runs.turn(tasks(run, List.of(new Target("alice", null))).get(0));
            MailboxPlan planned = plan(alice, held(0, 3).iterator());
            now = NOON.plus(Duration.ofMinutes(232));
            MailboxResult done = written(mailboxes.begin(planned));
            entries.end(alice, done);
            RunReport report = steps.finish(run, Totals.NONE.plus(done));
            assertThat(report.exit()).isEqualTo(ExitCode.DONE);
            assertThat(report.problems()).isEmpty();
        }
    }
}
