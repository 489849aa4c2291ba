package io.contactsync.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contactsync.core.Action;
import io.contactsync.core.ContactKey;
import io.contactsync.core.SharedChanges.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What contacts held is kept as long as a run can be undone, and sealed where a key is given. */
class ImageStoreTest {

    private static final Instant NOON = Instant.parse("2024-11-23T12:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);
    private static final ContactKey BOB = new ContactKey("staff", "Bob Ahrens");

    @TempDir
    Path data;
    private Path contents;

    @BeforeEach
    void places() {
        contents = data.resolve("state/images/contents.jsonl");
    }

    private ImageStore store(ImageSeal seal) {
        return new ImageStore(data, seal, DAY.multipliedBy(30));
    }

    private ImageStore store() {
        return store(ImageSeal.NONE);
    }

    private static StoredImage image(String hash) {
        return new StoredImage(BOB, hash, hash, "{\"displayName\":\"Bob\",\"mobilePhone\":\"" + hash + "\"}", null);
    }

    private Path key(int bytes, String rights) throws IOException {
        Path file = data.resolve("key-" + bytes);
        Files.writeString(file, Base64.getEncoder().encodeToString(new byte[bytes]) + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
        return file;
    }

    private Set<String> found(ImageStore store) throws IOException {
        return store.find(hashes("one", "two", "read")).keySet();
    }

    private static Predicate<StoredImage> hashes(String... hashes) {
        return image -> List.of(hashes).contains(image.hash());
    }

    @Test
    void aContentIsFoundByItsKeyAsItIsOrAsShown() throws IOException {
        store().keep(List.of(image("one")), NOON);
        assertThat(store().find(hashes("one"))).containsOnlyKeys(StoredImage.id(BOB, "one"))
                .containsKey(StoredImage.id(BOB.shown(), "one")).containsValue(image("one"));
        assertThat(store().find(hashes("two"))).isEmpty();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(contents))).isEqualTo("rw-------");
    }

    @ParameterizedTest
    @CsvSource({"29, true", "30, true", "31, false", "-400, true"})
    void whatWasReplacedIsForgottenInTimeButNotByAClockThatGoesBack(int days, boolean kept) throws IOException {
        store().keep(List.of(image("one")), NOON);
        store().keep(List.of(image("two")), NOON);
        store().keep(List.of(image("two")), NOON.plus(DAY.multipliedBy(days)));
        assertThat(found(store()).contains(StoredImage.id(BOB, "one"))).isEqualTo(kept);
        assertThat(found(store())).contains(StoredImage.id(BOB, "two"));
    }

    @Test
    void whatARunReplacedStaysFromThenOn() throws IOException {
        store().keep(List.of(image("one")), NOON);
        store().keep(List.of(image("two")), NOON);
        Instant later = NOON.plus(DAY.multipliedBy(20));
        store().used(List.of(new Shared(Action.DELETE, BOB.shown(), "gone", "one", "")), later);
        store().keep(List.of(image("two")), later.plus(DAY.multipliedBy(29)));
        assertThat(found(store())).contains(StoredImage.id(BOB, "one"));
    }

    @Test
    void whatARunHasReadIsAddedAndGoesWithItsTime() throws IOException {
        StoredImage read = new StoredImage(BOB, "read", "one", "{\"mobilePhone\":\"9\"}", NOON);
        store().add("20241123-120000-000-beef", List.of(read));
        assertThat(store().find(hashes("read"))).containsValue(read);
        store().keep(List.of(), NOON.plus(DAY.multipliedBy(31)));
        assertThat(found(store())).isEmpty();
    }

    @Test
    void aDamagedLineCostsItsContentAlone() throws IOException {
        store().keep(List.of(image("one"), image("two")), NOON);
        Files.writeString(contents, Files.readString(contents).replace("\"mobilePhone\":\"one\"",
                "\"mobilePhone\":\"eno\""));
        assertThat(found(store())).containsExactly(StoredImage.id(BOB, "two"));
    }

    @Test
    void sealedNothingOfItIsReadableAndAnotherKeyOpensNothing() throws IOException {
        ImageSeal seal = ImageSeal.of(key(32, "rw-------").toString());
        store(seal).keep(List.of(image("one")), NOON);
        assertThat(Files.readString(contents)).doesNotContain("Bob", "one");
        assertThat(store(seal).find(hashes("one"))).containsValue(image("one"));
        Path other = data.resolve("other");
        Files.writeString(other, Base64.getEncoder().encodeToString("another key of thirty-two bytes!".getBytes()));
        Files.setPosixFilePermissions(other, PosixFilePermissions.fromString("rw-------"));
        assertThatThrownBy(() -> found(store(ImageSeal.of(other.toString())))).isInstanceOf(IOException.class)
                .hasMessageContaining("another key than that of undo.key-file").hasMessageContaining(other.toString());
        assertThatThrownBy(() -> found(store())).hasMessage("they are sealed, and undo.key-file names no key");
        byte[] before = Files.readAllBytes(contents);
        assertThatThrownBy(() -> store().keep(List.of(image("two")), NOON)).isInstanceOf(IOException.class);
        assertThat(Files.readAllBytes(contents)).as("what cannot be opened is not written over").isEqualTo(before);
    }

    @Test
    void whatWasKeptBeforeThereWasAKeyIsSealedOnce() throws IOException {
        Path run = contents.resolveSibling("20241123-120000-000-beef.jsonl");
        store().keep(List.of(image("one")), NOON);
        store().add("20241123-120000-000-beef", List.of(image("read").until(NOON)));
        ImageSeal seal = ImageSeal.of(key(32, "rw-------").toString());
        store(seal).keep(List.of(image("one")), NOON);
        assertThat(Files.readString(contents)).doesNotContain("Bob");
        assertThat(Files.readString(run)).doesNotContain("Bob");
        assertThat(found(store(seal))).hasSize(2);
        byte[] sealed = Files.readAllBytes(contents);
        store(seal).keep(List.of(image("one")), NOON);
        assertThat(Files.readAllBytes(contents)).isEqualTo(sealed);
    }

    @Test
    void aKeyFileThatIsNoneIsRefused() throws IOException {
        assertThatThrownBy(() -> ImageSeal.of(data.resolve("none").toString())).hasMessageContaining("undo.key-file")
                .hasMessageContaining("does not exist");
        Path open = key(32, "rw-r--r--");
        assertThatThrownBy(() -> ImageSeal.of(open.toString())).hasMessageContaining("chmod 600");
        Path brief = key(16, "rw-------");
        assertThatThrownBy(() -> ImageSeal.of(brief.toString())).hasMessageContaining("was 16 bytes");
    }

    @Test
    void whoIsErasedIsForgottenWhereverTheyStandAndNobodyElse() throws IOException {
        StoredImage ann = new StoredImage(new ContactKey("staff", "Ann"), "two", "two", "{}", null);
        store().keep(List.of(image("one"), ann), NOON);
        store().add("run", List.of(image("read")));
        store().erase(BOB);
        assertThat(found(store())).containsExactly(ann.id());
    }

    /** With one nonce for all, two contents and one of them known would tell the other one. */
    @Test
    void theSameContentIsSealedDifferentlyEachTime() throws IOException {
        ImageSeal seal = ImageSeal.of(key(32, "rw-------").toString());
        byte[] content = "Bob".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        String once = seal.seal(content);
        assertThat(seal.seal(content)).isNotEqualTo(once);
        assertThat(seal.open(once)).isEqualTo(content);
    }
}
