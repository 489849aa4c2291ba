package io.contactsync.source.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Which file of a folder is read, and what is refused before it is opened. */
class CsvInboxTest {

    private final CsvInbox inbox = new CsvInbox();

    @TempDir
    Path folder;

    private Path drop(String name, long millis) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "id\n1\n");
        return Files.setLastModifiedTime(file, FileTime.fromMillis(millis));
    }

    private void refused(String sentence) {
        assertThatThrownBy(() -> inbox.newest(folder.toString())).isInstanceOf(CsvException.class).hasMessage(sentence);
    }

    @Test
    void theNewestCountsAndOfTwoOfOneTimeTheLastByName() throws IOException {
        drop("b.CSV", 2000);
        drop("c.csv", 1000);
        drop(".d.csv", 3000);
        drop("e.csv.part", 3000);
        assertThat(inbox.newest(folder.toString()).name()).isEqualTo("b.CSV");
        drop("c.csv", 2000);
        assertThat(inbox.newest(folder.toString()).name()).isEqualTo("c.csv");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aFifoInTheFolderIsRefused() throws Exception {
        drop("a.csv", 5000);
        assertThat(new ProcessBuilder("mkfifo", folder.resolve("x.csv").toString()).start().waitFor()).isZero();
        refused("x.csv is a pipe, a socket or a device - allowed is a regular file: put the file itself there");
        assertThatThrownBy(() -> CsvRows.open(folder.resolve("x.csv"), "x.csv", CsvFormat.ANY))
                .hasMessageStartingWith("x.csv is a pipe");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aSocketInTheFolderIsRefused() throws Exception {
        try (ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            socket.bind(UnixDomainSocketAddress.of(folder.resolve("x.csv")));
            refused("x.csv is a pipe, a socket or a device - allowed is a regular file: put the file itself there");
        }
    }

    @Test
    void aFolderNamedLikeAFileIsRefused() throws IOException {
        Files.createDirectory(folder.resolve("x.csv"));
        refused("x.csv is a folder - allowed is a regular file: put the file itself there");
    }

    @Test
    void aLinkInTheFolderIsRefusedAndTheFolderMayBeOne() throws IOException {
        Path real = Files.createDirectory(folder.resolve("real"));
        Files.writeString(real.resolve("y.csv"), "id\n1\n");
        Path link = Files.createSymbolicLink(folder.resolve("inbox"), real);
        assertThat(inbox.newest(link.toString()).name()).isEqualTo("y.csv");
        Files.createSymbolicLink(folder.resolve("x.csv"), real.resolve("y.csv"));
        refused("x.csv is a link - allowed is a regular file: put the file itself there");
    }

    @Test
    void aFolderThatIsNoneIsNamed() throws IOException {
        String key = "source.<name>.folder in config/application.properties says which folder it is";
        assertThatThrownBy(() -> inbox.newest(folder + "/none"))
                .hasMessage("the folder '" + folder + "/none' does not exist - make it (mkdir -p '"
                + folder + "/none') and put the *.csv file there; " + key);
        Path file = drop("a.csv", 1);
        assertThatThrownBy(() -> inbox.newest(file.toString()))
                .hasMessage("the folder '" + file + "' is no folder - " + key);
        Files.delete(file);
        refused("there is no *.csv file in the folder '" + folder + "' - put the file there");
    }

    @Test
    void aFileIsSettledWhenItLooksTheSameTwice() throws IOException {
        drop("a.csv", 1000);
        CsvDrop first = inbox.newest(folder.toString());
        assertThat(first.unsettled()).isTrue();
        drop("a.csv", 2000);
        CsvDrop second = inbox.again(first);
        assertThat(second.unsettled()).isTrue();
        assertThat(inbox.again(second).unsettled()).isFalse();
    }

    @Test
    void aFileThatIsWrittenForEverIsGivenUp() throws IOException {
        drop("a.csv", 1000);
        CsvDrop seen = inbox.newest(folder.toString());
        for (int look = 1; look <= CsvInbox.LOOKS; look++) {
            drop("a.csv", 1000 + look * 1000L);
            seen = inbox.again(seen);
        }
        CsvDrop last = seen;
        drop("a.csv", 500);
        assertThatThrownBy(() -> inbox.again(last)).hasMessageStartingWith("a.csv is still being written");
    }
}
