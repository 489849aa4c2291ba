package io.contactsync.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.core.KnownUsers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Users as they were read last are a cache: what is not certain to be whole is nothing. */
class UserMemoryTest {

    private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");
    private static final List<String> ROWS = List.of("{\"id\":\"1\",\"displayName\":\"Änn\\nBär\"}",
            "{\"id\":\"2\",\"sum\":\"x\",\"assignedLicenses\":[{\"skuId\":\"s\"}]}");
    private static final UserMemory.Read READ = new UserMemory.Read(
            new KnownUsers("https://graph/users/delta?x", "w", NOON.minusSeconds(9), NOON, NOON.plusSeconds(9)),
            ROWS.stream().map(row -> row.getBytes(StandardCharsets.UTF_8)).toList());

    @TempDir
    Path data;

    private Path file() {
        return data.resolve("state/users/targets.jsonl");
    }

    private static List<String> texts(UserMemory.Read read) {
        return read.rows().stream().map(row -> new String(row, StandardCharsets.UTF_8)).toList();
    }

    @Test
    void comesBackByteForByteAndEachListForItself() throws IOException {
        UserMemory memory = new UserMemory(data);
        assertThat(memory.read("targets")).isEqualTo(UserMemory.Read.NOTHING);
        memory.write("targets", READ);
        assertThat(memory.read("targets").known()).isEqualTo(READ.known());
        assertThat(texts(memory.read("targets"))).isEqualTo(ROWS);
        assertThat(memory.read("source-graph-users")).isEqualTo(UserMemory.Read.NOTHING);
        memory.forget();
        assertThat(file()).doesNotExist();
        assertThat(memory.read("targets")).isEqualTo(UserMemory.Read.NOTHING);
    }

    @ParameterizedTest
    @CsvSource({"Bär, Bar", "users/delta, users/delto", "'\"id\":\"2\"', '\"id\":\"3\"'",
        "'\"lines\":3', '\"lines\":2'"})
    void damageIsNothing(String there, String instead) throws IOException {
        UserMemory memory = new UserMemory(data);
        memory.write("targets", READ);
        String whole = Files.readString(file());
        assertThat(whole).contains(there);
        Files.writeString(file(), whole.replace(there, instead));
        assertThat(memory.read("targets")).isEqualTo(UserMemory.Read.NOTHING);
    }

    @Test
    void aMissingLineAndAMissingEndAreNothing() throws IOException {
        UserMemory memory = new UserMemory(data);
        memory.write("targets", READ);
        List<String> lines = Files.readAllLines(file());
        for (int missing = 0; missing < lines.size(); missing++) {
            List<String> left = new ArrayList<>(lines);
            left.remove(missing);
            Files.write(file(), left);
            assertThat(memory.read("targets")).as("without line " + missing).isEqualTo(UserMemory.Read.NOTHING);
        }
        Files.writeString(file(), "");
        assertThat(memory.read("targets")).isEqualTo(UserMemory.Read.NOTHING);
    }
}
