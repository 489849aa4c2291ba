package io.contactsync.journal;

import io.contactsync.core.Times;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPOutputStream;

/**
 * Takes a person out of journals, and then out of state. A line keeps the hash that it had, so that all that was
 * vouched for by the chain still is; that the lines now are what the erasure made of them, a line of the erasure's own
 * journal vouches for, which is on the disk before a file is replaced.
 */
public final class Erasure {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String UNFINISHED = ".erasing";

    private final Path data;
    private final ErasedPerson person;
    private long lines;
    private int files;

    /** Of that person, in that data folder, of which the lock is taken. */
    public Erasure(Path data, ErasedPerson person) {
        this.data = data;
        this.person = person;
    }

    /**
     * Refuses where it would do harm: to creates that lists need not show yet, or to journals that are not what was
     * written.
     *
     * @param settle how long a create stays recent
     * @throws JournalException in one sentence
     */
    public void require(Instant now, Duration settle) {
        List<JournalSpan> young = JournalReader.of(new DataPlaces(data).runs()).spans().stream()
                .filter(span -> span.reaches(new TimeScale(now, null), settle)).toList();
        if (!young.isEmpty()) {
            Instant last = young.stream().map(JournalSpan::last).max(Comparator.naturalOrder()).orElse(now);
            throw new JournalException("the last run ended less than " + settle.toMinutes() + " minutes ago, and its "
                    + "journal must still know what it sent (sync.settle-minutes): erase after "
                    + Times.UTC.from((last.isAfter(now) ? now : last).plus(settle)));
        }
        List<AuditCheck.Bad> bad = AuditCheck.of(data).bad();
        if (!bad.isEmpty()) {
            throw new JournalException("nothing is erased from journals that are not as they were written: "
                    + bad.get(0).sentence() + "; see 'contact-sync audit verify'");
        }
    }

    /**
     * Does it; what was done before a crash need not be done again.
     *
     * @param by name of the operating system's user
     * @return how many lines of journals were changed
     * @throws JournalException if something cannot be read or written
     */
    public long carryOut(String by, Clock clock) {
        FolderAge.settleFrom(data, clock.instant());
        Set<String> runs = new TreeSet<>();
        JournalReader.Found found = JournalReader.ofAll(data).search(person.marks());
        found.lines().forEach(line -> runs.add(line.run()));
        try (HandJournal hand = HandJournal.begin(data, "erase", by, clock)) {
            for (String run : runs) {
                Path folder = new DataPlaces(data).journal(run);
                RecentIndex.forget(folder);
                for (Path file : JournalFiles.of(folder)) {
                    replace(file, hand);
                }
            }
            hand.end();
        } catch (IOException failed) {
            throw unfinished(failed);
        }
        return lines;
    }

    /**
     * Forgets what else is remembered of them; last of all, for by it they are found and told.
     *
     * @throws JournalException if something cannot be read or written
     */
    public void forget() {
        try {
            new RefusedFile(data).erase(person.key());
            new VersionStore(data).erase(person.key());
            new Readings(data).erase(person);
            new UserMemory(data).forget();
            new DesiredMemory(data).forget();
        } catch (IOException failed) {
            throw unfinished(failed);
        }
    }

    private static JournalException unfinished(IOException failed) {
        return new JournalException("the erasure did not come to its end: give the command again", failed);
    }

    /** How many files of journals were changed. */
    public int files() {
        return files;
    }

    private void replace(Path file, HandJournal hand) throws IOException {
        Path next = file.resolveSibling(file.getFileName() + UNFINISHED);
        Files.deleteIfExists(next);
        ErasedLines.Sum sum = new ErasedLines.Sum(JournalReader.run(file), file);
        long changed;
        try (FileChannel channel = FileChannel.open(next, Set.of(StandardOpenOption.CREATE_NEW,
                StandardOpenOption.WRITE), PrivateFiles.ownerOnly(file.getParent()))) {
            OutputStream plain = new BufferedOutputStream(Channels.newOutputStream(channel), 65_536);
            OutputStream out = JournalFiles.isCompressed(file) ? new GZIPOutputStream(plain, 65_536) : plain;
            changed = write(file, out, sum);
            if (out instanceof GZIPOutputStream zip) {
                zip.finish();
            }
            plain.flush();
            channel.force(true);
        }
        if (changed > 0) {
            sum.lines().ifPresent(all -> hand.say(all.entry()));
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            PrivateFiles.sync(file.getParent());
            lines += changed;
            files++;
        }
        Files.deleteIfExists(next);
    }

    private long write(Path file, OutputStream out, ErasedLines.Sum sum) throws IOException {
        long changed = 0;
        try (JournalLines read = JournalLines.open(file, true)) {
            while (read.next()) {
                byte[] before = read.bytes();
                byte[] after = without(before);
                changed += after == before ? 0 : 1;
                sum.add(after, 0, after.length);
                out.write(after);
                out.write('\n');
            }
        }
        return changed;
    }

    /** The same bytes if nothing is to be taken out of them. */
    private byte[] without(byte[] line) throws IOException {
        ObjectNode object = (ObjectNode) JSON.readTree(line);
        if (!person.takeOut(object)) {
            return line;
        }
        String hash = LineHash.of(line, 0, line.length);
        object.remove(List.of("hash", "sum", LineHash.ERASED));
        if (!hash.isEmpty()) {
            object.put(LineHash.ERASED, true);
        }
        byte[] members = JournalText.of(object);
        ByteArrayOutputStream summed = new ByteArrayOutputStream(members.length + 64);
        LineSum.write(hash.isEmpty() ? members : LineHash.with(members, LineHash.bytes(hash)), summed);
        byte[] all = summed.toByteArray();
        return Arrays.copyOf(all, all.length - 1);
    }
}
