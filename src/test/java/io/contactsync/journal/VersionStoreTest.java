package io.contactsync.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.core.ContactKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What was written last is told again, for a while also of those who left. */
class VersionStoreTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final ContactKey ANN = new ContactKey("staff", "ann@contoso.com");

    @TempDir
    Path data;

    private void keep(int day, boolean complete, String... contents) throws IOException {
        Map<ContactKey, String> now = new HashMap<>();
        for (String content : contents) {
            now.put(key(content.split("=")[0]), content.split("=")[1]);
        }
        new VersionStore(data).keep("staff", now, key -> content(key, now.get(key), at(day)), complete, at(day));
    }

    private static ContactKey key(String id) {
        return id.equals("ann") ? ANN : new ContactKey("staff", id);
    }

    private static WrittenContact content(ContactKey key, String hash, Instant at) {
        return new WrittenContact(key, hash, "Name " + hash, Map.of("mobilePhone", "+49 " + hash, "notes", "a\n\"b\""),
                at, null);
    }

    private static Instant at(int day) {
        return NOON.plus(Duration.ofDays(day));
    }

    private Stream<ContactKey> people() {
        return read().all().map(WrittenContact::key).distinct();
    }

    private ContactVersions read() {
        return new VersionStore(data).read("staff");
    }

    @Test
    void aContentIsFoundByKeyAndHashWithItsFormerVersions() throws IOException {
        for (int version = 0; version < 6; version++) {
            keep(version, true, "ann=h" + version, "b1=same");
        }
        assertThat(read().versions(ANN)).extracting(WrittenContact::hash).containsExactly("h5", "h4", "h3", "h2");
        assertThat(read().of(ANN, "h3")).contains(content(ANN, "h3", at(3)));
        assertThat(read().of(ANN, "h0")).isEmpty();
        assertThat(read().latest(key("b1"))).contains(content(key("b1"), "same", at(0)));
        assertThat(read().name(ANN.shown())).as("by the key that journals show").isEqualTo("Name h5");
        keep(9, true, "ann=h3", "b1=same");
        assertThat(read().versions(ANN)).extracting(WrittenContact::hash).as("back to a former one")
                .containsExactly("h3", "h5", "h4", "h2");
        assertThat(read().latest(ANN).orElseThrow().since()).isEqualTo(at(9));
    }

    @Test
    void whoLeftIsKnownForNinetyDays() throws IOException {
        keep(0, true, "ann=h", "b1=h");
        keep(1, false, "b1=h");
        assertThat(read().latest(ANN).orElseThrow().gone()).as("an incomplete reading says nothing").isNull();
        keep(2, true, "b1=h");
        keep(92, true, "b1=h");
        assertThat(read().latest(ANN).orElseThrow().gone()).isEqualTo(at(2));
        keep(93, true, "b1=h");
        assertThat(read().name(ANN)).isEmpty();
        assertThat(people()).hasSize(1);
        keep(94, true, "ann=h", "b1=h");
        keep(95, true);
        keep(96, true, "ann=h");
        assertThat(read().latest(ANN).orElseThrow().gone()).as("named again").isNull();
        keep(200, true);
        keep(291, true);
        assertThat(data.resolve("state/contents/staff.jsonl")).as("nobody is left").doesNotExist();
    }

    @Test
    void aFileInWhichNothingChangesIsLeftAsItIs() throws IOException {
        keep(0, true, "ann=h");
        Path file = data.resolve("state/contents/staff.jsonl");
        Object before = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
        keep(1, true, "ann=h");
        assertThat(Files.readAttributes(file, BasicFileAttributes.class).fileKey()).isEqualTo(before);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
    }

    @Test
    void damageCostsThatContentOnlyAndIsMended() throws IOException {
        keep(0, true, "ann=h", "b1=h", "c1=h");
        Path file = data.resolve("state/contents/staff.jsonl");
        List<String> lines = Files.readAllLines(file);
        String whole = Files.readString(file);
        for (int length = 0; length < whole.length(); length += 7) {
            Files.writeString(file, whole.substring(0, length));
            assertThat(people().count()).isLessThanOrEqualTo(3);
        }
        Files.write(file, List.of(lines.get(0).replace("+49", "+50"), lines.get(1), "\u0000\uffff", lines.get(2),
                lines.get(3)));
        assertThat(people()).hasSize(2);
        keep(1, true, "ann=h", "b1=h", "c1=h");
        assertThat(people()).hasSize(3);
        Files.delete(file);
        Files.createDirectory(file);
        assertThat(people()).isEmpty();
    }

    @Test
    void namesItsSourcesAndForgetsWhoIsErasedWithAllTheirVersions() throws IOException {
        VersionStore store = new VersionStore(data);
        assertThat(store.sources()).isEmpty();
        assertThat(store.erase(ANN)).isFalse();
        keep(0, true, "ann=1", "ben=2");
        keep(1, true, "ann=3", "ben=2");
        Files.writeString(data.resolve("state/contents/notes.txt"), "none of ours");
        assertThat(store.sources()).containsExactly("staff");
        assertThat(store.erase(new ContactKey("staff", "zoe"))).isFalse();
        assertThat(store.erase(ANN)).isTrue();
        assertThat(people()).containsExactly(key("ben"));
        assertThat(store.erase(ANN)).isFalse();
    }
}
