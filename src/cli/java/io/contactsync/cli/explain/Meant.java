package io.contactsync.cli.explain;

import io.contactsync.core.Names;
import io.contactsync.run.RunSettings;
import io.contactsync.run.explain.Owner;
import io.contactsync.run.explain.Records;
import io.contactsync.run.explain.Someone;
import io.contactsync.run.explain.Standing;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Whom somebody means by what they typed: one of those the records tell of, or one that the directory knows. */
record Meant(Records records, RunSettings settings, LiveTenant tenant) {

    private static final int NEAREST = 5;
    private static final int CANDIDATES = 10;

    /** @throws UnclearException if nobody or several people are called so */
    Someone someone(String text) {
        List<Someone> found = records.crowd().find(text);
        if (found.size() > 1) {
            throw new UnclearException("'" + text + "' may be " + found.size()
                    + " people: say which one, by address or key",
                    found.stream().limit(CANDIDATES).map(Meant::candidate).toList());
        }
        return found.isEmpty() ? ask(text).map(this::inDirectory).orElseThrow(() -> nobody(text))
                : found.get(0);
    }

    /** Somebody whom the directory knows and no reading does. */
    private Someone inDirectory(LiveTenant.Found user) {
        List<Someone> known = records.crowd().find(user.id());
        String source = settings.sources().contains("graph-users") ? "graph-users" : settings.sources().get(0);
        return known.isEmpty() ? Someone.unknown(source, user.id(), user.name(), user.addresses()) : known.get(0);
    }

    private Optional<LiveTenant.Found> ask(String text) {
        return isAskable(text) ? Optional.of(tenant.user(text)).filter(user -> !user.id().isEmpty())
                : Optional.empty();
    }

    /** The directory finds by address and by object id. */
    private static boolean isAskable(String text) {
        return text.contains("@") || Names.isObjectId(text);
    }

    private UnclearException nobody(String text) {
        List<UnclearException.Candidate> nearest = nearest(text);
        String read = !records.damage().isEmpty() ? "; " + records.damage().get(0)
                : records.isEmpty() ? "; no source was read yet: contact-sync sync --dry-run reads them"
                : nearest.isEmpty() ? "" : "; do you mean one of these?";
        String asked = !tenant.isAsked() ? "" : isAskable(text)
                ? ", and the directory knows no such user"
                : "; whom only the directory knows is found by address or object id";
        return new UnclearException("no source names, leaves out or named '" + text + "'" + asked + read, nearest);
    }

    private List<UnclearException.Candidate> nearest(String text) {
        return records.crowd().nearest(text, NEAREST).stream().map(Meant::candidate).toList();
    }

    private static UnclearException.Candidate candidate(Someone who) {
        String address = who.addresses().isEmpty() ? "" : who.addresses().get(0) + "  ";
        String standing = who.standing() == Standing.NAMED ? "" : "  (" + who.standing().name()
                .toLowerCase(Locale.ROOT) + ")";
        return new UnclearException.Candidate(who.called(),
                address + (who.id().isEmpty() ? who.source() : who.source() + "|" + who.id()) + standing);
    }

    /** @throws UnclearException if no mailbox or several are called so */
    Owner owner(String text) {
        List<Owner> found = records.owners().find(text);
        if (found.size() > 1) {
            throw new UnclearException("'" + text + "' may be " + found.size()
                    + " mailboxes: say which one, by address or object id",
                    found.stream().limit(CANDIDATES).map(owner -> new UnclearException.Candidate(owner.called(),
                    owner.address() + "  " + owner.id())).toList());
        }
        if (!found.isEmpty()) {
            return found.get(0);
        }
        return ask(text).map(user -> new Owner(user.id(), user.name(), user.addresses().isEmpty() ? ""
                : user.addresses().get(0))).orElseThrow(() -> noMailbox(text));
    }

    private UnclearException noMailbox(String text) {
        return new UnclearException("no mailbox of the latest run, and nobody whom the sources know, is called '"
                + text + "'"
                + (!tenant.isAsked() ? "" : "; a mailbox that only the directory knows is found by address or object "
                + "id"),
                nearest(text));
    }
}
