package io.contactsync.journal;

import io.contactsync.core.ContactKey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the last ordinary run wanted mailboxes to hold, in the file {@code state/desired}: content hashes by key, as
 * keys are {@linkplain ContactKey#shown() shown}; no names. A cache: where it is lost, mailboxes are listed in full.
 */
public final class DesiredMemory {

    private final Path file;
    private final StateLines<Line> lines;
    private Known read;

    /** The whole file is one line. */
    private record Line(String frame, String wanted, Map<String, String> contacts) {
        private Known known() {
            Map<ContactKey, String> all = new HashMap<>();
            contacts.forEach((key, hash) -> all.put(ContactKey.parse(key), hash));
            return new Known(frame, wanted, all);
        }
    }

    /**
     * What is remembered.
     *
     * @param frame fingerprint of all that decides what a mailbox is to hold, but for the contacts
     * @param wanted fingerprint of the same with the contacts
     * @param contacts content hash by key, as shown
     */
    public record Known(String frame, String wanted, Map<ContactKey, String> contacts) {
        /** Nothing. */
        public static final Known NOTHING = new Known("", "", Map.of());

        public Known {
            contacts = Map.copyOf(contacts);
        }
    }

    /** @param data the data folder */
    public DesiredMemory(Path data) {
        this.file = new DataPlaces(data).desired();
        this.lines = new StateLines<>(file, Line.class, "mailboxes are listed in full");
    }

    /**
     * Forgets it.
     *
     * @throws IOException if it cannot be removed
     */
    void forget() throws IOException {
        Files.deleteIfExists(file);
    }

    /** What is remembered; nothing if it is damaged. */
    public Known read() {
        try {
            List<Known> all = lines.read(Line::known);
            read = all.isEmpty() ? Known.NOTHING : all.get(0);
        } catch (DamagedStateException damaged) {
            read = Known.NOTHING;
        }
        return read;
    }

    /**
     * Remembers that; the file is left alone if it says so already.
     *
     * @throws JournalException if it cannot be written
     */
    public void write(Known known) {
        if (known.equals(read)) {
            return;
        }
        Map<String, String> contacts = new HashMap<>();
        known.contacts().forEach((key, hash) -> contacts.put(key.text(), hash));
        lines.write(List.of(new Line(known.frame(), known.wanted(), contacts)));
        read = known;
    }
}
