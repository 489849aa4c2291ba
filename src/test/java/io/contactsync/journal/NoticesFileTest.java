package io.contactsync.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoticesFileTest {

    @TempDir
    Path folder;

    private Set<String> kept(Set<String> mail) {
        NoticesFile notices = new NoticesFile(folder.resolve("notices"));
        notices.write(Map.of("mail", mail, "webhook", Set.of("hold 9009")));
        Map<String, Set<String>> read = new NoticesFile(folder.resolve("notices")).read();
        assertThat(read.get("webhook")).containsExactly("hold 9009");
        return read.get("mail");
    }

    @Test
    void ofTooManyTheYoungestStayWhateverTheyAreCalled() {
        Set<String> told = new LinkedHashSet<>();
        IntStream.range(0, 10_000).forEach(number -> told.add("hold " + number));
        assertThat(kept(told)).containsExactlyElementsOf(told);
        told.add("failed-since 2026-11-25T05:00:00Z");
        assertThat(kept(told)).hasSize(10_000).doesNotContain("hold 0").contains("hold 1",
                "failed-since 2026-11-25T05:00:00Z");
    }
}
