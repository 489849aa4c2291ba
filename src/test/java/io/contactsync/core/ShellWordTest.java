package io.contactsync.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShellWordTest {

    @ParameterizedTest
    @ValueSource(strings = {"$(touch x)", "`id`", "O'Brien", "a \"b\" c", "a|b", "#a", "~", "a;b", "$HOME", "!!", "*",
            "\\", "'; id; '", "", "bob@contoso.com", "Jos\u00e9"})
    void aShellTakesItAsOneWordAndRunsNothing(String text) throws IOException {
        Process shell =
                new ProcessBuilder("sh", "-c", "printf '<%s>' " + ShellWord.of(text)).redirectErrorStream(true).start();
        assertThat(new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo("<" + text + ">");
    }

    @Test
    void aLineFeedEndsNoCommand() {
        assertThat(ShellWord.of("Bob\nreboot")).isEqualTo("'Bob reboot'");
        assertThat(ShellWord.of("a\u001b[31m'b")).isEqualTo("'a [31m'\\''b'");
    }

    @Test
    void whatNoShellReadsAnythingIntoStaysBare() {
        assertThat(ShellWord.of("bob.ahrens+1@contoso.com")).isEqualTo("bob.ahrens+1@contoso.com");
        assertThat(ShellWord.of("staff|b-1")).isEqualTo("'staff|b-1'");
    }
}
