package io.contactsync.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.core.Kept.Reason;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/** What holds for every plan, over seeded random mailboxes. The failing seed stands in the message. */
class PlannerPropertiesTest {

    private static final int CASES = Integer.getInteger("properties.cases", 20_000);
    private static final List<String> SOURCES = List.of("staff", "partners", "former");

    /** A random mailbox and what it should hold. */
    private record Case(long seed, Desired desired, Map<ContactKey, String> wanted, Set<ContactKey> own,
            List<CurrentContact> current, Policy policy) {

        Plan plan(List<CurrentContact> list) {
            return Fixtures.planned(desired, own, list.iterator(), policy, key -> false);
        }

        SourceState state(ContactKey key) {
            return policy.sources().get(key.source());
        }
    }

    @Test
    void applyingThePlanTwiceGivesWhatIsDesiredAndPlanningAgainGivesNothing() {
        for (long seed = 0; seed < CASES; seed++) {
            Case given = of(seed, true);
            List<CurrentContact> once = apply(given, given.current, given.plan(given.current));
            List<CurrentContact> after = apply(given, once, given.plan(once));
            Map<ContactKey, String> managed = new HashMap<>();
            Set<ContactKey> notOurs = new HashSet<>();
            after.stream().filter(
                    contact -> Set.of(Ownership.RELEASED, Ownership.OTHER_INSTANCE).contains(contact.ownership("main")))
                    .forEach(contact -> notOurs.add(contact.key().key()));
            for (CurrentContact contact : after) {
                if (contact.ownership("main") == Ownership.OURS && given.state(contact.key().key()) != null) {
                    assertThat(managed.put(contact.key().key(), contact.hash())).as("seed %d: twice", seed).isNull();
                }
            }
            Map<ContactKey, String> expected = new HashMap<>(given.wanted);
            expected.keySet().removeAll(given.own);
            expected.keySet().removeIf(key -> notOurs.contains(key) && !managed.containsKey(key));
            expected.keySet().removeIf(key -> given.state(key) == null);
            assertThat(managed).as("seed %d", seed).isEqualTo(expected);
            assertThat(given.plan(after).changes()).as("seed %d: planned again", seed).isEmpty();
        }
    }

    @Test
    void neverChangesAContactWithoutBothMarks() {
        for (long seed = 0; seed < CASES; seed++) {
            Case given = of(seed, false);
            Set<String> ours = given.current.stream().filter(contact -> contact.ownership("main") == Ownership.OURS)
                    .map(CurrentContact::id).collect(Collectors.toSet());
            for (Change change : given.plan(given.current).changes()) {
                assertThat(change.contactId() == null || ours.contains(change.contactId()))
                        .as("seed %d: %s", seed, change).isTrue();
            }
        }
    }

    @Test
    void deletesOnlyForSourcesThatWereReadCompletelyOrAreRetired() {
        for (long seed = 0; seed < CASES; seed++) {
            Case given = of(seed, false);
            for (Change change : given.plan(given.current).changes()) {
                assertThat(!Plan.takesAway(change) || given.state(change.key()) == SourceState.COMPLETE
                        || given.state(change.key()) == SourceState.RETIRED)
                        .as("seed %d: %s", seed, change).isTrue();
            }
        }
    }

    @Test
    void doesNotDependOnTheOrderOfTheList() {
        for (long seed = 0; seed < CASES; seed++) {
            Case given = of(seed, false);
            List<CurrentContact> other = new ArrayList<>(given.current);
            Plan first = given.plan(other);
            Collections.shuffle(other, new Random(seed));
            assertThat(given.plan(other)).as("seed %d", seed).isEqualTo(first);
        }
    }

    @Test
    void addsUp() {
        for (long seed = 0; seed < CASES; seed++) {
            Case given = of(seed, false);
            Plan plan = given.plan(withoutTwins(given.current));
            Kept kept = plan.kept();
            assertThat(plan.unchanged() + plan.count(Action.UPDATE) + plan.count(Action.DELETE)
                    + kept.of(Reason.INCOMPLETE_SOURCE) + kept.of(Reason.HELD_SOURCE) + kept.of(Reason.UNKNOWN_SOURCE))
                    .as("seed %d", seed).isEqualTo(plan.managed());
        }
    }

    private static List<CurrentContact> withoutTwins(List<CurrentContact> list) {
        Set<HiddenKey> seen = new HashSet<>();
        return list.stream().filter(contact -> contact.ownership("main") != Ownership.OURS || seen.add(contact.key()))
                .toList();
    }

    private static List<CurrentContact> apply(Case given, List<CurrentContact> current, Plan plan) {
        Map<String, CurrentContact> mailbox = new HashMap<>();
        current.forEach(contact -> mailbox.put(contact.id(), contact));
        for (Change change : plan.changes()) {
            switch (change.action()) {
            case CREATE ->
                mailbox.put("new " + change.key().text(), new CurrentContact("new " + change.key().text(), "v", true,
                        new HiddenKey("main", change.key()), given.wanted.get(change.key())));
            case UPDATE -> mailbox.computeIfPresent(change.contactId(),
                    (id, old) -> new CurrentContact(id, "v", true, old.key(), given.wanted.get(change.key())));
                case DELETE -> mailbox.remove(change.contactId());
            }
        }
        return List.copyOf(mailbox.values());
    }

    private static Case of(long seed, boolean complete) {
        Random random = new Random(seed);
        Map<ContactKey, String> wanted = new HashMap<>();
        List<ContactKey> keys = new ArrayList<>();
        for (int number = random.nextInt(12); number >= 0; number--) {
            ContactKey key = new ContactKey(SOURCES.get(random.nextInt(2)), "p" + number);
            keys.add(key);
            if (random.nextInt(3) > 0) {
                wanted.put(key, "h" + random.nextInt(3));
            }
        }
        List<CurrentContact> current = new ArrayList<>();
        for (int number = random.nextInt(20); number > 0; number--) {
            current.add(contact(random, "c" + number, keys));
        }
        Set<ContactKey> own = random.nextBoolean() ? Set.of() : Set.of(keys.get(random.nextInt(keys.size())));
        Desired desired = new Desired(
                wanted.entrySet().stream().map(entry -> new DesiredContact(entry.getKey(), entry.getValue())).toList());
        return new Case(seed, desired, wanted, own, current, policy(random, complete));
    }

    private static CurrentContact contact(Random random, String id, List<ContactKey> keys) {
        ContactKey key = random.nextInt(6) == 0 ? new ContactKey("former", id) : keys.get(random.nextInt(keys.size()));
        HiddenKey hidden =
                random.nextInt(5) == 0 ? null : new HiddenKey(random.nextInt(6) == 0 ? "branch" : "main", key);
        return new CurrentContact(id, "v", random.nextInt(6) > 0, hidden,
                random.nextInt(8) == 0 ? null : "h" + random.nextInt(3));
    }

    private static Policy policy(Random random, boolean complete) {
        Map<String, SourceState> sources = new HashMap<>();
        for (String source : SOURCES.subList(0, 2)) {
            sources.put(source, complete ? SourceState.COMPLETE
                    : SourceState.values()[random.nextInt(SourceState.values().length)]);
        }
        return new Policy("main", sources, Set.of());
    }
}
