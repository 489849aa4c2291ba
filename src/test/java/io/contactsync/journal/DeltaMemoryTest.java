package io.contactsync.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.core.Kept;
import io.contactsync.core.KnownDelta;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** By which links mailboxes are asked is a cache: what is not certain to be whole is nothing. */
class DeltaMemoryTest {

    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
    private static final KnownDelta KNOWN = new KnownDelta("/users/a/contacts/delta?$deltatoken=x", "w",
            NOON.minusSeconds(3), NOON, NOON.plusSeconds(9), new KnownDelta.Held(40, 38,
            new Kept(Map.of(Kept.Reason.UNPROVEN, 2), Set.of("other"))), Set.of(7L, -7L));

    @TempDir
    Path data;

    @Test
    void comesBackAsItWasAndLeavesOutWhatIsNothing() {
        DeltaMemory memory = new DeltaMemory(data);
        assertThat(memory.isThere()).isFalse();
        assertThat(memory.read()).isEmpty();
        memory.write(Map.of("a", KNOWN, "b", KnownDelta.NOTHING));
        assertThat(memory.isThere()).isTrue();
        assertThat(memory.read()).isEqualTo(Map.of("a", KNOWN));
    }

    @Test
    void damageIsNothing() throws IOException {
        DeltaMemory memory = new DeltaMemory(data);
        memory.write(Map.of("a", KNOWN));
        Path file = data.resolve("state/deltas");
        Files.writeString(file, Files.readString(file).replace("token=x", "token=y"));
        assertThat(memory.read()).isEmpty();
        assertThat(memory.isThere()).as("there is something to be forgotten").isTrue();
    }
}
