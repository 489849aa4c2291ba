package io.contactsync.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/**
 * A commit's subject says in one breath what a user notices; the rest is its body. Nothing is looked at where there is
 * no history, and of a shallow one what is there.
 */
class CommitSubjectsTest {

    private static final int MOST = 72;
    /** Since when the rule holds: earlier subjects are longer. */
    private static final String SINCE = "2026-11-26T02:40:00Z";

    private static Stream<String> tooLong(List<String> log) {
        return log.stream().filter(line -> subject(line).codePointCount(0, subject(line).length()) > MOST)
                .map(line -> line + " - has more than " + MOST + " characters");
    }

    /** Behind the commit's id. */
    private static String subject(String line) {
        return line.substring(line.indexOf(' ') + 1);
    }

    private static List<String> log() throws IOException {
        Process git = new ProcessBuilder("git", "log", "--no-merges", "--since=" + SINCE, "--format=%h %s")
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try (InputStream lines = git.getInputStream()) {
            return new String(lines.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    private static boolean isGitThere() {
        try {
            new ProcessBuilder("git", "--version").start().getInputStream().readAllBytes();
            return true;
        } catch (IOException none) {
            return false;
        }
    }

    @Test
    void everySubjectIsOneBreath() throws IOException {
        assumeTrue(Files.exists(Path.of(".git")), "no checkout of git");
        assumeTrue(isGitThere(), "git is not installed");
        assertThat(tooLong(log())).isEmpty();
    }

    @Test
    void aLongSubjectIsNoticed() {
        String good = "a".repeat(MOST);
        assertThat(tooLong(List.of("1234567 " + good, "89abcde " + good + "b")))
                .containsExactly("89abcde " + good + "b - has more than 72 characters");
    }
}
