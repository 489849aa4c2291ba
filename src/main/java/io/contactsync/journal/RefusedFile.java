package io.contactsync.journal;

import io.contactsync.core.ContactKey;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * Contacts that Graph refuses, in the file {@code state/refused}, with names: its owner alone may read it.
 */
public final class RefusedFile {

    private final StateLines<RefusedLine> lines;

    /** As it stands in the file. */
    private record RefusedLine(String key, String hash, String code, String name, String since, int mailboxes) {

        private static RefusedLine of(RefusedContact one) {
            return new RefusedLine(one.key().text(), one.hash(), one.code(), one.name(), one.since().toString(),
                    one.mailboxes());
        }

        private RefusedContact contact() {
            return new RefusedContact(ContactKey.parse(key), hash, code, name, Instant.parse(since), mailboxes);
        }
    }

    /** @param data the data folder */
    public RefusedFile(Path data) {
        this.lines = new StateLines<>(new DataPlaces(data).refused(), RefusedLine.class,
                "which contacts Graph refuses is forgotten, and they are sent again in the next run");
    }

    /**
     * What is remembered.
     *
     * @throws DamagedStateException if the file is there but damaged
     */
    public List<RefusedContact> read() {
        return lines.read(RefusedLine::contact);
    }

    /**
     * Forgets that contact, whatever was refused of it.
     *
     * @throws JournalException if that cannot be written, or the file is damaged
     */
    void erase(ContactKey key) {
        List<RefusedContact> all = read();
        List<RefusedContact> others = all.stream().filter(one -> !one.key().shown().equals(key.shown())).toList();
        if (others.size() < all.size()) {
            write(others);
        }
    }

    /**
     * Remembers exactly that.
     *
     * @throws JournalException if it cannot be written
     */
    public void write(Collection<RefusedContact> all) {
        lines.write(all.stream().map(RefusedLine::of).toList());
    }
}
