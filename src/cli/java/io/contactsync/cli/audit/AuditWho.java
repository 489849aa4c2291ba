package io.contactsync.cli.audit;

import io.contactsync.cli.configuration.Configuration;
import io.contactsync.cli.configuration.ConfigurationException;
import io.contactsync.cli.configuration.ReadingSettings;
import io.contactsync.core.ContactKey;
import io.contactsync.core.Names;
import io.contactsync.run.explain.Owner;
import io.contactsync.run.explain.Records;
import io.contactsync.run.explain.Someone;

import java.util.List;
import java.util.stream.Collectors;

/** Who is meant, by what the data folder knows: the last readings, the latest report, and whoever types a whole key. */
final class AuditWho {

    private static final int CANDIDATES = 10;

    private final Records records;

    AuditWho(Configuration configuration) {
        this.records = new Records(ReadingSettings.of(configuration));
    }

    /**
     * A person, found as {@code explain} finds them; a key is taken as it is, for journals know more people than
     * readings do.
     *
     * @throws ConfigurationException if nobody, or more than one, is meant
     */
    Someone person(String text) {
        List<Someone> found = records.crowd().find(text).stream().filter(someone -> someone.key() != null).toList();
        if (found.size() > 1) {
            throw several(text, "people, say which one by its key", found.stream().map(someone -> someone.called()
                    + " [" + someone.key().text() + "]").toList());
        }
        if (found.isEmpty() && text.contains("|")) {
            ContactKey key = key(text);
            return Someone.unknown(key.source(), key.id(), "", List.of());
        }
        if (found.isEmpty()) {
            throw new ConfigurationException("no source names, leaves out or named '" + text
                    + "': say the key as journals show it, source|id");
        }
        return found.get(0);
    }

    private static ContactKey key(String text) {
        try {
            return ContactKey.parse(text);
        } catch (IllegalArgumentException noKey) {
            throw new ConfigurationException(noKey.getMessage());
        }
    }

    /** The object id of a mailbox's owner. */
    String mailbox(String text) {
        List<Owner> found = records.owners().find(text);
        if (found.size() > 1) {
            throw several(text, "mailboxes, say which one by address or object id",
                    found.stream().map(owner -> owner.called() + " [" + owner.id() + "]").toList());
        }
        if (found.isEmpty() && !Names.isObjectId(text)) {
            throw new ConfigurationException("no mailbox of the latest run is called '" + text
                    + "': say the object id of its owner");
        }
        return found.isEmpty() ? text : found.get(0).id();
    }

    private static ConfigurationException several(String text, String what, List<String> found) {
        return new ConfigurationException("'" + text + "' may be " + found.size() + " " + what + ": "
                + found.stream().limit(CANDIDATES).collect(Collectors.joining(", "))
                + (found.size() > CANDIDATES ? " …" : ""));
    }
}
