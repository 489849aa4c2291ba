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
    private static final KnownDelta GOOD = KnownDelta.NOTHING.begun("/link", NOON).found("wanted", NOON,
            NOON.plus(Duration.ofDays(3)), new KnownDelta.Held(3, 3, new Kept(Map.of(Kept.Reason.UNPROVEN, 2),
                    Set.of("branch"))), Set.of(42L));

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
        new RunDeltas(data, "").begins("one", plan(create()));
        assertThat(remembered()).isEqualTo(Map.of("one", GOOD.doubtful(), "other", GOOD.doubtful()));
    }

    @Test
    void aRunThatWritesNothingForgetsNothing() {
        new DeltaMemory(data).write(Map.of("one", GOOD));
        new RunDeltas(data, "").begins("one", plan());
        assertThat(remembered()).isEqualTo(Map.of("one", GOOD));
    }

    /** A disk on which nothing can be forgotten lets nothing be written. */
    @Test
    void whatCannotBeForgottenKeepsTheRunFromWriting() throws IOException {
        Files.createDirectories(data.resolve("state/deltas"));
        assertThatThrownBy(() -> new RunDeltas(data, "").begins("one", plan(create())))
                .isInstanceOf(JournalException.class).hasMessageContaining("deltas");
    }
}
