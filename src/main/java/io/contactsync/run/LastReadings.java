package io.contactsync.run;

import io.contactsync.core.Contact;
import io.contactsync.core.ContactField;
import io.contactsync.core.ContactKey;
import io.contactsync.core.SourceState;
import io.contactsync.core.Value;
import io.contactsync.journal.JournalException;
import io.contactsync.journal.Reading;
import io.contactsync.journal.Readings;
import io.contactsync.journal.VersionStore;
import io.contactsync.problem.Problem;
import io.contactsync.source.LeftOut;
import io.contactsync.source.SourceContacts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Keeps what each source gave, for {@code explain}: plans do so too. If it cannot be kept, less can be explained, and
 * the run goes on.
 */
final class LastReadings {

    private static final Logger LOG = LoggerFactory.getLogger(LastReadings.class);

    /** More people than leave in years. */
    private static final int FORMER = 20_000;

    private final Readings readings;
    private final String run;
    private final Instant began;

    LastReadings(Path data, String run, Instant began) {
        this.readings = new Readings(data);
        this.run = run;
        this.began = began;
    }

    /** @param hashes content hash by key, as shown */
    void keep(SourceContacts source, SourceState state, Map<ContactKey, String> hashes) {
        List<Reading.Named> named = source.contacts().stream().map(contact -> named(contact, hashes)).toList();
        List<Reading.Absent> absent = source.leftOut().stream().map(LastReadings::absent).toList();
        try {
            readings.write(new Reading(source.source(), run, began, state.name().toLowerCase(Locale.ROOT), named,
                    absent,
                    former(source.source(), named), source.problems().stream().map(Problem::sentence).toList()));
        } catch (JournalException unwritable) {
            LOG.warn("run={} what {} named cannot be kept for 'explain': {}", run, source.source(),
                    unwritable.getMessage());
        }
    }

    private List<Reading.Former> former(String source, List<Reading.Named> now) {
        Set<ContactKey> there = now.stream().map(Reading.Named::key).collect(Collectors.toSet());
        Reading before = before(source);
        if (before == null) {
            return List.of();
        }
        Instant oldest = began.minus(VersionStore.REMEMBERED);
        return Stream.concat(before.named().stream().map(named -> new Reading.Former(named, before.at())),
                before.former().stream())
                .filter(former -> !there.contains(former.who().key()) && former.last().isAfter(oldest)).limit(FORMER)
                .toList();
    }

    private Reading before(String source) {
        try {
            return readings.read(source).orElse(null);
        } catch (JournalException damaged) {
            return null;
        }
    }

    private static Reading.Named named(Contact contact, Map<ContactKey, String> hashes) {
        List<String> addresses = contact.fields().get(ContactField.EMAIL_ADDRESSES) instanceof Value.Emails emails
                ? emails.emails().stream().map(Value.Email::address).toList() : List.of();
        return new Reading.Named(contact.key(), contact.text(ContactField.DISPLAY_NAME), addresses,
                hashes.getOrDefault(contact.key().shown(), ""));
    }

    private static Reading.Absent absent(LeftOut row) {
        return new Reading.Absent(row.id(), row.name(), row.address(), row.place(), row.reason(), row.refused());
    }
}
