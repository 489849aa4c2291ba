package io.contactsync.workers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes over the broker, and what of it is heeded. */
class LettersTest {

    private static final Offer OFFER = new Offer("", "run", "alice", "print");

    @TempDir
    Path folder;

    private Letters signing(String name, String secret) throws IOException {
        Path file = Files.writeString(folder.resolve(name), secret);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return Letters.of(file.toString());
    }

    @Test
    void saysWhatWasWritten() throws IOException {
        for (Letters letters : List.of(Letters.of(""), signing("key", "x".repeat(44)))) {
            Letter letter = Letter.of(Letter.Kind.RETURN, "one", OFFER, "t1").with(new byte[] {1, 2, 3});
            Letter read = letters.read(letters.write(letter), Letter.class);
            assertThat(read).usingRecursiveComparison().isEqualTo(letter);
            assertThat(letters.read(letters.write(OFFER), Offer.class)).isEqualTo(OFFER);
        }
    }

    @Test
    void heedsNothingThatIsNotSignedByItsKey() throws IOException {
        Letters ours = signing("ours", "x".repeat(44));
        byte[] changed = ours.write(OFFER);
        changed[changed.length - 3]++;
        for (byte[] strange : List.of(signing("theirs", "y".repeat(44)).write(OFFER), Letters.of("").write(OFFER),
                changed, new byte[0], new byte[7])) {
            assertThatThrownBy(() -> ours.read(strange, Offer.class)).isInstanceOf(UnreadableLetterException.class)
                    .hasMessage("it is not signed by the key of workers.secret-file, or is of another version");
        }
        assertThatThrownBy(() -> Letters.of("").read(ours.write(OFFER), Offer.class))
                .hasMessage("it is no Offer of version 2, or signed although workers.secret-file is empty here");
    }

    @Test
    void whoHasNotTheSecretReadsNothingOfIt() throws IOException {
        Letters ours = signing("ours", "x".repeat(44));
        byte[] done = "Alma Adams".repeat(9).getBytes(StandardCharsets.UTF_8);
        Letter letter = Letter.of(Letter.Kind.RETURN, "one", OFFER, "t1").with(done);
        byte[] sent = ours.write(letter);
        assertThat(new String(sent, StandardCharsets.ISO_8859_1)).doesNotContain("alice", "RETURN", "Alma Adams");
        assertThat(new String(Letters.of("").write(letter), StandardCharsets.UTF_8)).contains("alice", "Alma Adams");
        assertThat(ours.write(letter)).as("twice the same is not seen").isNotEqualTo(sent);
    }

    @Test
    void whateverOfItIsChangedOrCutIsNotHeeded() throws IOException {
        Letters ours = signing("ours", "x".repeat(44));
        byte[] sent = ours.write(OFFER);
        for (int place = 0; place < sent.length; place++) {
            byte[] changed = sent.clone();
            changed[place] ^= 1;
            assertNotHeeded(ours, changed, Offer.class);
            assertNotHeeded(ours, Arrays.copyOf(sent, place), Offer.class);
            assertNotHeeded(ours, Arrays.copyOfRange(sent, place + 1, sent.length), Offer.class);
        }
        assertNotHeeded(ours, Arrays.copyOf(sent, sent.length + 1), Offer.class);
        assertThat(ours.read(sent, Offer.class)).isEqualTo(OFFER);
    }

    @Test
    void aLetterIsNoAnswerWhoeverSendsItBack() throws IOException {
        Letters ours = signing("ours", "x".repeat(44));
        Letter letter = Letter.of(Letter.Kind.TAKE, "one", OFFER, "t1");
        byte[] sent = ours.write(letter);
        assertNotHeeded(ours, sent, LetterAnswer.class);
        assertNotHeeded(ours, sent, Offer.class);
        assertNotHeeded(ours, ours.write(LetterAnswer.yes(letter, new byte[0])), Letter.class);
    }

    private static void assertNotHeeded(Letters letters, byte[] bytes, Class<?> type) {
        assertThatThrownBy(() -> letters.read(bytes, type)).isInstanceOf(UnreadableLetterException.class)
                .hasMessageStartingWith("it is not signed by the key of workers.secret-file");
    }

    @Test
    void refusesASecretThatIsTooShort() {
        assertThatThrownBy(() -> signing("short", "abc")).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("workers.secret-file must hold 32 characters or more - were 3");
    }

    @Test
    void noClassIsMadeThatTheWireNames() {
        byte[] text = "{\"@class\":\"java.io.File\",\"version\":2}".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> Letters.of("").read(text, Offer.class)).isInstanceOf(UnreadableLetterException.class);
    }

    @Test
    void nothingFollowsWhatCarriesNothing() {
        byte[] offer = Letters.of("").write(OFFER);
        assertThatThrownBy(() -> Letters.of("").read(Arrays.copyOf(offer, offer.length + 1), Offer.class))
                .isInstanceOf(UnreadableLetterException.class);
    }

    @Test
    void whatIsEmptyIsNoLetter() {
        assertThatThrownBy(() -> Letters.of("").read(null, Offer.class)).isInstanceOf(UnreadableLetterException.class);
        assertThatThrownBy(() -> Letters.of("").read(new byte[0], Offer.class))
                .isInstanceOf(UnreadableLetterException.class);
    }

    @Test
    void anAnswerCountsForItsLetterOnly() {
        Letter asked = Letter.of(Letter.Kind.TAKE, "one", OFFER, "t1");
        LetterAnswer yes = LetterAnswer.yes(asked, new byte[0]);
        assertThat(yes.isTo(asked)).isTrue();
        assertThat(yes.isTo(Letter.of(Letter.Kind.TAKE, "one", OFFER, "t2"))).isFalse();
        assertThat(yes.isTo(Letter.of(Letter.Kind.RETURN, "one", OFFER, "t1"))).as("of another kind").isFalse();
    }

    @Test
    void aLeaseCountsFromTheLetterThatWasAnswered() {
        Instant noon = Instant.parse("2026-11-26T12:00:00Z");
        WorkerLease lease = new WorkerLease();
        lease.holds("alice", "t1", noon, Duration.ofSeconds(10));
        assertThat(lease.isGood("alice", noon.plusSeconds(9))).isTrue();
        assertThat(lease.isGood("alice", noon.plusSeconds(10))).isFalse();
        lease.heard(List.of("t1"), List.of("t1"), noon.plusSeconds(5));
        assertThat(lease.isGood("alice", noon.plusSeconds(14))).isTrue();
        lease.heard(List.of("t1"), List.of(), noon.plusSeconds(6));
        assertThat(lease.isGood("alice", noon.plusSeconds(7))).isFalse();
        assertThat(lease.isGood("bob", noon)).isFalse();
    }
}
