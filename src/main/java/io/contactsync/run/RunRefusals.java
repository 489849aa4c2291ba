package io.contactsync.run;

import io.contactsync.contact.RenderedContact;
import io.contactsync.core.Action;
import io.contactsync.core.Change;
import io.contactsync.core.ContactKey;
import io.contactsync.core.DesiredContact;
import io.contactsync.core.Outcome;
import io.contactsync.core.SetAside;
import io.contactsync.core.SourceState;
import io.contactsync.journal.DamagedStateException;
import io.contactsync.journal.RefusedContact;
import io.contactsync.journal.RefusedFile;
import io.contactsync.problem.Problem;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The contacts that Graph refuses, of earlier runs and of this one: {@link SetAside} says which of them are skipped.
 * Told and asked by all mailboxes at once.
 */
final class RunRefusals {

    /** Whom such a source does not name is nobody's any more. */
    private static final Set<SourceState> GONE = EnumSet.of(SourceState.COMPLETE, SourceState.RETIRED);

    private final RefusedFile file;
    private final Map<ContactKey, RefusedContact> before;
    private final Problem damage;
    private final Map<DesiredContact, Refused> refused = new ConcurrentHashMap<>();
    private final Set<DesiredContact> taken = ConcurrentHashMap.newKeySet();
    private volatile Map<ContactKey, RenderedContact> desired = Map.of();
    private volatile int mailboxes;

    /** A contact that was refused in this run: how often, and where first. */
    private static final class Refused {
        private final DesiredContact content;
        private final String code;
        private final String mailbox;
        private final AtomicInteger times = new AtomicInteger();

        Refused(DesiredContact content, String code, String mailbox) {
            this.content = content;
            this.code = code;
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

    /** Whether a change is skipped: Graph refuses what it would write. */
    boolean isSkipped(Change change) {
        return isSkipped(change.key(), change.after());
    }

    /** Whether a contact of that content is skipped. */
    boolean isSkipped(ContactKey key, String hash) {
        DesiredContact content = new DesiredContact(key, hash);
        return isKnown(content) || isAgreed(content);
    }

    private boolean isKnown(DesiredContact content) {
        RefusedContact known = before.get(content.key());
        return known != null && known.hash().equals(content.hash()) && !taken.contains(content);
    }

    private boolean isAgreed(DesiredContact content) {
        Refused one = refused.get(content);
        return one != null && SetAside.isAgreed(one.times.get(), taken.contains(content) ? 1 : 0, mailboxes)
                && SetAside.isFew(refused.size(), desired.size());
    }

    /** What became of changes in a mailbox. */
    void came(String mailbox, List<Outcome> outcomes) {
        for (Outcome outcome : outcomes) {
            DesiredContact content = new DesiredContact(outcome.change().key(), outcome.change().after());
            if (SetAside.isOf(outcome)) {
                refused.computeIfAbsent(content, first -> new Refused(first, outcome.reason(), mailbox)).times
                        .incrementAndGet();
            } else if (outcome.kind() == Outcome.Kind.APPLIED && outcome.change().action() != Action.DELETE) {
                taken.add(content);
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

    /** All that is skipped: what changed is forgotten, and whom a source certainly names no more. */
    private List<RefusedContact> skipped(Map<String, SourceState> sources, Instant now) {
        List<RefusedContact> all = new ArrayList<>(before.values().stream().filter(known -> isStill(known, sources))
                .toList());
        refused.values().stream().filter(one -> isAgreed(one.content) && !isKnown(one.content))
                .map(one -> new RefusedContact(one.content.key(), one.content.hash(), one.code,
                        name(one.content.key()), now, one.times.get())).forEach(all::add);
        all.sort(Comparator.comparing(RefusedContact::key));
        return all;
    }

    private boolean isStill(RefusedContact known, Map<String, SourceState> sources) {
        RenderedContact wanted = desired.get(known.key());
        boolean gone = wanted == null && GONE.contains(sources.get(known.key().source()));
        boolean changed = wanted != null && !wanted.hash().equals(known.hash());
        return !gone && !changed && !taken.contains(new DesiredContact(known.key(), known.hash()));
    }

    private String name(ContactKey key) {
        RenderedContact contact = desired.get(key);
        return contact == null ? key.text() : contact.name();
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
        List<Refused> rest = refused.values().stream().filter(one -> !isAgreed(one.content))
                .sorted(Comparator.comparing(one -> one.content.key())).toList();
        if (!SetAside.isFew(refused.size(), desired.size())) {
            return List.of(Problem.of(refused.size() + " of " + desired.size() + " contacts were refused ("
                    + rest.get(0).code + "): so many at once are not to blame for it, so none is set aside"));
        }
        return rest.stream().map(one -> problem(one, called)).toList();
    }

    private Problem problem(Refused one, Function<String, String> called) {
        boolean single = one.times.get() == 1;
        String why = " was refused (" + one.code + ") in " + one.times.get() + (single ? " mailbox" : " mailboxes");
        String rest = (taken.contains(one.content) ? ", and others took it"
                : ", too few to know whether it is the contact") + ": the next run tries again";
        return new Problem("\"" + name(one.content.key()) + "\"" + why + " (" + called.apply(one.mailbox)
                + (single ? "" : " ...") + ")" + rest, "1 contact" + why + rest);
    }
}
