package io.contactsync.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Lines that are all there, once, and in their order. */
class SummedLinesTest {

    @TempDir
    Path data;

    private Path file() {
        return data.resolve("file");
    }

    private static void line(ByteArrayOutputStream out, String object) {
        LineSum.write(object.getBytes(StandardCharsets.UTF_8), out);
    }

    @Test
    void aFileOfAnOlderVersionIsReadAndItsOrderIsNotKnown() throws IOException {
        ByteArrayOutputStream old = new ByteArrayOutputStream();
        line(old, "{\"a\":1}");
        line(old, "{\"lines\":1}");
        Files.write(file(), old.toByteArray());
        List<byte[]> lines = new ArrayList<>();
        assertThat(SummedLines.read(file(), lines::add)).isFalse();
        assertThat(lines).hasSize(1);
        assertThat(SummedLines.readWhole(file(), lines::add)).isTrue();
    }

    @Test
    void linesThatWereSwappedOrFollowTheEndAreNoticed() throws IOException {
        SummedLines.write(file(), lines -> {
            lines.line("{\"a\":1}".getBytes(StandardCharsets.UTF_8));
            lines.line("{\"b\":2}".getBytes(StandardCharsets.UTF_8));
        });
        assertThat(SummedLines.read(file(), line -> { })).isTrue();
        assertThat(SummedLines.readWhole(file(), line -> { })).isTrue();
        List<String> whole = Files.readAllLines(file());
        List<String> more = new ArrayList<>(whole);
        more.add(whole.get(0));
        Files.write(file(), more);
        assertThatThrownBy(() -> SummedLines.read(file(), line -> { })).hasMessageContaining("in line 4");
        Collections.swap(whole, 0, 1);
        Files.write(file(), whole);
        assertThatThrownBy(() -> SummedLines.read(file(), line -> { })).hasMessageContaining("in line 3");
        assertThat(SummedLines.readWhole(file(), line -> { })).isFalse();
    }
}
