package io.contactsync.cli.screen;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.run.Progress;
import io.contactsync.run.Progress.Phase;
import io.contactsync.run.Progress.Waiting;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How far a run is, on 80 columns and piped. */
class ProgressLinesTest {

    private static final Waiting SLOW = new Waiting("anna@contoso.com", 31, Duration.ZERO);
    private static final Waiting TOLD = new Waiting("李小龙李小龙李小龙李小龙李小龙李小龙@contoso.com", 80, Duration.ofSeconds(12));

    private static Progress progress(String kind, Phase phase, String doing, int seconds, Duration left,
            Waiting... waiting) {
        return new Progress("r", kind, phase, doing, Duration.ofSeconds(seconds), 3_000, 3_000, 2_998, 29_978, 21_300,
                4, 1_240.4, left, List.of(waiting), "");
    }

    private static Progress running(Duration left, Waiting... waiting) {
        return progress("sync", Phase.MAILBOXES, "", 31, left, waiting);
    }

    private static List<String> drawn(Progress progress) {
        return ProgressLines.drawn(progress, 80);
    }

    @Test
    void aRunWithoutWorkersSaysSo() {
        Progress still = new Progress("r", "sync", Phase.MAILBOXES, "", Duration.ofSeconds(12), 9, 0, 0, 0, 0, 0, 0,
                null, List.of(), "no worker has asked for a mailbox yet");
        assertThat(drawn(still)).contains("standing   no worker has asked for a mailbox yet");
        assertThat(ProgressLines.piped(still)).endsWith(", standing still: no worker has asked for a mailbox yet");
    }

    @Test
    void nothingHasBegun() {
        assertThat(drawn(Progress.NONE)).containsExactly("starting");
    }

    @Test
    void aSourceIsRead() {
        assertThat(drawn(progress("sync", Phase.SOURCES, "graph-users", 3, null)))
                .containsExactly("reading    source graph-users                                               3 s");
    }

    @Test
    void targetsAreListed() {
        assertThat(drawn(progress("sync", Phase.TARGETS, "", 3, null)))
                .containsExactly("reading    the list of targets                                              3 s");
    }

    @Test
    void mailboxesAreWritten() {
        assertThat(drawn(running(Duration.ofSeconds(7), SLOW))).containsExactly(
            "reading    3,000/3,000 mailboxes                                     ~ 7 s left",
            "writing    21,300/29,978 changes   1,240/s   throttled 4",
            "waiting    1 mailbox: anna@contoso.com (slow, 31 %)");
    }

    @Test
    void whatIsNotKnownIsNotGuessed() {
        assertThat(drawn(running(null)).get(0))
                .isEqualTo("reading    3,000/3,000 mailboxes                       time left: not known yet");
    }

    @Test
    void aPlanWritesNothing() {
        assertThat(drawn(progress("plan", Phase.MAILBOXES, "", 31, Duration.ofSeconds(200)))).containsExactly(
            "reading    3,000/3,000 mailboxes                              ~ 3 min 20 s left",
            "planned    29,978 changes");
    }

    @Test
    void theLastStateTellsTheTime() {
        assertThat(drawn(progress("sync", Phase.OVER, "", 31, null))).containsExactly(
            "reading    3,000/3,000 mailboxes                                           31 s",
            "writing    21,300/29,978 changes   throttled 4");
    }

    @Test
    void longNamesAreCutByTheColumnsTheyTake() {
        assertThat(drawn(running(null, TOLD)).get(2))
                .isEqualTo("waiting    1 mailbox: 李小龙李小龙李小龙李小龙李小… (told to wait 12 s)");
    }

    @Test
    void pipedItIsOneLineWhole() {
        assertThat(ProgressLines.piped(running(Duration.ofSeconds(7), SLOW, TOLD)))
                .isEqualTo("reading 3,000/3,000 mailboxes, writing 21,300/29,978 changes, 1,240/s,"
                        + " throttled 4, ~ 7 s left, waiting for 2 mailboxes: anna@contoso.com (slow, 31 %) · "
                        + "李小龙李小龙李小龙李小龙李小… (told to wait 12 s)");
        assertThat(ProgressLines.piped(progress("plan", Phase.MAILBOXES, "", 3, null))).isEqualTo(
            "reading 3,000/3,000 mailboxes, planned 29,978 changes, time left: not known yet");
    }

    @Test
    void pipedALineIsDueWithEveryPhaseAndEveryHalfMinute() {
        PipedPace pace = new PipedPace();
        assertThat(pace.due(Progress.NONE)).isEmpty();
        assertThat(pace.due(progress("sync", Phase.SOURCES, "staff", 0, null))).contains("reading source staff");
        assertThat(pace.due(progress("sync", Phase.SOURCES, "staff", 29, null))).isEmpty();
        assertThat(pace.due(progress("sync", Phase.SOURCES, "other", 29, null))).contains("reading source other");
        assertThat(pace.due(progress("sync", Phase.SOURCES, "other", 59, null))).isPresent();
        assertThat(pace.due(progress("sync", Phase.TARGETS, "", 60, null))).contains("reading the list of targets");
        assertThat(pace.due(progress("sync", Phase.MAILBOXES, "", 61, null))).isPresent();
        assertThat(pace.due(progress("sync", Phase.MAILBOXES, "", 90, null))).isEmpty();
        assertThat(pace.due(progress("sync", Phase.ENDING, "", 91, null)))
                .isEqualTo(Optional.of("ending after 1 min 31 s"));
        assertThat(pace.due(progress("sync", Phase.OVER, "", 200, null))).isEmpty();
    }
}
