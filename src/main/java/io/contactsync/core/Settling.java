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

/** Decides what becomes of contacts that are read before a mailbox is written; the table is {@link Reread}'s. */
final class Settling {

    private final DriftRules rules;
    private final Acquaintance acquaintance;
    private final String category;
    private final Function<Change, Set<String>> moved;
    private final Set<String> touched = new HashSet<>();
    private final List<Change> unknown;
    private final List<Change> changes = new ArrayList<>();
    private final List<SeenContent> seen = new ArrayList<>();
    private final List<Drifted> drift = new ArrayList<>();
    private final Map<Reason, Integer> kept = new EnumMap<>(Reason.class);
    private int unchanged;

    Settling(Plan plan, DriftRules rules, Acquaintance acquaintance, String category,
            Function<Change, Set<String>> moved) {
        this.rules = rules;
        this.acquaintance = acquaintance;
        this.category = category;
        this.moved = moved;
        this.unknown = new ArrayList<>(plan.touched());
        plan.touched().forEach(change -> touched.add(change.contactId()));
        plan.changes().stream().filter(this::isUnknown).forEach(unknown::add);
    }

    private boolean isUnknown(Change change) {
        long key = Fnv.hash(change.key().text());
        boolean other = change.action() != Action.CREATE && !change.isSweep() && !change.writes().unmarks()
                && !acquaintance.isKnown(key, change.changeKey());
        return other && (isRespecting(change) || acquaintance.wasThere(key));
    }

    private boolean isRespecting(Change change) {
        return rules.policy() == DriftPolicy.RESPECT && change.action() == Action.UPDATE;
    }

    /** What was there before goes with it. */
    private void goes(Change change, ReadContact contact) {
        changes.add(change);
        seen.add(SeenContent.of(change, contact));
    }

    /** What contacts held that were read and are about to be changed. */
    List<SeenContent> seen() {
        return seen;
    }

    /** What has to be read. */
    List<Change> unknown() {
        return unknown;
    }

    /** One of them was read, or at least asked for. */
    void decide(Change change, ReadContact contact) {
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

    /** It is not read in this run. */
    void unread(Change change) {
        acquaintance.leftUnread();
        keep(Reason.UNREAD);
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
        if (!contact.is(Ownership.OURS, change.key())) {
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
    private List<FieldChange> theirs(Change change, ReadContact contact) {
        Set<String> sources = moved.apply(change);
        return sources == null ? List.of()
                : contact.drift().stream().filter(field -> !sources.contains(field.property())).toList();
    }

    /** The plan that is read, with what was decided in place of what was asked. */
    Plan settled(Plan plan) {
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
