package io.contactsync.journal;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.contactsync.core.KnownUsers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Users of the directory as they were read last, a file {@code state/users/<list>.jsonl} for each list of them: what is
 * known of it, then a line a user, as Graph gave them. Readable by its owner only, for it holds names and numbers. A
 * cache: a list that is not in it is read.
 */
public final class UserMemory {

    private static final String SUFFIX = ".jsonl";
    private static final ObjectMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private final Path folder;

    /** The first line of a file. */
    private record Head(String link, String wanted, long told, long read, long until) {

        static Head of(KnownUsers known) {
            return new Head(known.link(), known.wanted(), known.told().getEpochSecond(),
                    known.read().getEpochSecond(), known.until().getEpochSecond());
        }

        private KnownUsers known() {
            return new KnownUsers(link, wanted, Instant.ofEpochSecond(told), Instant.ofEpochSecond(read),
                    Instant.ofEpochSecond(until));
        }
    }

    /**
     * A list as it was read.
     *
     * @param rows a user each: a JSON object of at least one member, in UTF-8 and in one line
     */
    public record Read(KnownUsers known, List<byte[]> rows) {

        /** Of a list that was never read. */
        public static final Read NOTHING = new Read(KnownUsers.NOTHING, List.of());
    }

    /** @param data the data folder */
    public UserMemory(Path data) {
        this.folder = new DataPlaces(data).users();
    }

    private Path file(String list) {
        return folder.resolve(list + SUFFIX);
    }

    /** A list as it was read last; nothing if it is damaged. */
    public Read read(String list) {
        List<byte[]> rows = new ArrayList<>();
        KnownUsers known = known(list, rows::add);
        return known.equals(KnownUsers.NOTHING) ? Read.NOTHING : new Read(known, rows);
    }

    /** What is known of it, without its users; nothing if any of it is damaged. */
    public KnownUsers known(String list) {
        return known(list, row -> { });
    }

    private KnownUsers known(String list, Consumer<byte[]> rows) {
        List<byte[]> head = new ArrayList<>(1);
        try {
            boolean whole = Files.exists(file(list), LinkOption.NOFOLLOW_LINKS) && SummedLines.read(file(list),
                    line -> (head.isEmpty() ? (Consumer<byte[]>) head::add : rows).accept(unsummed(line)));
            return whole ? JSON.readValue(head.get(0), Head.class).known() : KnownUsers.NOTHING;
        } catch (IOException | RuntimeException damaged) {
            return KnownUsers.NOTHING;
        }
    }

    private static byte[] unsummed(byte[] line) {
        byte[] object = Arrays.copyOf(line, line.length - LineSum.LENGTH + 1);
        object[object.length - 1] = '}';
        return object;
    }

    /**
     * Keeps a list in place of the one before; it is on the disk when this returns.
     *
     * @throws JournalException if it cannot be written
     */
    public void write(String list, Read read) {
        try {
            SummedLines.write(file(list), out -> {
                out.line(JSON.writeValueAsBytes(Head.of(read.known())));
                for (byte[] row : read.rows()) {
                    out.line(row);
                }
            });
        } catch (IOException unwritable) {
            throw new JournalException("the state file '" + file(list) + "' cannot be written", unwritable);
        }
    }

    /**
     * Forgets all lists but those: nobody will ask for the others again.
     *
     * @throws JournalException if that cannot be done
     */
    public void forgetOthers(Collection<String> lists) {
        try {
            forget(lists.stream().map(this::file).toList());
        } catch (IOException unwritable) {
            throw new JournalException("the state folder '" + folder + "' cannot be written", unwritable);
        }
    }

    /**
     * Forgets all lists.
     *
     * @throws IOException if that cannot be done
     */
    void forget() throws IOException {
        forget(List.of());
    }

    private void forget(List<Path> but) throws IOException {
        if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.filter(there -> !but.contains(there)).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
