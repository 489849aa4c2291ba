package io.contactsync.run;

import io.contactsync.core.ContactKey;
import io.contactsync.core.Drifted;
import io.contactsync.core.Drifted.Fate;
import io.contactsync.core.Kept.Reason;
import io.contactsync.core.Plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Adds up what others have done to contacts of ours. Told by all mailboxes at once. */
final class DriftTotals {

    /** So many are told one by one: a whole tenant that was released would fill a report. */
    private static final int MOST_LINES = 10_000;

    private final List<Found> found = new ArrayList<>();
    private final Map<Fate, Integer> contacts = new EnumMap<>(Fate.class);
    private final Map<Fate, Integer> mailboxes = new EnumMap<>(Fate.class);
    private final boolean will;
    private int unread;

    /** @param will whether nothing is done yet: it is a plan */
    DriftTotals(boolean will) {
        this.will = will;
    }

    /** One of them, in the mailbox of that place. */
    private record Found(int place, Drifted drifted) {
    }

    /** The mailbox of that place was planned. */
    synchronized void plan(int place, Plan plan) {
        unread += plan.kept().of(Reason.UNREAD);
        Set<Fate> fates = EnumSet.noneOf(Fate.class);
        for (Drifted drifted : plan.drift()) {
            contacts.merge(drifted.fate(), 1, Integer::sum);
            if (fates.add(drifted.fate())) {
                mailboxes.merge(drifted.fate(), 1, Integer::sum);
            }
            if (found.size() < MOST_LINES) {
                found.add(new Found(place, drifted));
            }
        }
    }

    /** All of it; names are found by keys. */
    synchronized DriftReport report(Function<ContactKey, String> name) {
        List<DriftLine> lines = found.stream()
                .sorted(Comparator.comparing(Found::place).thenComparing(each -> each.drifted().key()))
                .map(each -> new DriftLine(each.drifted().key(), name.apply(each.drifted().key()), each.place(),
                        each.drifted().fields(), each.drifted().fate()))
                .toList();
        return new DriftReport(lines, contacts, mailboxes);
    }

    /** The same in sentences, without a name. */
    synchronized List<String> sentences() {
        List<String> all = new ArrayList<>();
        say(all, Fate.RESTORED, "that somebody changed: " + (will ? "to be " : "") + "restored as the source says");
        say(all, Fate.REPORTED, "that somebody changed: left so, by drift.policy=report; contact-sync repair restores");
        say(all, Fate.RESPECTED, "that somebody changed: left so until the source changes it, by drift.policy=respect");
        say(all, Fate.DELETED, "that their owners deleted again and again: not made again, by drift.deleted-times");
        say(all, Fate.GIVEN_BACK, "that their owners had released: " + (will ? "to be " : "") + "given back");
        say(all, Fate.REWRITTEN, "of which Exchange makes something else than is written: as good as it gets");
        if (unread > 0) {
            all.add(String.format(Locale.ROOT,
                    "%,d %s touched and could not be read: the next run looks again", unread,
                    unread == 1 ? "contact was" : "contacts were"));
        }
        return all;
    }

    private void say(List<String> all, Fate fate, String what) {
        int number = contacts.getOrDefault(fate, 0);
        int boxes = mailboxes.getOrDefault(fate, 0);
        if (number > 0) {
            all.add(String.format(Locale.ROOT, "%,d %s in %,d %s %s", number, number == 1 ? "contact" : "contacts",
                    boxes, boxes == 1 ? "mailbox" : "mailboxes", what));
        }
    }
}
