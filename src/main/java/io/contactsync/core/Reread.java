package io.contactsync.core;

import io.contactsync.core.Drifted.Fate;
import io.contactsync.core.Kept.Reason;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Settles a mailbox's plan: reads the contacts that somebody has touched, portion by portion, and decides each.
 *
 * <pre>
 *  touched, and read as                                   | what happens
 * --------------------------------------------------------+--------------------------------------------------------
 *  as we want it                                          | unchanged; its version is remembered
 *  different, at the version at which we wrote it         | unchanged: Exchange makes that of it; told
 *  different, and mended twice before                     | the same
 *  different                                              | by drift.policy: updated, or left; told
 *  released meanwhile, or gone                            | nothing: a later run lists it so
 *  released, and asked to be given back                   | updated, its category with it
 *  not read                                               | nothing: unread, it stays touched
 * </pre>
 *
 * <p>Updates and deletes of a version that is not known are read too: their owner may have changed the contact since we
 * wrote it. By the policy {@code respect} an update leaves alone what its owner changed and the source did not. For one
 * thread.
 */
public final class Reread {

    private static final int TRIES = 3;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    private final Plan plan;
    private final DriftRules rules;
    private final Acquaintance acquaintance;
    private final String category;
    private final Function<Change, Map<String, String>> written;
    private final Deque<Change> open = new ArrayDeque<>();
    private final Set<String> touched = new HashSet<>();
    private final List<Change> changes = new ArrayList<>();
    private final List<Drifted> drift;
    private final List<ReadContact> images = new ArrayList<>();
    private final Map<Reason, Integer> kept = new EnumMap<>(Reason.class);
    private Instant notBefore = Instant.MIN;
    private int tries;
    private int unchanged;

    /**
     * Begins with a plan that is not settled.
     *
     * @param category the visible mark, which a contact that is given back carries again
     * @param written finds what we wrote before a change, by property; null where that is not known
     */
    public Reread(Plan plan, DriftRules rules, Acquaintance acquaintance, String category,
            Function<Change, Map<String, String>> written) {
        this.plan = plan;
        this.rules = rules;
        this.acquaintance = acquaintance;
        this.category = category;
        this.written = written;
        this.drift = new ArrayList<>(plan.drift());
        plan.touched().forEach(change -> touched.add(change.contactId()));
        open.addAll(plan.touched());
        plan.changes().forEach(change -> (isUnknown(change) ? open : changes).add(change));
    }

    private boolean isUnknown(Change change) {
        return change.action() != Action.CREATE && !change.isSweep()
                && !acquaintance.isKnown(Fnv.hash(change.key().text()), change.changeKey());
    }

    /** Whether something is still to be read. */
    public boolean isRunning() {
        return !open.isEmpty();
    }

    /** What is to be read now, at most as much as fits into one batch. */
    public List<Change> portion() {
        return open.stream().limit(Batch.MAX).toList();
    }

    /** How long to wait before that. */
    public Duration waitFrom(Instant now) {
        return notBefore.isAfter(now) ? Duration.between(now, notBefore) : Duration.ZERO;
    }

    /** Nothing more is read: what was not stays touched. */
    public void stop() {
        while (!open.isEmpty()) {
            unread(open.remove());
        }
    }

    /**
     * The portion was read.
     *
     * @param contacts in its order
     * @param random 0 (inclusive) to 1 (exclusive), spreads the waits
     */
    public void came(List<ReadContact> contacts, Instant now, double random) {
        List<Change> again = new ArrayList<>();
        Duration told = null;
        for (ReadContact contact : contacts) {
            Change change = open.remove();
            told = longer(told, contact.answer().retryAfter());
            Judgement judgement = contact.isRead() ? Judgement.APPLIED
                    : Judgement.of(Action.UPDATE, contact.answer());
            if (judgement == Judgement.AGAIN) {
                again.add(change);
            } else {
                decide(change, contact);
            }
        }
        again.forEach(open::addLast);
        tries = again.isEmpty() ? 0 : tries + 1;
        if (!again.isEmpty() || told != null) {
            waits(Waiting.before(Math.max(1, tries), told, random), now);
        }
    }

    private static Duration longer(Duration one, Duration other) {
        return one == null || other != null && other.compareTo(one) > 0 ? other : one;
    }

    private void waits(Duration wait, Instant now) {
        notBefore = now.plus(wait);
        if (tries >= TRIES || wait.compareTo(LONGEST_WAIT) > 0) {
            stop();
        }
    }

    private void decide(Change change, ReadContact contact) {
        if (!touched.contains(change.contactId())) {
            known(change, contact);
        } else if (!contact.isRead()) {
            unread(change);
        } else if (contact.is(Ownership.OURS, change.key())) {
            touched(change, contact);
        } else if (change.reason().equals(Change.GIVEN_BACK) && contact.is(Ownership.RELEASED, change.key())) {
            List<String> all = new ArrayList<>(contact.categories());
            all.add(category);
            drift.add(new Drifted(change.key(), change.contactId(), contact.drift(), Fate.GIVEN_BACK));
            goes(change.of(contact.changeKey()).categorised(all), contact);
        }
    }

    private void goes(Change change, ReadContact contact) {
        changes.add(change);
        images.add(contact);
    }

    private void unread(Change change) {
        acquaintance.leftUnread();
        if (touched.contains(change.contactId())) {
            keep(Reason.UNREAD);
        } else if (rules.policy() != DriftPolicy.RESPECT || change.action() == Action.DELETE) {
            changes.add(change);
        } else {
            keep(Reason.UNREAD);
        }
    }

    private void keep(Reason reason) {
        kept.merge(reason, 1, Integer::sum);
    }

    private void touched(Change change, ReadContact contact) {
        long key = Fnv.hash(change.key().text());
        long difference = Fnv.hash(change.after() + contact.drift().stream()
                .map(field -> field.property() + '=' + field.before()).toList());
        if (contact.drift().isEmpty()) {
            acquaintance.good(key, contact.changeKey());
            unchanged++;
        } else if (!rules.isRepairing() && (acquaintance.isUntouched(key, contact.changeKey())
                || acquaintance.isRewritten(key, difference))) {
            acquaintance.rewrites(key, difference, contact.changeKey());
            told(change, contact, Fate.REWRITTEN);
            unchanged++;
        } else if (rules.policy() == DriftPolicy.RESTORE) {
            acquaintance.mends(key, difference);
            told(change, contact, Fate.RESTORED);
            goes(change.of(contact.changeKey()), contact);
        } else {
            acquaintance.doubtful(key);
            told(change, contact, rules.policy() == DriftPolicy.REPORT ? Fate.REPORTED : Fate.RESPECTED);
            keep(Reason.DRIFTED);
        }
    }

    private void told(Change change, ReadContact contact, Fate fate) {
        drift.add(new Drifted(change.key(), change.contactId(), contact.drift(), fate));
    }

    /** A change that goes anyhow; what its owner changed may stay. */
    private void known(Change change, ReadContact contact) {
        if (!contact.isRead()) {
            unread(change);
            return;
        }
        boolean respects = rules.policy() == DriftPolicy.RESPECT && change.action() == Action.UPDATE;
        List<FieldChange> theirs = respects ? theirs(change, contact) : List.of();
        if (!theirs.isEmpty()) {
            drift.add(new Drifted(change.key(), change.contactId(), theirs, Fate.RESPECTED));
        }
        Set<String> left = new HashSet<>();
        theirs.forEach(field -> left.add(field.property()));
        goes(left.isEmpty() ? change : change.leaving(left), contact);
    }

    /** What differs although the source has not changed it: where it is not known what we wrote, nothing. */
    private List<FieldChange> theirs(Change change, ReadContact contact) {
        Map<String, String> before = written.apply(change);
        return before == null ? List.of() : contact.drift().stream()
                .filter(field -> before.getOrDefault(field.property(), "").equals(field.after())).toList();
    }

    /** The contacts that are about to be changed, as they were read. */
    public List<ReadContact> images() {
        return List.copyOf(images);
    }

    /** The plan, once nothing is left to be read. */
    public Plan settled() {
        List<Change> all = new ArrayList<>(changes);
        all.sort(Comparator.naturalOrder());
        return new Plan(all, plan.managed(), plan.unchanged() + unchanged, plan.kept().and(kept), plan.apart(),
                List.of(), drift);
    }
}
