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

    private static final Map<ContactKey, String> STAFF = Map.of(new ContactKey("staff", "1"), "h1",
            new ContactKey("staff", "id-2").shown(), "h2",
            new ContactKey("staff", "# end 2").shown(), "h3", new ContactKey("staff", "Jürgen 😀").shown(), "h4");

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
            assertRightOrRefused(length);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# end 1\n", "h1 1\n", "h1 1\n# end 2\n", "h1 1\nh2 2\n# end 1\n", "x\n# end 1\n",
            " 1\n# end 1\n", "h1 \n# end 1\n", "h1 1\n\n# end 2\n"})
    void refusesADamagedFile(String content) throws Exception {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("staff.keys"), content);
        assertThatThrownBy(() -> memory.read("staff")).isInstanceOf(JournalException.class)
                .hasMessageContaining("contact-sync state forget staff")
                .isInstanceOf(DamagedStateException.class);
    }

    @Test
    void aStateFileThatIsNoTextIsNamedWithItsLine() throws Exception {
        Files.createDirectories(folder);
        Files.write(folder.resolve("staff.keys"), new byte[] {'h', ' ', (byte) 0xC3, '\n'});
        assertThatThrownBy(() -> memory.read("staff")).isInstanceOf(JournalException.class)
                .hasMessageContaining("is damaged in line 1, which is not UTF-8");
    }

    /** One bit turned over by a bad disk, wherever it is: noticed, or without any effect. */
    @Test
    void noticesEachByteOfAStateFileThatChanges() throws Exception {
        memory.write("staff", STAFF);
        byte[] whole = Files.readAllBytes(folder.resolve("staff.keys"));
        for (int place = 0; place < whole.length; place++) {
            for (int change : new int[] {0x01, 0x20, 0x80, 0xFF}) {
                byte[] other = whole.clone();
                other[place] ^= (byte) change;
                Files.write(folder.resolve("staff.keys"), other);
                assertRightOrRefused(place);
            }
        }
    }

    private void assertRightOrRefused(int place) {
        try {
            assertThat(memory.read("staff")).as("byte %d", place).isEqualTo(STAFF);
        } catch (DamagedStateException refused) {
            assertThat(refused).hasMessageContaining("staff.keys")
                    .hasMessageContaining("contact-sync state forget staff");
        }
    }

    @Test
    void aFolderALinkOrNothingReadableIsDamage() throws Exception {
        Files.createDirectories(folder.resolve("staff.keys"));
        assertThatThrownBy(() -> memory.read("staff")).isInstanceOf(DamagedStateException.class)
                .hasMessageContaining("is a folder");
        assertThat(memory.isWritable("staff")).isFalse();
        memory.forget("staff");
        Path elsewhere = Files.writeString(data.resolve("elsewhere"), "h1 1\n# end 1\n");
        Files.createSymbolicLink(folder.resolve("staff.keys"), elsewhere);
        assertThatThrownBy(() -> memory.read("staff")).isInstanceOf(DamagedStateException.class)
                .hasMessageContaining("is a link");
        memory.forget("staff");
        assertThat(elsewhere).exists();
        assertThat(memory.read("staff")).isEmpty();
    }

    @Test
    void readsWhatOlderVersionsWrote() throws Exception {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("staff.keys"), "h1 7\nh2 ann@contoso.com\n# end 2\n");
        assertThat(memory.read("staff")).isEqualTo(
                Map.of(new ContactKey("staff", "7"), "h1", new ContactKey("staff", "ann@contoso.com").shown(), "h2"));
    }

    @Test
    void namesItsSourcesAndWhenTheyWereRemembered() throws Exception {
        assertThat(memory.sources()).isEmpty();
        memory.write("staff", STAFF);
        memory.write("acme", Map.of());
        Files.writeString(folder.resolve("notes.txt"), "none of ours");
        assertThat(memory.sources()).containsExactly("acme", "staff");
        assertThat(memory.writtenAt("staff"))
                .isEqualTo(Files.getLastModifiedTime(folder.resolve("staff.keys")).toInstant());
        assertThatThrownBy(() -> memory.writtenAt("other")).isInstanceOf(JournalException.class)
                .hasMessageContaining("other.keys' cannot be read");
    }
}
