package io.contactsync.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeldBeforeTest {

    @TempDir
    Path runs;

    private void journal(String run, String... lines) throws IOException {
        Files.createDirectories(runs.resolve(run));
        Files.writeString(runs.resolve(run).resolve(Journal.FILE), String.join("\n", lines) + "\n");
    }

    private static String hold(String id) {
        return "{\"at\":\"2026-11-25T05:00:00.000Z\",\"event\":\"hold\",\"hold\":\"" + id
                + "\",\"reason\":\"12 of 60\"}";
    }

    @Test
    void nothingWasHeldWhereThereIsNoRun() {
        assertThat(HeldBefore.ids(runs.resolve("none"))).isEmpty();
    }

    @Test
    void everythingThatWasEverHeldIsKnown() throws IOException {
        journal("20261125-0500", hold("bbb"), "{\"event\":\"run-end\"}");
        journal("20261124-0500", hold("aaa"), "{\"event\":\"hold\",\"hold\":\"torn");
        assertThat(HeldBefore.ids(runs)).containsExactly("aaa", "bbb");
    }
}
