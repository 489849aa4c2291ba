package io.contactsync.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contactsync.core.ContactKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadingsTest {

    private static final Reading READING = new Reading("staff", "20261125-1",
            Instant.parse("2026-11-25T05:00:00.123Z"), "incomplete",
            List.of(new Reading.Named(new ContactKey("staff", "a|\u00fc \"1\""), "Ann \u674e",
            List.of("ann@contoso.com", "a@x.example"), "hash")),
            List.of(new Reading.Absent("b-2", "Ben", "ben@contoso.com", "user b-2", "department=Interns", false),
                    new Reading.Absent("", "", "", "offices.csv, line 9", "'id' must be a text - was 'x'", true)),
            List.of(new Reading.Former(new Reading.Named(new ContactKey("staff", "c-3"), "Cem", List.of(), "h"),
            Instant.parse("2026-11-24T05:00:00Z"))),
            List.of("offices.csv, line 9: 'id' must be a text - was 'x'"));

    @TempDir
    Path data;

    @Test
    void aReadingComesBackAsItWasKeptAndNobodyElseReadsIt() throws IOException {
        Readings readings = new Readings(data);
        assertThat(readings.read("staff")).isEmpty();
        readings.write(READING);
        assertThat(readings.read("staff")).contains(READING);
        assertThat(
                PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(data.resolve("state/readings/staff.jsonl"))))
                .isEqualTo("rw-------");
    }

    @Test
    void damageIsSaidAndNeverTakenForAnEmptySource() throws IOException {
        Readings readings = new Readings(data);
        readings.write(READING);
        Path file = data.resolve("state/readings/staff.jsonl");
        String good = Files.readString(file);
        for (String bad : List.of("", "\n", good.substring(0, good.length() / 2), good.replace("Interns", "Interms"),
                good.replace("\"lines\":5", "\"lines\":4"),
                good.replace("{\"id\":\"a", "{\"id\":"))) {
            Files.writeString(file, bad);
            assertThatThrownBy(() -> readings.read("staff")).as(bad).isInstanceOf(JournalException.class)
                    .hasMessageContaining("what staff named last cannot be told")
                    .hasMessageContaining("the next run writes it anew");
        }
    }

    @Test
    void whoIsErasedLeavesTheRowsThatNoLongerNameThem() {
        Readings readings = new Readings(data);
        assertThat(readings.erase(new ErasedPerson(new ContactKey("staff", "b-2"), List.of()))).isFalse();
        readings.write(READING);
        assertThat(readings.erase(new ErasedPerson(new ContactKey("staff", "z-9"), List.of("Zoe")))).isFalse();
        assertThat(readings.read("staff")).contains(READING);
        assertThat(readings.erase(new ErasedPerson(new ContactKey("staff", "b-2"), List.of("Ben")))).isTrue();
        Reading without = readings.read("staff").orElseThrow();
        assertThat(without.absent()).containsExactly(READING.absent().get(1));
        assertThat(without.former()).isEqualTo(READING.former());
        assertThat(without.named()).isEqualTo(READING.named());
        assertThat(readings.erase(new ErasedPerson(new ContactKey("staff", "c-3"), List.of()))).isTrue();
        assertThat(readings.read("staff").orElseThrow().former()).isEmpty();
        assertThat(readings.erase(new ErasedPerson(new ContactKey("staff", "x-1"), List.of("offices")))).isTrue();
        assertThat(readings.read("staff").orElseThrow().problems())
                .containsExactly("(erased).csv, line 9: 'id' must be a text - was 'x'");
    }
}
