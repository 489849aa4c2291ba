package io.contactsync.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contactsync.core.Hold;
import io.contactsync.core.Totals;
import io.contactsync.journal.HoldsFile;
import io.contactsync.journal.KnownHold;
import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** By which ids a hold is found. */
class HoldIdsTest extends HoldsTestBase {

    @Test
    void anIdMayBeShortenedAsLongAsItIsClear() {
        run(30, false, Map.of("alice", 0));
        String id = only().id();
        assertThat(holds.get(id.substring(0, 4)).id()).isEqualTo(id);
        assertThatThrownBy(() -> holds.get(id.substring(0, 3))).isInstanceOf(UnknownHoldException.class)
                .hasMessageContaining("held is " + id)
                .hasMessageContaining("at least 4 characters");
        assertThat(holds.get(id.toUpperCase(java.util.Locale.ROOT)).id()).isEqualTo(id);
        assertThatThrownBy(() -> holds.decide("", KnownHold.Word.APPROVED, "ann", NOON))
                .isInstanceOf(UnknownHoldException.class);
        KnownHold one = only();
        KnownHold twin = new KnownHold("9009aa", Hold.Kind.DELETES, "", "x", "", List.of(), List.of(), 1, 1,
                Map.of(), false, List.of(), NOON, "r", null, false);
        KnownHold other = new KnownHold("9009ab", Hold.Kind.DELETES, "", "x", "", List.of(), List.of(), 1, 1,
                Map.of(), false, List.of(), NOON, "r", null, false);
        assertThatThrownBy(() -> Holds.find(List.of(one, twin, other), "9009"))
                .hasMessage("'9009' is the beginning of several holds: 9009aa, 9009ab - see 'contact-sync holds'");
        assertThat(Holds.find(List.of(one, twin, other), "9009a" + "b").id()).isEqualTo("9009ab");
        assertThat(Holds.distinct(List.of(twin, other))).isEqualTo(6);
        assertThat(Holds.distinct(List.of(one))).isEqualTo(4);
    }

    @Test
    void anIdOfAnOlderJournalIsStillTaken() throws Exception {
        Path old = Files.createDirectories(data.resolve("runs").resolve("20200101-000000-000-0000"));
        Files.writeString(old.resolve("journal.jsonl"),
                "{\"at\":\"2020-01-01T00:00:00.000Z\",\"event\":\"hold\",\"hold\":\"0123456789ab\","
                + "\"reason\":\"x\"}\n");
        AtBegin begin = AtBegin.read(new HoldsFile(data), data.resolve("runs"), Set.of("0123456789ab"));
        assertThat(begin.approvals().ids()).containsExactly("0123456789ab");
        Files.delete(old.resolve("journal.jsonl"));
    }

    @Test
    void aPlanKeepsTheWholeIdOfWhatItWasAllowed() {
        run(30, false, Map.of("alice", 0));
        KnownHold hold = only();
        new HoldsFile(data).update(known -> List.of(hold,
                new KnownHold("ffff00001111", Hold.Kind.CHANGED, "x", "x", "", List.of(), List.of(), 0, 0, Map.of(),
                false, List.of(), NOON, "r", new KnownHold.Decision(KnownHold.Word.APPROVED, "ann", NOON), false)));
        String plan;
        try (Run run = begin(true, hold.id().substring(0, 4))) {
            plan = run.id();
            take(run, people(0, 30));
            tasks(run, List.of(new Target("alice", null)));
            steps.finish(run, Totals.NONE);
        }
        assertThat(PlanFile.read(data.resolve("runs").resolve(plan).resolve(RunFolder.PLAN)).head().approvals())
                .as("and not what somebody may take back").containsExactly(hold.id());
    }
}
