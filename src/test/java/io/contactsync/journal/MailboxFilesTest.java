package io.contactsync.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.core.KnownMailbox;
import io.contactsync.core.KnownMailbox.Rewritten;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is remembered of mailboxes: as it was written, or not at all. */
class MailboxFilesTest {

    private static final String ID = "0c4b2b52-0000-4000-8000-000000000001";

    @TempDir
    Path data;

    private MailboxFiles files;

    @BeforeEach
    void open() {
        files = new MailboxFiles(data);
    }

    private Path file() {
        return data.resolve("state/mailboxes").resolve(ID);
    }

    /** All that can be known of so many contacts. */
    private static KnownMailbox known(int contacts) {
        Random random = new Random(contacts);
        long[] keys = random.longs(contacts).sorted().toArray();
        Map<Long, Integer> deletions = new HashMap<>();
        Map<Long, Rewritten> rewritten = new HashMap<>();
        Arrays.stream(keys).forEach(key -> rewritten.put(key, new Rewritten(random.nextInt(1 << 24), 2)));
        deletions.put(42L, 3);
        return new KnownMailbox(keys, random.longs(contacts).toArray(), 1_700_000_000, false, deletions, rewritten);
    }

    @Test
    void isReadAsItWasWritten() throws IOException {
        for (int contacts : new int[] {0, 1, 500}) {
            files.write(ID, known(contacts));
            assertThat(files.read(ID)).isEqualTo(known(contacts));
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file()))).isEqualTo("rw-------");
    }

    @Test
    void takesSixteenBytesAContactAndTwentyFourWithEverything() throws IOException {
        KnownMailbox all = known(1_000);
        files.write(ID, all);
        assertThat(Files.size(file())).isLessThanOrEqualTo(24 * 1_000 + 50);
        long[] keys = new long[1_000];
        long[] versions = new long[1_000];
        Arrays.setAll(keys, all::key);
        files.write(ID, new KnownMailbox(keys, versions, 1, true, Map.of(), Map.of()));
        assertThat(Files.size(file())).isLessThanOrEqualTo(16 * 1_000 + 30);
    }

    @Test
    void isNotKnownIfAnyByteIsDamagedOrMissing() throws IOException {
        files.write(ID, known(3));
        byte[] good = Files.readAllBytes(file());
        for (int at = 0; at < good.length; at++) {
            byte[] bad = good.clone();
            bad[at] ^= 0x10;
            Files.write(file(), bad);
            assertThat(files.read(ID)).as("byte %d", at).isEqualTo(KnownMailbox.NOTHING);
            Files.write(file(), Arrays.copyOf(good, at));
            assertThat(files.read(ID)).as("cut at %d", at).isEqualTo(KnownMailbox.NOTHING);
        }
    }

    @Test
    void isNotKnownIfItWasNeverWrittenOrOthersMayWriteIt() throws IOException {
        assertThat(files.read(ID)).isEqualTo(KnownMailbox.NOTHING);
        files.write(ID, known(1));
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-rw-rw-"));
        assertThat(files.read(ID)).isEqualTo(KnownMailbox.NOTHING);
    }

    @Test
    void aMailboxThatHoldsNothingOfOursIsNotKnownAnyMore() throws IOException {
        files.write(ID, known(1));
        files.write(ID, new KnownMailbox(new long[0], new long[0], 1, true, Map.of(), Map.of()));
        assertThat(file()).doesNotExist();
    }

    @Test
    void whateverAMailboxIsCalledItIsAFileInTheFolder() throws IOException {
        for (String odd : new String[] {"..", "a/b", "../x", "ä@b", "x.new"}) {
            files.write(odd, known(1));
            assertThat(files.read(odd)).isEqualTo(known(1));
            }
    }
}
