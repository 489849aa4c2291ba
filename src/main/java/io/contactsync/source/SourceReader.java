package io.contactsync.source;

import com.fasterxml.jackson.databind.JsonNode;
import io.contactsync.contact.Normaliser;
import io.contactsync.contact.Remark;
import io.contactsync.core.Contact;
import io.contactsync.core.ContactField;
import io.contactsync.core.ContactKey;
import io.contactsync.problem.Problem;
import io.contactsync.problem.Sentences;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One reading of one source, row by row. A bad row is refused with its place and reason, the rest is kept, and the
 * reading counts as incomplete; a bad value costs only itself. Of two rows with the same key the first one counts: one
 * that says the same is counted as repeated, any other is refused. A reading that has not come to its end when its
 * outcome is asked for is given up, and takes nothing more. Used by one thread that reads and one that waits for it.
 */
public final class SourceReader {

    /** A contact and where it was read first. */
    private record Found(Contact contact, String place) {
    }

    private final String source;
    private final String region;
    private final Normaliser normaliser;
    private final int seconds;
    private final Map<ContactKey, Found> contacts = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private final List<LeftOut> leftOut = new ArrayList<>();
    private final Set<String> mistakes = new HashSet<>();
    private final Remarks remarks = new Remarks();
    private SourceOrigin origin = SourceOrigin.NONE;
    private SourceContacts outcome;
    private boolean broken;
    private String list = "";
    private int row;
    private int refused;
    private int excluded;
    private int repeated;

    SourceReader(String source, String region, Normaliser normaliser, int seconds) {
        this.source = source;
        this.region = region;
        this.normaliser = normaliser;
        this.seconds = seconds;
    }

    /**
     * Takes a row as the source's mapping made it. A mapping that makes nothing leaves the row out on purpose.
     *
     * @param place where the row stands, for example {@code offices.csv, line 17}
     */
    public synchronized void accept(String place, JsonNode mapped) {
        requireOpen();
        if (mapped == null || mapped.isNull() || mapped.isMissingNode()) {
            leaveOut(LeftOut.at(place, LeftOut.BY_MAPPING, false));
            return;
        }
        try {
            ContactMapping.Mapped row = ContactMapping.read(source, mapped);
            Normaliser.Normalised normalised = normaliser.normalise(row.contact(), row.region().isEmpty() ? region
                    : row.region());
            add(place, normalised.contact(), Stream.concat(row.remarks().stream(), normalised.remarks().stream())
                    .toList());
        } catch (IllegalArgumentException badRow) {
            refuse(place, badRow, LeftOut.of(mapped, place, Sentences.of(badRow), true));
        }
    }

    /** What is read. */
    synchronized void from(SourceOrigin found) {
        origin = found;
    }

    /** The place of the next row of a list: its name and the row's number in it, which goes on if the name stays. */
    synchronized String next(String name) {
        row = name.equals(list) ? row + 1 : 1;
        list = name;
        return (name.isEmpty() ? "" : name + ", ") + "row " + row;
    }

    private void requireOpen() {
        if (outcome != null) {
            throw new IllegalStateException("this reading has been given up");
        }
    }

    /** Leaves a row out on purpose: who it is, and by which rule. */
    synchronized void leaveOut(LeftOut row) {
        requireOpen();
        excluded++;
        keep(row);
    }

    /** Refuses a row. A mistake of the mapping is in all of them, and said once. */
    public synchronized void refuse(String place, Exception reason) {
        requireOpen();
        refuse(place, reason, LeftOut.at(place, Sentences.of(reason), true));
    }

    private void refuse(String place, Exception reason, LeftOut row) {
        refused++;
        keep(row);
        Exception meant = MappingMistake.in(reason);
        if (!(meant instanceof MappingMistake) || mistakes.add(meant.getMessage())) {
            problem(Problem.of(place, meant));
        }
    }

    /** The source could not be read to its end. Of one that lacks columns nothing that was read before counts. */
    public synchronized void broke(Exception reason) {
        broken = true;
        if (Sentences.cause(reason) instanceof MissingColumnsException) {
            contacts.clear();
            problems.clear();
            leftOut.clear();
            refused = 0;
        }
        problem(Problem.of(Refusals.inSource(source, reason)));
    }

    /** What became of it. If it neither came to its end nor broke, it is given up. */
    public synchronized SourceContacts outcome() {
        if (outcome == null && !broken) {
            problem(Problem.of("it had not come to its end after " + seconds + " seconds (sync.source-seconds)"));
        }
        return outcome == null ? finish() : outcome;
    }

    /**
     * It came to its end: what was read. A source without a single contact is taken for broken: to empty a source,
     * retire it.
     */
    public synchronized SourceContacts finish() {
        requireOpen();
        if (contacts.isEmpty() && problems.isEmpty()) {
            problem(Problem.of("it named no contact at all"));
        }
        outcome = new SourceContacts(source, contacts.values().stream().map(Found::contact).toList(), problems,
                SourceCounts.of(refused, excluded, repeated, remarks), remarks.kept(), remarks.summary(),
                leftOut, origin);
        return outcome;
    }

    private void add(String place, Contact contact, List<Remark> about) {
        Found first = contacts.putIfAbsent(contact.key(), new Found(contact, place));
        if (first == null) {
            remarks.add(place, contact.text(ContactField.DISPLAY_NAME), about);
        } else if (first.contact.equals(contact)) {
            repeated++;
        } else {
            throw new IllegalArgumentException("another contact has this id already, from " + first.place
                    + "; that one counts, give each an id of its own - id '" + contact.key().id() + "'");
        }
    }

    private void keep(LeftOut row) {
        if (leftOut.size() < SourceContacts.MAX_LEFT_OUT) {
            leftOut.add(row);
        }
    }

    private void problem(Problem problem) {
        if (problems.size() < SourceContacts.MAX_PROBLEMS) {
            problems.add(problem);
        }
    }
}
