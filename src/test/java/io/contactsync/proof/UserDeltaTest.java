package io.contactsync.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.core.Tally;
import io.contactsync.journal.GrammarCheck;
import io.contactsync.run.RunReport;
import io.contactsync.run.RunRequest;
import io.contactsync.sandbox.protocol.ServiceRequest;
import io.contactsync.sandbox.store.UserAttribute;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Users of whom Graph tells no change are taken as they were read; any change reads them in full. */
class UserDeltaTest extends UserDeltaTestBase {

    @Test
    void anUnchangedDayAsksOnceForEachListAndReadsNone() throws IOException {
        for (int day = 0; day < 3; day++) {
            RunReport report = run();
            assertAllAsked();
            assertThat(report.totals().unchanged()).isEqualTo((long) USERS * (USERS - 1));
            assertThat(report.sources().get(0).contacts()).isEqualTo(USERS);
            String journal = Files.readString(bench.data().resolve("runs").resolve(report.id())
                    .resolve("journal.jsonl"), StandardCharsets.UTF_8);
            assertThat(journal.lines().filter(line -> line.contains("\"unchangedSince\":\""))).hasSize(2);
        }
        GrammarCheck.all(bench.data());
    }

    @ParameterizedTest
    @CsvSource({"renames, 7, 0", "disables, 0, 7", "takes the licence, 0, 7", "removes, 0, 7"})
    void anyChangeReadsAllAndComesToTheMailboxes(String deed, int updated, int deleted) {
        act(deed);
        Tally tally = run().totals().tally();
        assertThat(List.of(tally.created(), tally.updated(), tally.deleted())).containsExactly(0, updated, deleted);
        assertAllRead();
    }

    private void act(String deed) {
        switch (deed) {
            case "renames" -> rename();
            case "disables" -> tenant().put(somebody.with(UserAttribute.ACCOUNT_ENABLED, false));
            case "takes the licence" -> tenant().put(somebody.with(UserAttribute.ASSIGNED_LICENSES, List.of()));
            default -> tenant().administration().removeUser(somebody.id(), true);
        }
    }

    @Test
    void somebodyWhoComesIsReadAndHasAMailboxLikeTheOthers() {
        tenant().administration().removeUser(somebody.id(), true);
        run();
        run();
        run();
        assertAllAsked();
        tenant().administration().restoreUser(somebody.id());
        RunReport report = run();
        assertAllRead();
        assertThat(report.totals().tally().created()).isEqualTo(USERS - 1);
        assertThat(report.totals().total()).isEqualTo(USERS);
    }

    @Test
    void whatNobodyReadsOfAUserIsNoChange() {
        tenant().put(somebody.with(UserAttribute.PREFERRED_LANGUAGE, "de-AT"));
        run();
        assertAllAsked();
    }

    /** Of targets nobody wants to know what they do. */
    @Test
    void eachListIsReadForItself() {
        tenant().put(somebody.with(UserAttribute.JOB_TITLE, "Chair"));
        assertRenamed(run());
        assertThat(calls).containsExactly(ASKED, ASKED, READ, ASKED);
    }

    @Test
    void afterAChangeAllIsReadTwiceAndThenAskedForAgain() {
        rename();
        assertRenamed(run());
        assertAllRead();
        run();
        assertAllRead();
        run();
        assertAllAsked();
    }

    /** What changes behind a reading is told the next time. */
    @Test
    void whatChangesAfterTheReadingComesWithTheNextRun() {
        AtomicBoolean once = new AtomicBoolean();
        bench.begin();
        RunReport report = run(target -> {
            if (target.contains("/contacts") && !once.getAndSet(true)) {
                rename();
            }
            return false;
        }, 500);
        assertThat(report.totals().tally().created()).isEqualTo(USERS * (USERS - 1));
        assertAllRead();
        assertRenamed(run());
    }

    /** The index that lists are made of lags behind: what a link is too young for, a list shows the next time. */
    @Test
    void aListThatLagsBehindItsLinkIsNotTrusted() {
        tenant().administration().holdDirectoryIndex(true);
        rename();
        assertThat(run().totals().tally().updated()).isZero();
        tenant().administration().holdDirectoryIndex(false);
        assertRenamed(run());
    }

    @Test
    void everyFewDaysAllIsRead() {
        PassingTime.ONE.pass(Duration.ofDays(3));
        run();
        assertAllRead();
        run();
        assertAllAsked();
    }

    @Test
    void aPlanReadsAllAndForgetsNothing() {
        calls.clear();
        bench.sandbox().faults().when((ServiceRequest request) -> note(request.target())).drop();
        bench.run(new RunRequest(true, Set.of()));
        bench.sandbox().faults().clear();
        assertAllRead();
        assertThat(calls).doesNotContain(ASKED);
        run();
        assertAllAsked();
    }
}
