package io.contactsync.run;

import io.contactsync.contact.RenderedContact;
import io.contactsync.core.Change;
import io.contactsync.core.ContactKey;
import io.contactsync.core.Outcome;
import io.contactsync.core.Refusal;
import io.contactsync.core.SourceState;
import io.contactsync.journal.DamagedStateException;
import io.contactsync.journal.RefusedContact;
import io.contactsync.journal.RefusedFile;
import io.contactsync.problem.Problem;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The contacts that Graph refuses, of earlier runs and of this one: {@link Refusal} says which of them are skipped. Told
 * and asked by all mailboxes at once.
 */
final class RunRefusals {

    private final RefusedFile file;
    private final Map<ContactKey, RefusedContact> before;
    private final Problem damage;
    private final Map<ContactKey, Refused> refused = new ConcurrentHashMap<>();
    private final Set<ContactKey> taken = ConcurrentHashMap.newKeySet();
    private volatile Map<ContactKey, RenderedContact> desired = Map.of();
    private volatile int mailboxes;

    /** A contact that was refused in this run: how often, and where first. */
    private static final class Refused {
        private final Refusal refusal;
        private final String mailbox;
        private final AtomicInteger times = new AtomicInteger();

        Refused(Refusal refusal, String mailbox) {
            this.refusal = refusal;
            this.mailbox = mailbox;
        }
    }

    private RunRefusals(RefusedFile file, List<RefusedContact> before, Problem damage) {
        this.file = file;
        this.before = before.stream().collect(Collectors.toMap(RefusedContact::key, Function.identity(),
                (one, other) -> one));
        this.damage = damage;
    }

    /** As the runs before have left it; damage counts as nothing there. */
    static RunRefusals read(RefusedFile file) {
        try {
            return new RunRefusals(file, file.read(), null);
        } catch (DamagedStateException damaged) {
            return new RunRefusals(file, List.of(), Problem.of(damaged));
        }
    }

    /** What is wrong with what was remembered; null if nothing is. */
    Problem damage() {
        return damage;
    }

    /** What is about to be written, and into how many mailboxes. */
    void begin(Map<ContactKey, RenderedContact> contacts, int targets) {
        desired = contacts;
        mailboxes = targets;
    }

    /** Whether that contact is skipped as it is now: Graph refuses its content. */
    boolean isSkipped(ContactKey key) {
        return isKnown(key) || isAgreed(key);
    }

    private boolean isKnown(ContactKey key) {
        RefusedContact known = before.get(key);
        RenderedContact now = desired.get(key);
        return known != null && now != null && known.hash().equals(now.hash()) && !taken.contains(key);
    }

    private boolean isAgreed(ContactKey key) {
        Refused one = refused.get(key);
        return one != null && Refusal.isAgreed(one.times.get(), taken.contains(key) ? 1 : 0, mailboxes)
                && Refusal.isFew(refused.size(), desired.size());
    }

    /** What became of changes in a mailbox. */
    void came(String mailbox, List<Outcome> outcomes) {
        for (Outcome outcome : outcomes) {
            Change change = outcome.change();
            RenderedContact contact = desired.get(change.key());
            if (contact != null && Refusal.isOf(outcome)) {
                Refusal refusal = new Refusal(change.key(), contact.hash(), outcome.reason());
                refused.computeIfAbsent(change.key(), first -> new Refused(refusal, mailbox)).times.incrementAndGet();
            } else if (contact != null && outcome.kind() == Outcome.Kind.APPLIED) {
                taken.add(change.key());
            }
        }
    }

    /**
     * The run is over: what is skipped from now on is remembered.
     *
     * @param sources their states in this run
     * @throws io.contactsync.journal.JournalException if it cannot be written
     */
    void close(Map<String, SourceState> sources, Instant now) {
        List<RefusedContact> after = skipped(sources, now);
        if (damage != null || !Set.copyOf(after).equals(Set.copyOf(before.values()))) {
            file.write(after);
        }
    }

    /** All that is skipped: a contact that nobody names is forgotten as soon as its source says so completely. */
    private List<RefusedContact> skipped(Map<String, SourceState> sources, Instant now) {
        List<RefusedContact> all = new ArrayList<>(before.values().stream().filter(known -> isKnown(known.key())
                || !desired.containsKey(known.key()) && sources.get(known.key().source()) != SourceState.COMPLETE)
                .toList());
        refused.values().stream().filter(one -> isAgreed(one.refusal.key()) && !isKnown(one.refusal.key()))
                .map(one -> new RefusedContact(one.refusal.key(), one.refusal.hash(), one.refusal.code(),
                        desired.get(one.refusal.key()).name(), now, one.times.get())).forEach(all::add);
        all.sort(Comparator.comparing(RefusedContact::key));
        return all;
    }

    /** Contacts that are skipped as they are now, by name. */
    List<RefusedContact> now(Instant at) {
        return skipped(Map.of(), at).stream().filter(one -> desired.containsKey(one.key())).toList();
    }

    /**
     * Contacts that were refused and are not skipped: some mailboxes took them, or too few were asked, or too many
     * contacts were refused at once.
     *
     * @param called what people call a mailbox
     */
    List<Problem> problems(Function<String, String> called) {
        List<Refused> rest = refused.values().stream().filter(one -> !isSkipped(one.refusal.key()))
                .sorted(Comparator.comparing(one -> one.refusal.key())).toList();
        if (!Refusal.isFew(refused.size(), desired.size())) {
            return List.of(Problem.of(refused.size() + " of " + desired.size() + " contacts were refused ("
                    + rest.get(0).refusal.code() + "): so many at once are not to blame for it, so none is set aside"));
        }
        return rest.stream().map(one -> problem(one, called)).toList();
    }

    private Problem problem(Refused one, Function<String, String> called) {
        boolean single = one.times.get() == 1;
        String why = " was refused (" + one.refusal.code() + ") in " + one.times.get()
                + (single ? " mailbox" : " mailboxes");
        String rest = (taken.contains(one.refusal.key()) ? ", and others took it" : ", and too few were asked to know "
                + "whether it is the contact") + ": the next run tries again";
        String name = desired.get(one.refusal.key()).name();
        return new Problem("\"" + name + "\"" + why + " (" + called.apply(one.mailbox) + (single ? "" : " ...") + ")"
                + rest, "1 contact" + why + rest);
    }
}
