package io.contactsync.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contactsync.core.Action;
import io.contactsync.core.Change;
import io.contactsync.core.ContactKey;
import io.contactsync.core.Kept;
import io.contactsync.core.KnownDelta;
import io.contactsync.core.Plan;
import io.contactsync.journal.DeltaMemory;
import io.contactsync.journal.JournalException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run that is killed on its way leaves of the mailboxes that were as desired. */
class RunDeltasTest {

    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");
    private static final Duration OFTEN = Duration.ofDays(3);
    private static final ReadPrint PRINT = new ReadPrint("1.0", "fingerprint");
    private static final KnownDelta GOOD = KnownDelta.NOTHING.begun("/link", NOON).found(
            PRINT.with("desired", List.of()), NOON, NOON.plus(OFTEN),
            new KnownDelta.Held(3, 3, new Kept(Map.of(Kept.Reason.UNPROVEN, 2), Set.of("branch"))), Set.of(42L));

    @TempDir
    Path data;

    private Map<String, KnownDelta> remembered() {
        return new DeltaMemory(data).read();
    }

    private static Plan plan(Change... changes) {
        return new Plan(List.of(changes), 3, 3, Kept.NOTHING, Set.of());
    }

    private static Change create() {
        return new Change(Action.CREATE, new ContactKey("staff", "anna"), null, "new");
    }

    @Test
    void beforeTheFirstWriteItIsForgottenOnTheDiskWhichMailboxesWereAsDesired() {
        new DeltaMemory(data).write(Map.of("one", GOOD, "other", GOOD));
        assertThat(remembered()).isEqualTo(Map.of("one", GOOD, "other", GOOD));
        new RunDeltas(data, PRINT).begins("one", plan(create()));
        assertThat(remembered()).isEqualTo(Map.of("one", GOOD.doubtful(), "other", GOOD.doubtful()));
    }

    @Test
    void aRunThatWritesNothingForgetsNothing() {
        new DeltaMemory(data).write(Map.of("one", GOOD));
        new RunDeltas(data, PRINT).begins("one", plan());
        assertThat(remembered()).isEqualTo(Map.of("one", GOOD));
    }

    private boolean isTrusted(ReadPrint print, String desired) {
        RunDeltas deltas = new RunDeltas(data, print);
        deltas.open(desired, List.of(), OFTEN);
        return deltas.isTrusted("one", Set.of(), Duration.ZERO, NOON.plusSeconds(1));
    }

    /** Another program may want a mailbox to be otherwise, with the same configuration and the same people. */
    @Test
    void whatAnotherVersionOfTheProgramFoundAsDesiredIsListed() {
        new DeltaMemory(data).write(Map.of("one", GOOD));
        assertThat(isTrusted(PRINT, "desired")).isTrue();
        assertThat(isTrusted(new ReadPrint("1.1", "fingerprint"), "desired")).isFalse();
        assertThat(isTrusted(new ReadPrint("1.0", "other"), "desired")).isFalse();
        assertThat(isTrusted(PRINT, "other")).isFalse();
    }

    /** A disk on which nothing can be forgotten lets nothing be written. */
    @Test
    void whatCannotBeForgottenKeepsTheRunFromWriting() throws IOException {
        Files.createDirectories(data.resolve("state/deltas"));
        assertThatThrownBy(() -> new RunDeltas(data, PRINT).begins("one", plan(create())))
                .isInstanceOf(JournalException.class).hasMessageContaining("deltas");
    }
}
