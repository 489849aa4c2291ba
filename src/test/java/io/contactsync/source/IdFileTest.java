package io.contactsync.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class IdFileTest {

    @TempDir
    Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("ids.txt"), text);
    }

    @Test
    void commentsEmptyLinesAndLineEndsOfWindowsDoNotCount() throws IOException {
        assertThat(IdFile.read(file("# all of them\r\n\r\n a@contoso.com  # Ann\r\nb@contoso.com\t# Bob\r\n")))
                .containsExactly("a@contoso.com", "b@contoso.com");
    }

    @Test
    void theNumberSignInAGuestsNameIsNoComment() throws IOException {
        assertThat(IdFile.read(file("ann_fabrikam.com#EXT#@contoso.com\n")))
                .containsExactly("ann_fabrikam.com#EXT#@contoso.com");
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstId() throws IOException {
        assertThat(IdFile.read(file("\uFEFFa@contoso.com\n"))).containsExactly("a@contoso.com");
    }

    @Test
    void anotherEncodingIsNamed() throws IOException {
        Path file = Files.write(folder.resolve("ids.txt"), "Jörg@contoso.com".getBytes(StandardCharsets.ISO_8859_1));
        assertThatIllegalArgumentException().isThrownBy(() -> IdFile.read(file))
                .withMessage("the file of ids '" + file + "' cannot be read as UTF-8 text: save it as UTF-8");
    }

    @Test
    void aFileThatIsNotThereAndAFolderAreNamed() {
        assertThatIllegalArgumentException().isThrownBy(() -> IdFile.read(folder.resolve("none.txt")))
                .withMessageEndingWith("none.txt' does not exist");
        assertThatIllegalArgumentException().isThrownBy(() -> IdFile.read(folder))
                .withMessageEndingWith("' is no regular file");
    }

    /** Whoever opened a pipe would wait for its writer for ever. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    @Timeout(60)
    void aPipeIsRefusedAndNotWaitedFor() throws Exception {
        Path pipe = folder.resolve("ids.fifo");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThatIllegalArgumentException().isThrownBy(() -> IdFile.read(pipe))
                .withMessageEndingWith("' is no regular file");
    }
}
