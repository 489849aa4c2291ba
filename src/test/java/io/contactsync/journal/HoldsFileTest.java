package io.contactsync.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contactsync.core.Hold;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was decided outlives the process, and nothing but what was decided. */
class HoldsFileTest {

    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

    @TempDir
    Path data;

    private static KnownHold hold(String id) {
        return new KnownHold(id, Hold.Kind.VANISHED, "staff", "12 of 60 people of staff vanished", "",
                List.of("staff|1"), List.of("Ann\n\u001b[2J\u202e"), 708, 60,
                Map.of("alice", "aa"), true, List.of("sync.sources"), NOON, "r1",
                new KnownHold.Decision(KnownHold.Word.APPROVED, "ann", NOON), true);
    }

    private HoldsFile file() {
        return new HoldsFile(data);
    }

    private Path path() {
        return data.resolve("state").resolve("holds");
    }

    @Test
    void comesBackAsItWasAndIsForItsOwnerAlone() throws IOException {
        assertThat(file().read()).isEmpty();
        file().update(none -> List.of(hold("a"), hold("b")));
        assertThat(file().read()).containsExactly(hold("a"), hold("b"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path()))).isEqualTo("rw-------");
        assertThat(Files.readString(path())).as("one line a hold, and no control character").doesNotContain("\u001b")
                .hasLineCount(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "rubbish", "{\"id\":\"a\"}\n"})
    void damageIsNoDecisionAndTheNextChangeMendsIt(String text) throws IOException {
        file().update(none -> List.of(hold("a")));
        Files.writeString(path(), text);
        assertThatThrownBy(() -> file().read()).isInstanceOf(DamagedStateException.class)
                .hasMessageContaining("has to be decided again");
        file().update(known -> {
            assertThat(known).isEmpty();
            return known;
        });
        assertThat(file().read()).isEmpty();
    }

    @Test
    void aLineThatWasChangedIsDamage() throws IOException {
        file().update(none -> List.of(hold("a")));
        Files.writeString(path(), Files.readString(path()).replace("\"ann\"", "\"bob\""));
        assertThatThrownBy(() -> file().read()).isInstanceOf(DamagedStateException.class);
    }

    private void refused(String... parts) {
        assertThatThrownBy(() -> file().read()).isInstanceOf(DamagedStateException.class).message().contains(parts)
                .doesNotContain("Exception");
    }

    @Test
    void damageIsSaidWithItsLine() throws IOException {
        file().update(none -> List.of(hold("a"), hold("b")));
        Files.writeString(path(), Files.readString(path()).replace("\"id\":\"b\"", "\"id\":\"c\""));
        refused("state/holds' is damaged in line 2: ");
        Files.writeString(path(), "");
        refused("state/holds' is empty: ");
    }

    @Test
    void whatCannotBeReplacedIsToBeRemoved() throws IOException {
        Files.createDirectories(path());
        refused("state/holds' must be an ordinary file, and is a folder: nothing can be decided until it is removed "
                + "(rm -r '"
                + path() + "')");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-rw----", "rw-rw-rw-"})
    void whatOthersMayWriteDecidesNothing(String rights) throws IOException {
        file().update(none -> List.of(hold("a")));
        Files.setPosixFilePermissions(path(), PosixFilePermissions.fromString(rights));
        refused("may be written by others (" + rights + ")", "has to be decided again");
        file().update(known -> known);
        assertThat(file().read()).as("replaced, and no decision is left").isEmpty();
    }

    @Test
    void norDoesWhatBelongsToAnother() throws IOException {
        file().update(none -> List.of(hold("a")));
        try {
            Files.setOwner(path(),
                    path().getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));
        } catch (FileSystemException notRoot) {
            Assumptions.abort("only root may give files away");
        }
        refused("belongs to 'nobody'");
    }

    @Test
    void aLinkIsNotFollowed() throws IOException {
        Path elsewhere = Files.writeString(data.resolve("elsewhere"), "");
        Files.createDirectories(path().getParent());
        Files.createSymbolicLink(path(), elsewhere);
        assertThatThrownBy(() -> file().read()).isInstanceOf(DamagedStateException.class);
        assertThatThrownBy(() -> file().update(none -> List.of(hold("a")))).isInstanceOf(JournalException.class)
                .hasMessageContaining("a link");
        assertThat(elsewhere).isEmptyFile();
    }

    @Test
    void changesThatComeAtOnceAreAllThere() {
        List<CompletableFuture<?>> all = new ArrayList<>();
        for (int number = 0; number < 20; number++) {
            KnownHold one = hold("h" + number);
            all.add(CompletableFuture.runAsync(() -> file().update(known -> {
                List<KnownHold> more = new ArrayList<>(known);
                more.add(one);
                return more;
            })));
        }
        all.forEach(CompletableFuture::join);
        assertThat(file().read()).hasSize(20);
    }
}
