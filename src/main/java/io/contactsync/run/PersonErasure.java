package io.contactsync.run;

import io.contactsync.contact.PersonalWords;
import io.contactsync.core.ContactKey;
import io.contactsync.journal.ErasedPerson;
import io.contactsync.journal.Erasure;
import io.contactsync.journal.VersionStore;
import io.contactsync.journal.WrittenContact;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Takes a person out of a data folder: out of journals, plans, reports, and all that is remembered. */
public final class PersonErasure {

    private final RunSettings settings;
    private final ContactKey key;
    private final BeforeImages images;
    private final ErasedPerson person;
    private final Erasure erasure;

    /**
     * What was done.
     *
     * @param lines how many lines of journals were changed
     * @param files in how many files
     * @param plans of how many runs plans or reports
     */
    public record Erased(long lines, int files, int plans) {
    }

    /**
     * Of that person.
     *
     * @param known their names and addresses, as far as they are known
     * @throws UnreadableRunException if what their contacts held cannot be read
     */
    public PersonErasure(RunSettings settings, BeforeImages images, ContactKey key, Collection<String> known) {
        this.settings = settings;
        this.key = key;
        this.images = images;
        this.person = new ErasedPerson(key, words(known));
        this.erasure = new Erasure(settings.data(), person);
    }

    /** A number that somebody else has, too, is no word of theirs alone: it stays in that one's lines. */
    private Set<String> words(Collection<String> known) {
        VersionStore store = new VersionStore(settings.data());
        PersonalWords theirs = new PersonalWords();
        store.read(key.source()).versions(key).forEach(version -> theirs.add(version.fields()));
        images.plain(key).forEach(theirs::add);
        PersonalWords others = new PersonalWords();
        store.sources().stream().flatMap(source -> store.read(source).all())
                .filter(version -> !version.key().shown().equals(key.shown())).map(WrittenContact::fields)
                .forEach(others::add);
        Set<String> words = new LinkedHashSet<>(known);
        words.addAll(theirs.names());
        words.addAll(theirs.numbers().stream().filter(number -> !others.numbers().contains(number))
                .collect(Collectors.toSet()));
        words.removeIf(String::isBlank);
        return words;
    }

    /**
     * Refuses where it would do harm.
     *
     * @throws io.contactsync.journal.JournalException in one sentence
     */
    public void require(Instant now) {
        erasure.require(now, settings.settle());
    }

    /**
     * Does it: what tells who they are goes last, so that the same command goes on after a crash.
     *
     * @param by name of the operating system's user
     * @throws io.contactsync.journal.JournalException if something cannot be read or written
     * @throws UnreadableRunException if what contacts held cannot be read or written
     */
    public Erased carryOut(String by, Clock clock) {
        int plans = new ErasedPlans(new RunFolders(settings.runs()), person).carryOut();
        long lines = erasure.carryOut(by, clock);
        images.erase(key);
        erasure.forget();
        return new Erased(lines, erasure.files(), plans);
    }
}
