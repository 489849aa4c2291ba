package io.contactsync.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file is replaced as a whole, privately, and nothing beside it is touched. */
class PrivateFilesTest {

    @TempDir
    Path temp;

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.list(temp)) {
            return all.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static String rights(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    @Test
    void whatBelongsToOthersStays() throws IOException {
        Path theirs = Files.writeString(temp.resolve("report.html.new"), "theirs");
        PrivateFiles.replace(temp.resolve("report.html"), List.of("ours"));
        assertThat(theirs).hasContent("theirs");
        assertThat(files()).containsExactly("report.html", "report.html.new");
        assertThat(temp.resolve("report.html")).hasContent("ours");
        assertThat(rights(temp.resolve("report.html"))).isEqualTo("rw-------");
    }

    @Test
    void nothingIsLeftOfWhatCouldNotBeWritten() throws IOException {
        Path file = Files.writeString(temp.resolve("file"), "old");
        assertThatThrownBy(() -> PrivateFiles.replace(file, out -> {
            out.write("half".getBytes(StandardCharsets.UTF_8));
            throw new IOException("full");
        })).hasMessage("full");
        assertThat(files()).containsExactly("file");
        assertThat(file).hasContent("old");
    }

    @Test
    void twoWhoReplaceOneFileDoNotDisturbEachOther() throws IOException {
        Path file = temp.resolve("file");
        PrivateFiles.replace(file, outer -> {
            PrivateFiles.replace(file, List.of("inner"));
            outer.write("outer".getBytes(StandardCharsets.UTF_8));
        });
        assertThat(file).hasContent("outer");
        assertThat(files()).containsExactly("file");
    }

    @Test
    void foldersAreOfTheirOwnerOnly() throws IOException {
        PrivateFiles.createFolder(temp.resolve("a/b"));
        assertThat(rights(temp.resolve("a"))).isEqualTo("rwx------");
        assertThat(rights(temp.resolve("a/b"))).isEqualTo("rwx------");
    }
}
