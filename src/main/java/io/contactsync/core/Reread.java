package io.contactsync.core;

import io.contactsync.core.Drifted.Fate;
import io.contactsync.core.Kept.Reason;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Decides what becomes of the contacts in a mailbox's plan that somebody has touched, once they are read.
 *
 * <pre>
 *  touched, and read as                                   | what happens
 * --------------------------------------------------------+--------------------------------------------------------
 *  as we want it                                          | unchanged; its version is remembered
 *  different, at the version at which we wrote it         | unchanged: Exchange makes that of it; told
 *  different                                              | by drift.policy: updated, or left; told
 *  released meanwhile, or gone                            | nothing: a later run lists it so
 *  released, and asked to be given back                   | updated as it was shown, its category with it
 *  the same, under a name that we never gave it           | left, and told
 *  not read                                               | nothing: unread, it stays touched
 * </pre>
 *
 * <p>By the policy {@code respect} an update of a version that is not known is read too, and leaves alone what its
 * owner changed and the source did not. Whatever the policy, a contact that was touched since it was seen last is read
 * before it is updated or deleted, so that an undo can bring back what stood there. What cannot be read waits for the
 * next run. For one thread.
 */
public final class Reread {

    private final DriftRules rules;
    private final Acquaintance acquaintance;
    private final Policy policy;
    private final String category;
    private final Function<Change, WrittenBefore> written;
    private final Set<String> touched = new HashSet<>();
    private final List<Change> unknown;
    private final List<Change> changes = new ArrayList<>();
    private final List<SeenContent> seen = new ArrayList<>();
    private final List<Drifted> drift = new ArrayList<>();
    private final Map<Reason, Integer> kept = new EnumMap<>(Reason.class);
    private int unchanged;

    /**
     * Begins with a plan in which nothing of that is decided.
     *
     * @param policy whose a contact is
     * @param category the visible mark, which a contact that is given back carries again
     * @param written finds what we wrote before; null where that is not known
     */
    public Reread(Plan plan, DriftRules rules, Acquaintance acquaintance, Policy policy, String category,
            Function<Change, WrittenBefore> written) {
        this.rules = rules;
        this.acquaintance = acquaintance;
        this.policy = policy;
        this.category = category;
        this.written = written;
        this.unknown = new ArrayList<>(plan.touched());
        plan.touched().forEach(change -> touched.add(change.contactId()));
        plan.changes().stream().filter(this::isUnknown).forEach(unknown::add);
    }

    private boolean isUnknown(Change change) {
        long key = change.key().hash();
        boolean other = change.action() != Action.CREATE && !change.isSweep() && !change.writes().unmarks()
                && !acquaintance.isKnown(key, change.changeKey());
        return other && (isRespecting(change) || acquaintance.wasThere(key));
    }

    private boolean isRespecting(Change change) {
        return rules.policy() == DriftPolicy.RESPECT && change.action() == Action.UPDATE;
    }

    private void goes(Change change, PresentContact contact) {
        changes.add(change);
        seen.add(SeenContent.of(change, contact));
    }

    /** What contacts held that were read and are about to be changed. */
    public List<SeenContent> seen() {
        return seen;
    }

    /** What has to be read. */
    public List<Change> unknown() {
        return unknown;
    }

    /** One of them was read, or at least asked for. */
    public void decide(Change change, PresentContact contact) {
        if (!touched.contains(change.contactId())) {
            known(change, contact);
        } else if (!contact.isRead()) {
            unread(change);
        } else if (contact.is(Ownership.OURS, change.key(), policy)) {
            touched(change, contact);
        } else if (change.reason().equals(Change.GIVEN_BACK) && contact.is(Ownership.RELEASED, change.key(), policy)) {
            givenBack(change, contact);
        }
    }

    /** As it was shown, or not at all; of what carries another name now nobody knows whose it is: it stays. */
    private void givenBack(Change change, PresentContact contact) {
        if (isAnothers(change, contact)) {
            told(change, contact, Fate.RELEASED);
            return;
        }
        List<String> all = new ArrayList<>(contact.categories());
        all.add(category);
        told(change, contact, Fate.GIVEN_BACK);
        seen.add(SeenContent.of(change, contact));
        changes.add(change.of(contact.marks().changeKey()).categorised(all).from(seen.get(seen.size() - 1).hash()));
    }

    private boolean isAnothers(Change change, PresentContact contact) {
        WrittenBefore ours = written.apply(change);
        return contact.drift().stream().anyMatch(field -> field.property().equals("displayName")
                && (ours == null || !field.before().equals(ours.displayName())));
    }

    /** It is not read in this run. */
    public void unread(Change change) {
        acquaintance.leftUnread();
        keep(Reason.UNREAD);
    }

    private void keep(Reason reason) {
        kept.merge(reason, 1, Integer::sum);
    }

    private void touched(Change change, PresentContact contact) {
        long key = change.key().hash();
        long difference = Fnv.hash(change.after() + contact.drift().stream()
                .map(field -> field.property() + '=' + field.before()).toList());
        if (contact.drift().isEmpty()) {
            acquaintance.good(key, contact.marks().changeKey());
            unchanged++;
        } else if (!rules.isRepairing() && (acquaintance.isUntouched(key, contact.marks().changeKey())
                || acquaintance.isRewritten(key, difference))) {
            acquaintance.rewrites(key, difference, contact.marks().changeKey());
            told(change, contact, Fate.REWRITTEN);
            unchanged++;
        } else if (rules.policy() == DriftPolicy.RESTORE) {
            acquaintance.doubtful(key);
            told(change, contact, Fate.RESTORED);
            goes(change.of(contact.marks().changeKey()), contact);
        } else {
            acquaintance.doubtful(key);
            told(change, contact, rules.policy() == DriftPolicy.REPORT ? Fate.REPORTED : Fate.RESPECTED);
            keep(Reason.DRIFTED);
        }
    }

    private void told(Change change, PresentContact contact, Fate fate) {
        drift.add(new Drifted(change.key(), change.contactId(), contact.drift(), fate));
    }

    /** A change that goes anyhow; what its owner changed may stay. */
    private void known(Change change, PresentContact contact) {
        if (!contact.isRead()) {
            unread(change);
            return;
        }
        if (!contact.is(Ownership.OURS, change.key(), policy)) {
            return;
        }
        List<FieldChange> theirs = isRespecting(change) ? theirs(change, contact) : List.of();
        if (!theirs.isEmpty()) {
            drift.add(new Drifted(change.key(), change.contactId(), theirs, Fate.RESPECTED));
        }
        Set<String> left = new HashSet<>();
        theirs.forEach(field -> left.add(field.property()));
        goes(left.isEmpty() ? change : change.leaving(left), contact);
    }

    /** What differs although the source has not changed it: where that is not known, nothing. */
    private List<FieldChange> theirs(Change change, PresentContact contact) {
        WrittenBefore ours = written.apply(change);
        return ours == null ? List.of()
                : contact.drift().stream().filter(field -> !ours.moved().contains(field.property())).toList();
    }

    /** The plan that holds: what was decided stands in place of what was asked. */
    public Plan decided(Plan plan) {
        List<Change> all = new ArrayList<>(plan.changes());
        all.removeAll(new HashSet<>(unknown));
        all.addAll(changes);
        all.sort(Comparator.naturalOrder());
        List<Drifted> told = new ArrayList<>(plan.drift());
        told.addAll(drift);
        return new Plan(all, plan.managed(), plan.unchanged() + unchanged, plan.kept().and(kept), plan.apart(),
                List.of(), told);
    }
}
