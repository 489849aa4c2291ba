package io.contactsync.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A data folder is used only where nobody else can change what is in it. */
class DataFolderTest {

    @TempDir
    Path temp;
    private Path data;

    @BeforeEach
    void make() throws IOException {
        data = Files.createDirectory(temp.resolve("data"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
    }

    private void refused(String... parts) {
        assertThatThrownBy(() -> RunLock.take(data, FilesAlone.INSTANCE)).isInstanceOf(JournalException.class)
                .message().contains(parts);
    }

    private void taken() throws IOException {
        RunLock.take(data, FilesAlone.INSTANCE).close();
        try (var files = Files.list(data)) {
            assertThat(files.map(file -> file.getFileName().toString())).as("nothing is left behind")
                    .doesNotContain("owner").allMatch(name -> !name.endsWith(".tmp"));
        }
    }

    @Test
    void aFolderOfItsOwnerAloneIsTaken() throws IOException {
        taken();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rwxrwx---", "rwxr-xrwx", "rwxrwxrwx"})
    void aDataFolderThatOthersMayWriteIsRefused(String permissions) throws IOException {
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString(permissions));
        refused("may be written by others (" + permissions + ")", "chmod go-w '" + data.toRealPath() + "'");
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-x---"));
        taken();
    }

    @ParameterizedTest
    @ValueSource(strings = {"runs", "state", "state/sources"})
    void aRoomInItThatOthersMayWriteIsRefused(String room) throws IOException {
        Files.createDirectories(data.resolve(room));
        Files.setPosixFilePermissions(data.resolve(room), PosixFilePermissions.fromString("rwxrwxr-x"));
        refused("may be written by others", "chmod go-w '" + data.toRealPath().resolve(room) + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"runs", "state", "state/sources", "lock"})
    void aLinkInItIsRefused(String name) throws IOException {
        Path elsewhere = Files.createDirectory(temp.resolve("elsewhere"));
        Files.createDirectories(data.resolve(name).getParent());
        Files.createSymbolicLink(data.resolve(name), name.equals("lock") ? elsewhere.resolve("file") : elsewhere);
        refused("is a link", "rm '" + data.toRealPath().resolve(name) + "'");
        try (var files = Files.list(elsewhere)) {
            assertThat(files).as("nothing was written through it").isEmpty();
        }
    }

    @Test
    void theDataFolderItselfMayBeALinkToAVolume() throws IOException {
        Path volume = Files.createDirectory(temp.resolve("volume"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.delete(data);
        Files.createSymbolicLink(data, volume);
        taken();
        Files.setPosixFilePermissions(volume, PosixFilePermissions.fromString("rwxrwxrwx"));
        refused("chmod go-w '" + volume.toRealPath() + "'");
    }

    @Test
    void aFolderAroundItThatEverybodyMayWriteIsRefusedUnlessItIsSticky() throws IOException {
        Files.setPosixFilePermissions(temp, PosixFilePermissions.fromString("rwxrwxrwx"));
        refused("may be written by everybody", "chmod o-w '" + temp.toRealPath() + "'");
        Files.setAttribute(temp, "unix:mode", 01777);
        taken();
        Files.setPosixFilePermissions(temp, PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void aPipeInThePlaceOfTheLockIsRefusedAndNotWaitedFor() throws Exception {
        assertThat(new ProcessBuilder("mkfifo", data.resolve("lock").toString()).start().waitFor()).isZero();
        refused("neither file nor folder");
    }

    @Test
    void aJournalThatIsALinkOrAPipeIsRefusedAndNotWaitedFor() throws Exception {
        Path journal = Files.createDirectories(data.resolve("runs").resolve("1")).resolve(Journal.FILE);
        assertThat(new ProcessBuilder("mkfifo", journal.toString()).start().waitFor()).isZero();
        assertThatThrownBy(() -> EarlierRuns.journals(data.resolve("runs"), "now")).isInstanceOf(JournalException.class)
                .hasMessageContaining("ordinary file");
        Files.delete(journal);
        Files.createSymbolicLink(journal, temp.resolve("secret"));
        assertThatThrownBy(() -> EarlierRuns.journals(data.resolve("runs"), "now")).isInstanceOf(JournalException.class)
                .hasMessageContaining("is a link");
    }
}
