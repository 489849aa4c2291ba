package io.contactsync.core;

import static io.contactsync.core.Fixtures.key;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import io.contactsync.core.CandidateMatch.Kind;
import org.junit.jupiter.api.Test;

/**
 * No wrong adoption, ever, over seeded random mailboxes of a former tool: homonyms, offices that share an address and a
 * switchboard, people who left and whose numbers were handed on, people who married, contacts that lost their address
 * or were edited. The failing seed stands in the message.
 */
class MatchingPropertiesTest {

    private static final int CASES = Integer.getInteger("properties.cases", 20_000);
    private static final String[] GIVEN = {"anna", "bob", "eva"};
    private static final String[] SURNAME = {"berg", "ahrens", "diaz", "lin"};
    private static final String SWITCHBOARD = "+4900";

    /** Somebody, as the truth has it; who left is desired no more. */
    private record Person(int number, boolean left, Traits now, Traits then) {
    }

    /** The contacts of a mailbox, each with whose it is in truth. */
    private record Case(long seed, Map<ContactKey, Traits> desired, List<Candidate> candidates,
            Map<String, Integer> truth, Set<ContactKey> there) {

        List<CandidateMatch> matches() {
            return new Matching(desired).of(candidates, there::contains, Set.of());
        }
    }

    @Test
    void whatIsCertainIsNeverSomebodyElses() {
        int certain = 0;
        for (long seed = 0; seed < CASES; seed++) {
            Case given = of(seed);
            for (CandidateMatch match : given.matches()) {
                if (match.kind() == Kind.CERTAIN || match.kind() == Kind.DOUBLE) {
                    assertThat(match.key()).as("seed %d: %s in %s", seed, match, given.desired)
                            .isEqualTo(key("" + given.truth.get(match.candidate().id())));
                    certain++;
                }
            }
        }
        assertThat(certain).as("and yet most are").isGreaterThan(CASES);
    }

    @Test
    void nobodyGetsTwoOrOneBesideOurs() {
        for (long seed = 0; seed < CASES; seed++) {
            Case given = of(seed);
            Set<ContactKey> held = new HashSet<>(given.there);
            for (CandidateMatch match : given.matches()) {
                assertThat(match.kind() != Kind.CERTAIN || held.add(match.key())).as("seed %d: %s", seed, match)
                        .isTrue();
            }
        }
    }

    @Test
    void theOrderOfTheListDoesNotMatter() {
        for (long seed = 0; seed < CASES / 10; seed++) {
            Case given = of(seed);
            List<Candidate> other = new ArrayList<>(given.candidates);
            Collections.shuffle(other, new Random(seed));
            assertThat(new Matching(given.desired).of(other, given.there::contains, Set.of())).as("seed %d", seed)
                    .isEqualTo(given.matches());
        }
    }

    private static Case of(long seed) {
        Random random = new Random(seed);
        Map<ContactKey, Traits> desired = new LinkedHashMap<>();
        List<Candidate> candidates = new ArrayList<>();
        Map<String, Integer> truth = new HashMap<>();
        Set<ContactKey> there = new HashSet<>();
        List<Person> people = people(random);
        for (Person person : people) {
            if (!person.left()) {
                desired.put(key("" + person.number()), person.now());
            }
            if (random.nextInt(8) == 0) {
                there.add(key("" + person.number()));
            }
            for (int copy = 0; copy < (random.nextInt(9) == 0 ? 2 : 1); copy++) {
                Traits written = written(person, random);
                String id = person.number() + "-" + copy;
                truth.put(id, person.number());
                candidates.add(new Candidate(id, "v", List.of(), id, random.nextInt(6) > 0, written));
            }
        }
        return new Case(seed, desired, candidates, truth, there);
    }

    /** Who left has an address of their own: one of the same name and the same office nobody could tell. */
    private static List<Person> people(Random random) {
        List<Person> people = new ArrayList<>();
        for (int number = 0; number < 2 + random.nextInt(6); number++) {
            String name = any(GIVEN, random) + " " + any(SURNAME, random);
            boolean left = random.nextInt(5) == 0;
            Set<String> mails = new HashSet<>();
            if (left || random.nextInt(10) > 0) {
                mails.add(!left && random.nextInt(6) == 0 ? "office@x" : "p" + number + "@x");
            }
            Set<String> numbers = new HashSet<>(Set.of("+49" + (number + 1)));
            if (random.nextBoolean()) {
                numbers.add(SWITCHBOARD);
            }
            Traits then = new Traits(mails, numbers, Set.of(name));
            people.add(new Person(number, left, now(then, people, random), then));
        }
        return people;
    }

    /** They may have married, or got the number of somebody else who left: one of their own name nobody could tell. */
    private static Traits now(Traits then, List<Person> earlier, Random random) {
        Set<String> numbers = new HashSet<>(then.numbers());
        earlier.stream().filter(Person::left).limit(1)
                .filter(left -> random.nextInt(3) == 0 && !left.then().names().equals(then.names()))
                .forEach(left -> numbers.add("+49" + (left.number() + 1)));
        String name = then.names().iterator().next();
        return new Traits(then.mails(), numbers, random.nextInt(12) > 0 ? Set.of(name)
                : Set.of(name.substring(0, name.indexOf(' ') + 1) + "newname"));
    }

    /**
     * As the former tool wrote it, and as the owner may have edited it. Of those who left or married more than a name
     * is known: a homonym of theirs nobody could tell by it.
     */
    private static Traits written(Person person, Random random) {
        Traits then = person.then();
        boolean known = person.left() || !person.now().names().equals(then.names());
        Set<String> mails = known || random.nextInt(5) > 0 ? then.mails() : Set.of();
        Set<String> numbers = known || random.nextInt(6) > 0 ? then.numbers() : Set.of();
        String name = then.names().iterator().next();
        return switch (random.nextInt(20)) {
            case 0 -> new Traits(mails, numbers, Set.of(name + " work"));
            case 1 -> new Traits(mails, numbers, Set.of("the boss"));
            case 2 -> new Traits(mails, Set.of("+33" + person.number()), then.names());
            case 3 -> new Traits(Set.of("private" + person.number() + "@home"), numbers, then.names());
            default -> new Traits(mails, numbers, then.names());
        };
    }

    private static String any(String[] some, Random random) {
        return some[random.nextInt(some.length)];
    }
}
