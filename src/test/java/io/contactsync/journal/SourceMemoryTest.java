package io.contactsync.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contactsync.core.ContactKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

class SourceMemoryTest {

    private static final Map<ContactKey, String> STAFF = Map.of(new ContactKey("staff", "1"), "h1", new ContactKey("staff", " id with spaces "), "h2",
            new ContactKey("staff", "# end 2"), "h3", new ContactKey("staff", "Jürgen 😀"), "h4");

    @TempDir
    Path data;

    private Path folder;
    private SourceMemory memory;

    @BeforeEach
    void begin() {
        folder = data.resolve("sources");
        memory = new SourceMemory(folder);
    }

    @Test
    void isEmptyBeforeTheFirstReading() {
        assertThat(memory.read("staff")).isEmpty();
    }

    @Test
    void readsBackWhatItWrote() {
        memory.write("staff", STAFF);
        assertThat(memory.read("staff")).isEqualTo(STAFF);
        assertThat(memory.read("partners")).isEmpty();
    }

    @Test
    void replacesWhatItWrote() throws Exception {
        memory.write("staff", STAFF);
        memory.write("staff", Map.of());
        assertThat(memory.read("staff")).isEmpty();
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void isNeverTakenForEmptyOrSmallerWhereverItIsCut() throws Exception {
        memory.write("staff", STAFF);
        byte[] whole = Files.readAllBytes(folder.resolve("staff.keys"));
        for (int length = 0; length < whole.length - 1; length++) {
            Files.write(folder.resolve("staff.keys"), Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> memory.read("staff")).as("cut after %d bytes", length).isInstanceOf(JournalException.class).hasMessageContaining("staff.keys");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# end 1\n", "h1 1\n", "h1 1\n# end 2\n", "h1 1\nh2 2\n# end 1\n", "x\n# end 1\n", " 1\n# end 1\n", "h1 \n# end 1\n", "h1 1\n\n# end 2\n"})
    void refusesADamagedFile(String content) throws Exception {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("staff.keys"), content);
        assertThatThrownBy(() -> memory.read("staff")).isInstanceOf(JournalException.class).hasMessageContaining("delete it to start afresh");
    }

    @Test
    void refusesBytesThatAreNoText() throws Exception {
        Files.createDirectories(folder);
        Files.write(folder.resolve("staff.keys"), new byte[] {'h', ' ', (byte) 0xC3, '\n'});
        assertThatThrownBy(() -> memory.read("staff")).isInstanceOf(JournalException.class).hasMessageContaining("cannot be read");
    }
}
