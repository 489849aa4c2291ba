package io.contactsync.run;

import io.contactsync.core.Kept.Reason;
import io.contactsync.core.Names;
import io.contactsync.core.Outcome;
import io.contactsync.core.Plan;
import io.contactsync.core.SecondLook;
import io.contactsync.journal.RefusedContact;
import io.contactsync.source.SourceContacts;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * What a run says once at its end although nothing is wrong: values that did not come through as they stand in a
 * source, what was left alone on purpose in mailboxes, and the way out. Told by all mailboxes at once. Also the
 * sentences about other installations.
 */
final class RunNotes {

    private static final int NAMED = 5;

    private final AtomicInteger copies = new AtomicInteger();
    private final Elsewhere elsewhere;
    private final AtomicInteger over = new AtomicInteger();
    private final KeptTotals kept = new KeptTotals();
    private final boolean will;
    private final DriftTotals drift;
    private final AtomicInteger joining = new AtomicInteger();
    private volatile List<String> ofSources = List.of();
    private volatile List<String> ended = List.of();
    private volatile List<String> reconfigured = List.of();
    private volatile List<String> left = List.of();
    private volatile RefusedNote refused = new RefusedNote(List.of());

    /** @param will whether it ends before the first write: what is said is still to come */
    RunNotes(Elsewhere elsewhere, boolean will) {
        this.elsewhere = elsewhere;
        this.will = will;
        this.drift = new DriftTotals(will);
    }

    /** The contacts of other installations that stand where ours would. */
    Elsewhere elsewhere() {
        return elsewhere;
    }

    /** All sources were read. */
    void sources(List<SourceContacts> sources) {
        ofSources = sources.stream().map(SourceContacts::note).filter(note -> !note.isEmpty()).toList();
    }

    /** Holds have ended. */
    void ended(List<String> sentences) {
        ended = List.copyOf(sentences);
    }

    /**
     * The plan that is carried out was made with another configuration.
     *
     * @param changed which keys and files of it, as far as that is known
     */
    void reconfigured(List<String> changed) {
        String first = changed.stream().limit(NAMED).collect(Collectors.joining(", "));
        String more = changed.size() > NAMED ? " and " + (changed.size() - NAMED) + " more" : "";
        reconfigured = List.of("the configuration is not as it was when the plan was made"
                + (changed.isEmpty() ? "" : " (" + first + more + ")")
                + ": what comes out differently now is left out");
    }

    /** What others have done to contacts of ours. */
    DriftTotals drift() {
        return drift;
    }

    /** Mailboxes have left the targets. */
    void left(String sentence) {
        left = List.of(sentence);
    }

    /** Contacts that Graph refuses, and that are skipped as they are now. */
    void refused(List<RefusedContact> contacts) {
        refused = new RefusedNote(List.copyOf(contacts));
    }

    /** The mailbox of that place was planned. */
    void plan(int place, Plan plan) {
        kept.plan(plan);
        drift.plan(place, plan);
        elsewhere.plan(plan.kept());
    }

    /** A mailbox's guard would have held something, and whoever asked for the run lets it through. */
    void over() {
        over.incrementAndGet();
    }

    /** So many contacts of a mailbox are left to the next run, which fills it. */
    void joining(int contacts) {
        joining.addAndGet(contacts);
    }

    /** Changes have come to an end. */
    void outcomes(List<Outcome> outcomes) {
        copies.addAndGet((int) outcomes.stream().filter(SecondLook::isEditedCopy).count());
    }

    /** All of it, for the screen of the one who asked. */
    List<String> sentences(String instance) {
        List<String> all = new ArrayList<>(ofSources);
        refused.sentence().ifPresent(all::add);
        List<String> mailboxes = without(instance);
        if (mailboxes != null) {
            all.addAll(mailboxes);
        }
        kept.sentence().ifPresent(all::add);
        return all;
    }

    /**
     * What mailboxes told, which holds have ended, and what is to be said of a plan; null if nothing. There is nobody's
     * name in it.
     */
    List<String> ofMailboxes(String instance) {
        List<String> notes = new ArrayList<>();
        refused.safe().ifPresent(notes::add);
        List<String> others = without(instance);
        if (others != null) {
            notes.addAll(others);
        }
        return notes.isEmpty() ? null : notes;
    }

    private List<String> without(String instance) {
        List<String> notes = new ArrayList<>(reconfigured);
        notes.addAll(ended);
        notes.addAll(drift.sentences());
        notes.addAll(left);
        if (over.get() > 0) {
            notes.add(String.format(Locale.ROOT, "in %,d %s a guard would hold deletions: "
                    + (will ? "whoever agrees to this plan lets them go" : "whoever agreed to the plan let them go"),
                    over.get(), over.get() == 1 ? "mailbox" : "mailboxes"));
        }
        if (joining.get() > 0) {
            notes.add(String.format(Locale.ROOT, "%,d %s that %s never there %s left to the next contact-sync sync",
                    joining.get(), joining.get() == 1 ? "contact" : "contacts", joining.get() == 1 ? "was" : "were",
                    joining.get() == 1 ? "is" : "are"));
        }
        if (copies.get() > 0) {
            notes.add((copies.get() == 1 ? "1 contact stood" : copies.get() + " contacts stood")
                    + " twice and differed: the copies that their owners edited are theirs from now on");
        }
        elsewhere.sentence(instance).ifPresent(notes::add);
        return notes.isEmpty() ? null : notes;
    }

    /** Somebody else creates contacts in this mailbox. */
    static String strangers(Duration settle) {
        return String.format(Locale.ROOT,
                "another installation, or this one before its data folder was lost, has created contacts here within "
                        + "the last %d minutes: "
                        + "nothing is created until that time is over; stop the other one, or run again then",
                settle.toMinutes());
    }
}
