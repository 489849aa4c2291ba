package io.contactsync.core;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Named contacts, sources and moments that the tests of the core speak of. */
final class Fixtures {

    static final String INSTANCE = "main";
    static final String SOURCE = "staff";
    static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private Fixtures() {
    }

    static ContactKey key(String id) {
        return new ContactKey(SOURCE, id);
    }

    static DesiredContact wanted(String id, String hash) {
        return new DesiredContact(key(id), hash);
    }

    static Desired desired(DesiredContact... contacts) {
        return new Desired(List.of(contacts));
    }

    static CurrentContact ours(String contactId, String id, String hash) {
        return new CurrentContact(contactId, "v1", true, new HiddenKey(INSTANCE, key(id)), hash);
    }

    /** Of that age, in the default folder. */
    static CurrentContact ours(String contactId, String id, String hash, long created) {
        return new CurrentContact(contactId, "v1", true, new HiddenKey(INSTANCE, key(id)), hash, true, created);
    }

    /** Of that age, in a folder of its owner's. */
    static CurrentContact filed(String contactId, String id, String hash, long created) {
        return new CurrentContact(contactId, "v1", true, new HiddenKey(INSTANCE, key(id)), hash, false, created);
    }

    static CurrentContact released(String contactId, String id) {
        return new CurrentContact(contactId, "v1", false, new HiddenKey(INSTANCE, key(id)), "h");
    }

    static CurrentContact otherInstance(String contactId, String id) {
        return new CurrentContact(contactId, "v1", true, new HiddenKey("branch", key(id)), "h");
    }

    static CurrentContact unproven(String contactId) {
        return new CurrentContact(contactId, "v1", true, null, null);
    }

    static CurrentContact foreign(String contactId) {
        return new CurrentContact(contactId, "v1", false, null, null);
    }

    static Policy policy(SourceState state) {
        return new Policy(INSTANCE, state == null ? Map.of() : Map.of(SOURCE, state), Set.of());
    }

    /** The plan of a mailbox that nobody else writes to. */
    static Plan planned(Desired desired, Set<ContactKey> own, Iterator<CurrentContact> current, Policy policy,
            Predicate<ContactKey> recent) {
        return Planner.plan(desired, own, current, policy, recent,
                new Freshness(Instant.EPOCH, Duration.ZERO, key -> true), stranger(), DriftRules.STANDARD);
    }

    /** A mailbox of which nothing is known. */
    static Acquaintance stranger() {
        return Acquaintance.of(KnownMailbox.NOTHING, DriftRules.STANDARD, NOON);
    }

    static Kept kept(Kept.Reason reason, int contacts) {
        return Kept.NOTHING.and(reason, contacts);
    }

    static Change create(String id) {
        return Change.create(key(id), "new", "h1");
    }

    static Change update(String id, String contactId) {
        return Change.update(key(id), contactId, "changed", "v1", "h0", "h1");
    }

    static Change update(String id, String contactId, String before) {
        return Change.update(key(id), contactId, "changed", "v1", before, "h1");
    }

    static Change delete(String id, String contactId) {
        return Change.delete(key(id), contactId, "gone from its source", "v1", "h1");
    }

    static Change sweep(String id, String contactId, String twin) {
        return sweep(id, contactId, twin, "h1");
    }

    static Change sweep(String id, String contactId, String twin, String before) {
        return Change.sweep(key(id), contactId, "v1", twin, before);
    }

    static Plan plan(Change... changes) {
        return plan(Arrays.asList(changes), 100);
    }

    static Plan plan(List<Change> changes, int managed) {
        return new Plan(changes.stream().sorted().toList(), managed, 0, Kept.NOTHING, Set.of());
    }
}
