package io.contactsync.cli.explain;

import io.contactsync.core.Quarantine;
import io.contactsync.core.Times;
import io.contactsync.journal.QuarantineFile;
import io.contactsync.journal.RefusedContact;
import io.contactsync.journal.RefusedFile;
import io.contactsync.run.RunSettings;
import io.contactsync.run.explain.Owner;
import io.contactsync.run.explain.Records;
import io.contactsync.run.explain.Someone;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What rests and what is refused, and the end of it. Whom somebody means is found as for {@code explain}. */
final class Releasing {

    private static final int NAMED = 10;

    private final RunSettings settings;
    private final Instant now;
    private final QuarantineFile restingFile;
    private final RefusedFile refusedFile;
    private final Map<String, Quarantine> quarantined;
    private final List<RefusedContact> refused;
    private Records records;

    /** @throws io.contactsync.journal.DamagedStateException if it is not known what rests, or is refused */
    Releasing(RunSettings settings, Instant now) {
        this.settings = settings;
        this.now = now;
        this.restingFile = new QuarantineFile(settings.data());
        this.refusedFile = new RefusedFile(settings.data());
        this.quarantined = restingFile.read();
        this.refused = refusedFile.read();
    }

    private List<String> resting() {
        return quarantined.entrySet().stream().filter(entry -> entry.getValue().isQuarantined())
                .map(Map.Entry::getKey).toList();
    }

    /**
     * Ends it, and says what has ended.
     *
     * @param whom null for all
     * @throws UnclearException if that does not rest and is not refused, or may be several
     */
    List<String> release(String whom) {
        List<String> mailboxes = whom == null ? resting() : mailboxes(whom);
        List<RefusedContact> contacts = whom == null ? refused : contacts(whom);
        if (mailboxes.isEmpty() && contacts.isEmpty()) {
            if (whom != null) {
                throw new UnclearException("'" + whom + "' neither rests nor is refused - " + there(), List.of());
            }
            return List.of("nothing to release: no mailbox rests, and no contact is refused");
        }
        if (whom != null && (mailboxes.size() > 1 || contacts.size() > 1)) {
            throw new UnclearException("'" + whom + "' may be several: say which one, by address, id or key - "
                    + Stream.concat(mailboxes.stream().map(this::called), contacts.stream().map(Releasing::called))
                    .collect(Collectors.joining(", ")), List.of());
        }
        List<String> said = new ArrayList<>();
        mailboxes.forEach(mailbox -> said.add("released: the mailbox of " + called(mailbox) + ", which "
                + rested(quarantined.get(mailbox))));
        contacts.forEach(one -> said.add("released: " + called(one) + ", refused with " + one.code() + " since "
                + Times.UTC.minute(one.since())));
        write(mailboxes, contacts);
        said.add("the next run tries again; now: contact-sync sync");
        return said;
    }

    private String rested(Quarantine one) {
        return one.left(now).isZero() ? "has failed in " + one.failures() + " runs in a row"
                : one.sentence(now, Times.UTC);
    }

    private void write(List<String> mailboxes, List<RefusedContact> contacts) {
        if (!mailboxes.isEmpty()) {
            Map<String, Quarantine> rest = new LinkedHashMap<>(quarantined);
            mailboxes.forEach(mailbox -> rest.computeIfPresent(mailbox, (id, one) -> one.released()));
            restingFile.write(rest);
        }
        if (!contacts.isEmpty()) {
            refusedFile.write(refused.stream().filter(one -> !contacts.contains(one)).toList());
        }
    }

    /** Those that rest, of whom may be meant; one that nobody knows any more is found by its id. */
    private List<String> mailboxes(String whom) {
        List<String> resting = resting();
        if (resting.contains(whom)) {
            return List.of(whom);
        }
        return resting.isEmpty() ? List.of()
                : records().owners().find(whom).stream().map(Owner::id).filter(resting::contains).toList();
    }

    /** Those that are refused, of whom may be meant; one that no source names any more is found as it was called. */
    private List<RefusedContact> contacts(String whom) {
        List<RefusedContact> exact = refused.stream()
                .filter(one -> one.name().equalsIgnoreCase(whom) || one.key().text().equals(whom)).toList();
        if (!exact.isEmpty() || refused.isEmpty()) {
            return exact;
        }
        Set<String> keys = records().crowd().find(whom).stream().map(Someone::key).filter(Objects::nonNull)
                .map(key -> key.shown().text()).collect(Collectors.toSet());
        return refused.stream().filter(one -> keys.contains(one.key().shown().text())).toList();
    }

    private Records records() {
        if (records == null) {
            records = new Records(settings);
        }
        return records;
    }

    private String called(String mailbox) {
        Owner owner = records().owners().of(mailbox);
        return owner.address().isEmpty() ? owner.called() : owner.address();
    }

    private static String called(RefusedContact one) {
        return "\"" + one.name() + "\"";
    }

    private String there() {
        String mailboxes = resting().stream().limit(NAMED).map(this::called).collect(Collectors.joining(", "));
        String contacts = refused.stream().limit(NAMED).map(Releasing::called).collect(Collectors.joining(", "));
        return (mailboxes.isEmpty() ? "no mailbox rests" : "resting: " + mailboxes) + "; "
                + (contacts.isEmpty() ? "no contact is refused" : "refused: " + contacts);
    }
}
