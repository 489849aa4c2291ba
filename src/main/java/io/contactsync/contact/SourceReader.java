package io.contactsync.contact;

import com.fasterxml.jackson.databind.JsonNode;
import io.contactsync.core.Contact;
import io.contactsync.core.ContactKey;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One reading of one source, row by row. A bad row is refused with its place and reason, the rest is kept, and the reading counts as incomplete.
 * Of two rows with the same key the first one counts, the second is refused unless it says the same. Used by one thread.
 */
public final class SourceReader {

    private final String source;
    private final String region;
    private final Normaliser normaliser;
    private final Map<ContactKey, Contact> contacts = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private int refused;
    private int excluded;
    private int unreadPhones;
    private int dropped;
    private int shortened;

    SourceReader(String source, String region, Normaliser normaliser) {
        this.source = source;
        this.region = region;
        this.normaliser = normaliser;
    }

    /**
     * Takes a row as the source's mapping made it. A mapping that makes nothing leaves the row out on purpose.
     *
     * @param place where the row stands, for example {@code offices.csv, line 17}
     */
    public void accept(String place, JsonNode mapped) {
        if (mapped == null || mapped.isNull() || mapped.isMissingNode()) {
            excluded++;
            return;
        }
        try {
            add(place, normaliser.normalise(ContactMapping.read(source, mapped), ContactMapping.region(mapped, region)));
        } catch (IllegalArgumentException badRow) {
            refuse(place, badRow);
        }
    }

    /** The source's name. */
    String source() {
        return source;
    }

    /** Leaves a row out on purpose. */
    public void exclude() {
        excluded++;
    }

    /** Refuses a row. */
    public void refuse(String place, Exception reason) {
        refused++;
        problem(Problem.of(place, reason));
    }

    /** The source itself could not be read to its end. */
    public void broke(Exception reason) {
        problem(Problem.of(reason));
    }

    /** What was read. A source without a single contact is taken for broken: to empty a source, retire it. */
    public SourceContacts finish() {
        if (contacts.isEmpty() && problems.isEmpty()) {
            problem(Problem.of("it named no contact at all"));
        }
        return new SourceContacts(source, List.copyOf(contacts.values()), problems, refused, excluded, unreadPhones, dropped, shortened);
    }

    private void add(String place, Normaliser.Normalised normalised) {
        Contact contact = normalised.contact();
        Contact first = contacts.putIfAbsent(contact.key(), contact);
        if (first == null) {
            unreadPhones += normalised.unreadPhones();
            dropped += normalised.dropped();
            shortened += normalised.shortened();
        } else if (!first.equals(contact)) {
            throw new IllegalArgumentException("id '" + contact.key().id() + "' was used before for another contact");
        }
    }

    private void problem(Problem problem) {
        if (problems.size() < SourceContacts.MAX_PROBLEMS) {
            problems.add(problem);
        }
    }
}
