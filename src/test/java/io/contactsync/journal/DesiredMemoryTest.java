package io.contactsync.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.core.ContactKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;

/** What mailboxes were to hold is a cache: what is not certain to be whole is nothing. */
class DesiredMemoryTest {

    private static final DesiredMemory.Known KNOWN = new DesiredMemory.Known("frame", "wanted",
            Map.of(new ContactKey("staff", "1"), "one", new ContactKey("staff", "a b@example.com").shown(), "two"));

    @TempDir
    Path data;

    private Path file() {
        return data.resolve("state/desired");
    }

    @Test
    void comesBackAsItWasAndNamesNobody() throws IOException {
        assertThat(new DesiredMemory(data).read()).isEqualTo(DesiredMemory.Known.NOTHING);
        new DesiredMemory(data).write(KNOWN);
        assertThat(new DesiredMemory(data).read()).isEqualTo(KNOWN);
        assertThat(Files.readString(file())).doesNotContain("example.com");
    }

    @Test
    void damageIsNothing() throws IOException {
        new DesiredMemory(data).write(KNOWN);
        Files.writeString(file(), Files.readString(file()).replace("\"one\"", "\"uno\""));
        assertThat(new DesiredMemory(data).read()).isEqualTo(DesiredMemory.Known.NOTHING);
    }

    @Test
    void itIsForgottenWithWhoeverIsErased() throws IOException {
        new DesiredMemory(data).write(KNOWN);
        new DesiredMemory(data).forget();
        assertThat(file()).doesNotExist();
    }

    @Test
    void whatIsRememberedAlreadyIsNotWritten() throws IOException {
        new DesiredMemory(data).write(KNOWN);
        Files.setLastModifiedTime(file(), FileTime.from(Instant.EPOCH));
        DesiredMemory memory = new DesiredMemory(data);
        memory.read();
        memory.write(KNOWN);
        assertThat(Files.getLastModifiedTime(file()).toInstant()).isEqualTo(Instant.EPOCH);
        memory.write(new DesiredMemory.Known("frame", "other", KNOWN.contacts()));
        assertThat(new DesiredMemory(data).read().wanted()).isEqualTo("other");
    }
}
