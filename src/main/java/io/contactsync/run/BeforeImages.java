package io.contactsync.run;

import io.contactsync.contact.ContactRenderer;
import io.contactsync.contact.ManagedFields;
import io.contactsync.contact.PlainFields;
import io.contactsync.contact.RenderedContact;
import io.contactsync.core.ContactKey;
import io.contactsync.core.SeenContent;
import io.contactsync.core.SharedChanges.Shared;
import io.contactsync.journal.DataPlaces;
import io.contactsync.journal.ImageSeal;
import io.contactsync.journal.ImageStore;
import io.contactsync.journal.StoredImage;
import io.contactsync.problem.Problem;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** What contacts held before runs changed them: kept beside the journals, so that a run can be undone. */
public final class BeforeImages {

    /** For how many days contents can be kept at most. */
    public static final int MOST_DAYS = 3_650;

    private final Path folder;
    private final ImageStore store;

    /**
     * Wired from the configuration.
     *
     * @param data the data folder
     * @param days how long a content is kept after a run has replaced it
     * @param keyFile what they are sealed with; empty for nothing
     * @throws IllegalArgumentException what is wrong, by its key
     */
    public BeforeImages(String data, int days, String keyFile) {
        this(Path.of(data), days, keyFile);
    }

    BeforeImages(Path data, int days, String keyFile) {
        if (days < 1 || days > MOST_DAYS) {
            throw new IllegalArgumentException("undo.days must be 1.." + MOST_DAYS + " - was '" + days + "'");
        }
        this.folder = new DataPlaces(data).state();
        this.store = new ImageStore(data, ImageSeal.of(keyFile.strip()), Duration.ofDays(days));
    }

    /** Keeps what is about to be written; what goes wrong with it costs no run, and is told. */
    Optional<Problem> keep(Collection<RenderedContact> now, Instant at) {
        return told(() -> store.keep(now.stream().map(contact -> new StoredImage(contact.key(), contact.hash(),
                contact.hash(), ManagedFields.written(contact), null)).toList(), at));
    }

    /**
     * Keeps what was read of contacts that are about to be changed: it is on the disk when this returns.
     *
     * @throws io.contactsync.journal.JournalException if it cannot be kept: then they must not be changed
     */
    void add(String run, Instant at, List<SeenContent> seen) {
        if (!seen.isEmpty()) {
            store.add(run, seen.stream().map(each -> new StoredImage(each.key(), each.hash(), each.carried(),
                    each.fields(), at)).toList());
        }
    }

    /** Keeps on what changes have replaced or taken away. */
    Optional<Problem> used(Collection<Shared> changes, Instant at) {
        return changes.isEmpty() ? Optional.empty() : told(() -> store.used(changes, at));
    }

    /**
     * All that is kept of a contact, as people read it.
     *
     * @throws UnreadableRunException if it cannot be read
     */
    List<Map<String, String>> plain(ContactKey key) {
        try {
            return store.find(image -> image.isOf(key)).values().stream()
                    .map(image -> PlainFields.of(image.fields())).toList();
        } catch (IOException unreadable) {
            throw unreadable(unreadable);
        }
    }

    /**
     * Forgets all that a contact held.
     *
     * @throws UnreadableRunException if that cannot be read or written, or is sealed with another key
     */
    public void erase(ContactKey key) {
        try {
            store.erase(key);
        } catch (IOException failed) {
            throw new UnreadableRunException("what contacts held cannot be erased from '" + folder + "': "
                    + failed.getMessage(), failed);
        }
    }

    private interface Storing {
        void run() throws IOException;
    }

    private Optional<Problem> told(Storing storing) {
        try {
            storing.run();
            return Optional.empty();
        } catch (IOException unwritable) {
            return Optional.of(Problem.of("what this run changes cannot be undone: what contacts held cannot be kept in"
                    + " '" + folder + "': " + unwritable.getMessage()));
        }
    }

    /**
     * Those contents.
     *
     * @throws UnreadableRunException if they cannot be read
     */
    PastContents contents(Predicate<StoredImage> wanted, ContactRenderer renderer) {
        try {
            return new PastContents(store.find(wanted), renderer);
        } catch (IOException unreadable) {
            throw unreadable(unreadable);
        }
    }

    private UnreadableRunException unreadable(IOException cause) {
        return new UnreadableRunException("what contacts held cannot be read from '" + folder + "': "
                + cause.getMessage(), cause);
    }
}
