package io.contactsync.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contactsync.core.ContactKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;

/** What a mailbox's list need not show yet, read from journals on a disk. */
class RecentCreatesTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Duration SETTLE = Duration.ofMinutes(15);
    private static final ContactKey ANNA = new ContactKey("staff", "anna");
    private static final ContactKey BEN = new ContactKey("staff", "ben|b ü");

    @TempDir
    Path runs;

    private void journal(String run, String... lines) throws IOException {
        Files.createDirectories(runs.resolve(run));
        Files.writeString(runs.resolve(run).resolve(Journal.FILE), String.join("\n", lines) + "\n",
                StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private static String line(int minutesAgo, String rest) {
        return "{\"at\":\"" + Journal.TIME.format(NOON.minus(Duration.ofMinutes(minutesAgo))) + "\"," + rest + "}";
    }

    private static String intent(int minutesAgo, ContactKey key) {
        return line(minutesAgo,
                "\"event\":\"intent\",\"mailbox\":\"alice\",\"change\":\"create\",\"key\":\"" + key.text() + "\"");
    }

    private static String outcome(int minutesAgo, ContactKey key, String outcome) {
        return line(minutesAgo, "\"event\":\"outcome\",\"mailbox\":\"alice\",\"change\":\"create\",\"key\":\""
                + key.text() + "\",\"outcome\":\"" + outcome + "\"");
    }

    private static String plan(int minutesAgo, boolean settled) {
        return line(minutesAgo, "\"event\":\"plan\",\"mailbox\":\"alice\",\"unsettled\":0,\"settled\":" + settled);
    }

    private RecentCreates recent() {
        return recent(new TimeScale(NOON, null));
    }

    private RecentCreates recent(TimeScale now) {
        return RecentCreates.read(EarlierRuns.journals(runs, "now"), now, SETTLE, false);
    }

    private boolean isRecent(ContactKey key) {
        return recent().contains("alice", key);
    }

    @Test
    void knowsNothingBeforeTheFirstRun() {
        assertThat(EarlierRuns.journals(runs.resolve("none"), "now")).isEmpty();
    }

    @Test
    void remembersAnIntentWithoutAnOutcome() throws Exception {
        journal("1", intent(1, ANNA), intent(1, BEN));
        assertThat(isRecent(ANNA)).isTrue();
        assertThat(isRecent(BEN)).isTrue();
        assertThat(recent().contains("bob", ANNA)).isFalse();
        assertThat(isRecent(new ContactKey("staff", "carl"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"applied", "unknown"})
    void remembersWhatWasOrMayHaveBeenCreated(String outcome) throws Exception {
        journal("1", intent(1, ANNA), outcome(1, ANNA, outcome));
        assertThat(isRecent(ANNA)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rejected", "retry-later", "deferred"})
    void forgetsWhatWasCertainlyRefused(String outcome) throws Exception {
        journal("1", intent(1, ANNA), outcome(1, ANNA, outcome));
        assertThat(isRecent(ANNA)).isFalse();
    }

    @Test
    void remembersTheSecondTryOfWhatWasRefusedFirst() throws Exception {
        journal("1", intent(2, ANNA), outcome(2, ANNA, "retry-later"), intent(1, ANNA));
        assertThat(isRecent(ANNA)).isTrue();
    }

    @Test
    void ignoresUpdatesAndDeletes() throws Exception {
        journal("1", intent(1, ANNA).replace("create", "update"), intent(1, BEN).replace("create", "delete"));
        assertThat(isRecent(ANNA)).isFalse();
        assertThat(isRecent(BEN)).isFalse();
    }

    @Test
    void forgetsAfterTheSettleTime() throws Exception {
        journal("1", intent(16, ANNA), intent(15, BEN));
        assertThat(isRecent(ANNA)).isFalse();
        assertThat(isRecent(BEN)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"applied", "unknown"})
    void isRecentFromItsOutcomeOn(String outcome) throws Exception {
        journal("1", intent(20, ANNA), intent(20, BEN), outcome(16, BEN, outcome), outcome(14, ANNA, outcome));
        assertThat(isRecent(ANNA)).isTrue();
        assertThat(isRecent(BEN)).isFalse();
        journal("2", intent(10, BEN), outcome(3, BEN, outcome), plan(2, true));
        assertThat(isRecent(BEN)).as("listed, but only a minute after its outcome").isTrue();
        journal("3", plan(1, true));
        assertThat(isRecent(BEN)).isFalse();
    }

    @Test
    void isSettledByAListThatShowedAllOfThem() throws Exception {
        journal("1", intent(5, ANNA));
        journal("2", plan(3, true), intent(1, BEN));
        assertThat(isRecent(ANNA)).isFalse();
        assertThat(isRecent(BEN)).isTrue();
    }

    @Test
    void isNotSettledByAListThatDidNot() throws Exception {
        journal("1", intent(5, ANNA));
        journal("2", plan(3, false));
        assertThat(isRecent(ANNA)).isTrue();
    }

    /**
     * A list may fall back behind what it showed: one look a moment after the create proves nothing for the next look.
     */
    @Test
    void isNotSettledByAListRightAfterTheCreate() throws Exception {
        journal("1", intent(3, ANNA));
        journal("2", plan(2, true));
        assertThat(isRecent(ANNA)).isTrue();
    }

    @Test
    void isNotSettledByAnotherMailbox() throws Exception {
        journal("1", intent(5, ANNA), plan(1, true).replace("alice", "bob"));
        assertThat(isRecent(ANNA)).isTrue();
    }

    @Test
    void isConfirmedOnlyByAllDifferentKeys() throws Exception {
        journal("1", intent(1, ANNA), intent(1, ANNA), intent(1, BEN));
        assertThat(recent().isConfirmedBy("alice", 1)).isFalse();
        assertThat(recent().isConfirmedBy("alice", 2)).isTrue();
        assertThat(recent().isConfirmedBy("bob", 0)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"at\":\"2026", "}", "\u0000\u0000\u0000"})
    void cutsATornLastLine(String torn) throws Exception {
        journal("1", intent(1, ANNA));
        Files.writeString(runs.resolve("1").resolve(Journal.FILE), torn, StandardOpenOption.APPEND);
        assertThat(isRecent(ANNA)).isTrue();
    }

    @Test
    void cutsTheLastLineWhereverItIsTorn() throws Exception {
        byte[] whole = ("\n" + intent(1, BEN).replace("ü", "ü}ü")).getBytes(StandardCharsets.UTF_8);
        for (int length = 1; length < whole.length; length++) {
            Files.createDirectories(runs.resolve("1"));
            Path file = runs.resolve("1").resolve(Journal.FILE);
            Files.writeString(file, intent(1, ANNA));
            Files.write(file, java.util.Arrays.copyOf(whole, length), StandardOpenOption.APPEND);
            assertThat(isRecent(ANNA)).as("torn after %d bytes", length).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5, 30, 60, 100})
    void refusesAJournalThatIsDamagedBeforeItsEnd(int length) throws Exception {
        journal("1", intent(1, BEN).substring(0, length), intent(1, ANNA));
        assertThatThrownBy(this::recent).isInstanceOf(JournalException.class)
                .hasMessageContaining("is damaged in line 1: ");
    }

    @Test
    void readsWhatTheJournalWrites() throws Exception {
        java.time.Clock clock = java.time.Clock.fixed(NOON.minusSeconds(5), java.time.ZoneOffset.UTC);
        try (Journal journal = Journal.begin(runs, runs.resolve("1"), clock)) {
            journal.write(JournalEntry.of(Grammar.INTENT).with("mailbox", "alice").with("change", "create")
                    .with("key", BEN.text()).with("name", "\"}{\n"));
        }
        assertThat(isRecent(BEN)).isTrue();
    }

    /** The simulation plays with a model of this class: the two must not part. */

    private static String adoption(String event, ContactKey key, String reason) {
        return line(2, "\"event\":\"" + event + "\",\"mailbox\":\"alice\",\"change\":\"update\",\"key\":\""
                + key.text() + "\"," + reason);
    }

    @Test
    void whatAFormerToolLeftIsThisFoldersOwnAndWhatAnInstallationLeftIsNot() throws IOException {
        journal("1", adoption("intent", ANNA, "\"reason\":\"adopted by e-mail\""),
                adoption("intent", BEN, "\"reason\":\"adopted\""));
        assertThat(recent().mayBeMade("alice", 1)).isTrue();
        assertThat(recent().mayBeMade("alice", 2)).as("somebody made another one").isFalse();
        assertThat(recent().isMade("alice", ANNA)).isTrue();
        assertThat(recent().isMade("alice", BEN)).isFalse();
        assertThat(recent().contains("alice", ANNA)).as("it was there before").isFalse();
        journal("1", adoption("outcome", ANNA, "\"reason\":\"412\",\"outcome\":\"rejected\""));
        assertThat(recent().mayBeMade("alice", 1)).isFalse();
    }

    @Test
    void countsWhatWasSentToAMailboxAndKnowsWhereItPutTheCategory() throws IOException {
        journal("1", intent(3, ANNA), intent(2, BEN),
                line(2, "\"event\":\"intent\",\"mailbox\":\"bob\",\"change\":\"category\""),
                line(2, "\"event\":\"outcome\",\"mailbox\":\"bob\",\"change\":\"category\",\"outcome\":\"applied\""),
                line(2, "\"event\":\"outcome\",\"mailbox\":\"carl\",\"change\":\"category\",\"outcome\":\"unknown\""));
        assertThat(recent().count("alice")).isEqualTo(2);
        assertThat(recent().count("bob")).isZero();
        assertThat(recent().hasAddedCategory("bob")).isTrue();
        assertThat(recent().hasAddedCategory("carl")).isFalse();
    }
}
