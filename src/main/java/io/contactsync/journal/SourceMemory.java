package io.contactsync.journal;

import io.contactsync.core.ContactKey;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What each source named when it was last read completely and accepted by the guards: a file a source, one line a
 * contact, {@code hash id}, and a last line with their number and a check sum. It is what "vanished" is measured
 * against. No personal data: hashes, and keys as they are {@linkplain ContactKey#shown() shown}.
 */
public final class SourceMemory {

    private static final String SUFFIX = ".keys";
    private static final String END = "# sum ";
    private static final Pattern LAST = Pattern.compile("# sum ([0-9a-f]{8}) ([0-9]{1,9})");
    /** Older versions wrote no sum, and ids as they are. */
    private static final Pattern OLD_LAST = Pattern.compile("# end()? ([0-9]{1,9})");

    private final Path folder;

    /** In that folder, a file a source. */
    public SourceMemory(Path folder) {
        this.folder = folder;
    }

    /**
     * Content hash by key, as shown; empty if the source was never read.
     *
     * @throws DamagedStateException if the file is there but damaged: it is never taken for empty
     */
    public Map<ContactKey, String> read(String source) {
        Path file = file(source);
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS) ? parse(source, lines(source)) : Map.of();
    }

    private Path file(String source) {
        return folder.resolve(source + SUFFIX);
    }

    private List<String> lines(String source) {
        byte[] bytes;
        try (InputStream in = PrivateFiles.readOwn(file(source))) {
            bytes = in.readAllBytes();
        } catch (IOException unreadable) {
            throw damaged(source,
                    "cannot be read (" + unreadable.getClass().getSimpleName() + ": " + unreadable.getMessage() + ")");
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString().lines().toList();
        } catch (CharacterCodingException noText) {
            String before = new String(bytes, StandardCharsets.UTF_8);
            int line = (int) before.substring(0, before.indexOf('\uFFFD')).lines().count();
            throw damaged(source, "is damaged in line " + Math.max(1, line) + ", which is not UTF-8");
        }
    }

    private Map<ContactKey, String> parse(String source, List<String> lines) {
        if (lines.isEmpty()) {
            throw damaged(source, "is empty");
        }
        int last = lines.size() - 1;
        boolean summed = !OLD_LAST.matcher(lines.get(last)).matches();
        Matcher end = (summed ? LAST : OLD_LAST).matcher(lines.get(last));
        if (!end.matches() || Integer.parseInt(end.group(2)) != last) {
            throw damaged(source, "is damaged in line " + (last + 1) + ", its last, which must be '" + END
                    + "<sum> <number of lines before>'");
        }
        if (summed && !end.group(1).equals(LineSum.of(lines.subList(0, last)))) {
            throw damaged(source, "is damaged somewhere in its " + last + " lines, which do not have the sum "
                    + end.group(1) + " of its last line");
        }
        Map<ContactKey, String> memory = new HashMap<>();
        for (int place = 0; place < last; place++) {
            add(memory, source, lines.get(place), place + 1, summed);
        }
        return memory;
    }

    private void add(Map<ContactKey, String> memory, String source, String line, int number, boolean summed) {
        int space = line.indexOf(' ');
        try {
            ContactKey key = new ContactKey(source, line.substring(space + 1));
            if (space > 0 && memory.put(summed ? key : key.shown(), line.substring(0, space)) == null) {
                return;
            }
        } catch (IllegalArgumentException noKey) {
            // said below
        }
        throw damaged(source,
                "is damaged in line " + number + ", which must be '<hash> <id>' with an id that comes once");
    }

    private DamagedStateException damaged(String source, String what) {
        return new DamagedStateException("the state file '" + file(source) + "' " + what + ": " + source
                + " counts as never read before, so its deletions"
                + " wait for an approval; 'contact-sync state forget " + source + "' removes the file");
    }

    /** Names of the sources that are remembered. */
    public List<String> sources() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(SUFFIX))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length())).sorted().toList();
        } catch (IOException unreadable) {
            throw new JournalException("the state folder '" + folder + "' cannot be read", unreadable);
        }
    }

    /** Whether nothing but an ordinary file is in the way. */
    public boolean isWritable(String source) {
        return !Files.exists(file(source), LinkOption.NOFOLLOW_LINKS)
                || Files.isRegularFile(file(source), LinkOption.NOFOLLOW_LINKS);
    }

    /** When a source was remembered last, by the file's own time. */
    public Instant writtenAt(String source) {
        try {
            return Files.getLastModifiedTime(file(source), LinkOption.NOFOLLOW_LINKS).toInstant();
        } catch (IOException unreadable) {
            throw new JournalException("the state file '" + file(source) + "' cannot be read", unreadable);
        }
    }

    /**
     * Forgets a source that has been retired, or whose file is damaged; what is in the place of the file must not be a
     * folder with something in it.
     */
    public void forget(String source) {
        try {
            Files.deleteIfExists(file(source));
        } catch (IOException unwritable) {
            throw new JournalException("the state file '" + file(source) + "' cannot be removed", unwritable);
        }
    }

    /**
     * Remembers a source as read now.
     *
     * @param contacts content hash by key, as shown
     * @throws JournalException if it cannot be written
     */
    public void write(String source, Map<ContactKey, String> contacts) {
        List<String> lines =
                new ArrayList<>(contacts.entrySet().stream().map(entry -> entry.getValue() + " " + entry.getKey().id())
                .sorted().toList());
        lines.add(END + LineSum.of(lines) + " " + lines.size());
        try {
            PrivateFiles.replace(file(source), lines);
        } catch (IOException unwritable) {
            throw new JournalException("the state file '" + file(source) + "' cannot be written", unwritable);
        }
    }
}
