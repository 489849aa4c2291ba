package io.contactsync.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.core.Drifted.Fate;
import io.contactsync.core.Kept.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What becomes of contacts that somebody has touched. */
class RereadTest {

    private static final Instant NOON = Fixtures.NOON;
    private static final FieldChange MOBILE = new FieldChange("mobilePhone", "+49 1", "+49 2");
    private static final FieldChange TITLE = new FieldChange("jobTitle", "Boss", "Chair");

    private final Map<String, String> before = new HashMap<>();
    private DriftRules rules = DriftRules.STANDARD;
    private KnownMailbox known = KnownMailbox.NOTHING;
    private Acquaintance acquaintance;
    private Plan base;

    private static ReadContact read(String id, String changeKey, FieldChange... drift) {
        return new ReadContact(id, new Answer(200, "", null, id), Ownership.OURS, Fixtures.key("anna"), changeKey,
                List.of("Company"), List.of(drift), "{}");
    }

    private static ReadContact failed(int status, String code) {
        return ReadContact.unread("a", new Answer(status, code, null, null));
    }

    private static Change touched() {
        return Change.update(Fixtures.key("anna"), "a", Change.DRIFTED, "v2", "h1", "h1");
    }

    private Reread reread(List<Change> touched, Change... changes) {
        acquaintance = Acquaintance.of(known, rules, NOON);
        acquaintance.lists(Fnv.hash(Fixtures.key("anna").text()));
        acquaintance.listedAll();
        Plan plan = new Plan(List.of(changes), 1, 0, Kept.NOTHING, Set.of(), touched, List.of());
        base = plan;
        return new Reread(plan, rules, acquaintance, "Company", change -> before.isEmpty() ? null : moved());
    }

    private Set<String> moved() {
        return Stream.of(MOBILE, TITLE)
                .filter(field -> !before.getOrDefault(field.property(), "").equals(field.after()))
                .map(FieldChange::property).collect(Collectors.toSet());
    }

    private Plan settled(Reread reread, ReadContact... contacts) {
        reread.came(List.of(contacts), NOON, 0);
        assertThat(reread.isRunning()).isFalse();
        return reread.settled(base);
    }

    private Plan settled(ReadContact contact) {
        return settled(reread(List.of(touched())), contact);
    }

    private void policy(DriftPolicy policy) {
        rules = new DriftRules(policy, rules.full(), 0, false);
    }

    /** The run wrote the contact, which has that version now. */
    private void written(String changeKey) {
        acquaintance.came(new Outcome(touched(), Outcome.Kind.APPLIED, "", "a", changeKey));
        known = acquaintance.after(rules, "mailbox");
    }

    @Test
    void whatIsStillAsWeWantItIsUnchanged() {
        Plan plan = settled(read("a", "v2"));
        assertThat(plan.changes()).isEmpty();
        assertThat(plan.unchanged()).isEqualTo(1);
        assertThat(plan.drift()).isEmpty();
        known = acquaintance.after(rules, "mailbox");
        assertThat(Acquaintance.of(known, rules, NOON).isTouched(Fnv.hash(Fixtures.key("anna").text()), "v2"))
                .isFalse();
    }

    @Test
    void whatSomebodyChangedIsRestored() {
        Plan plan = settled(read("a", "v3", MOBILE));
        assertThat(plan.changes()).containsExactly(touched().of("v3"));
        assertThat(plan.changes().get(0).writes()).isEqualTo(Writes.ALL);
        assertThat(plan.drift()).extracting(Drifted::fate).containsExactly(Fate.RESTORED);
        assertThat(plan.drift().get(0).fields()).containsExactly(MOBILE);
    }

    @Test
    void orOnlyTold() {
        for (DriftPolicy policy : List.of(DriftPolicy.REPORT, DriftPolicy.RESPECT)) {
            policy(policy);
            Plan plan = settled(read("a", "v3", MOBILE));
            assertThat(plan.changes()).isEmpty();
            assertThat(plan.kept().of(Reason.DRIFTED)).isEqualTo(1);
            assertThat(plan.drift()).hasSize(1);
        }
    }

    @Test
    void anOwnersValueStaysUntilTheSourceItselfChangesThatField() {
        policy(DriftPolicy.RESPECT);
        before.putAll(Map.of("mobilePhone", "+49 2", "jobTitle", "Clerk"));
        Plan plan = settled(reread(List.of(), Fixtures.update("anna", "a")), read("a", "v3", MOBILE, TITLE));
        assertThat(plan.changes().get(0).writes().left()).containsExactly("mobilePhone");
        assertThat(plan.drift().get(0).fields()).containsExactly(MOBILE);
        before.put("mobilePhone", "+49 0");
        plan = settled(reread(List.of(), Fixtures.update("anna", "a")), read("a", "v3", MOBILE, TITLE));
        assertThat(plan.changes().get(0).writes()).isEqualTo(Writes.ALL);
    }

    @Test
    void byAnotherPolicyAnUpdateIsNotReadAndLeavesNothing() {
        before.putAll(Map.of("mobilePhone", "+49 2"));
        Reread reread = reread(List.of(), Fixtures.update("anna", "a"));
        assertThat(reread.isRunning()).isFalse();
        assertThat(reread.settled(base).changes()).containsExactly(Fixtures.update("anna", "a"));
    }

    @Test
    void whatDiffersAtTheVersionThatWeWroteIsWhatExchangeMakesOfIt() {
        settled(read("a", "v3", MOBILE));
        written("v4");
        Plan plan = settled(read("a", "v4", MOBILE));
        assertThat(plan.changes()).isEmpty();
        assertThat(plan.drift()).extracting(Drifted::fate).containsExactly(Fate.REWRITTEN);
    }

    @Test
    void whatComesBackAfterItWasMendedTwiceIsAsGoodAsItGets() {
        List<Fate> fates = new ArrayList<>();
        for (int run = 0; run < 4; run++) {
            fates.add(settled(read("a", "phone" + run, MOBILE)).drift().get(0).fate());
            if (fates.get(run) == Fate.RESTORED) {
                written("ours" + run);
            } else {
                known = acquaintance.after(rules, "mailbox");
            }
        }
        assertThat(fates).containsExactly(Fate.RESTORED, Fate.RESTORED, Fate.REWRITTEN, Fate.REWRITTEN);
        assertThat(settled(read("a", "v9", TITLE)).changes()).as("another difference").hasSize(1);
    }

    @Test
    void aRepairMendsThatToo() {
        settled(read("a", "v3", MOBILE));
        written("v4");
        rules = new DriftRules(DriftPolicy.REPORT, rules.full(), 1, false).repairing();
        assertThat(settled(read("a", "v4", MOBILE)).changes()).hasSize(1);
    }

    @Test
    void aReleasedContactIsGivenBackWithItsOwnersCategories() {
        Change given = Change.update(Fixtures.key("anna"), "a", Change.GIVEN_BACK, "v2", "h1", "h1");
        ReadContact released = new ReadContact("a", new Answer(200, "", null, "a"), Ownership.RELEASED,
                Fixtures.key("anna"), "v3", List.of("Friends"), List.of(), "{}");
        Plan plan = settled(reread(List.of(given)), released);
        assertThat(plan.changes().get(0).writes().categories()).containsExactly("Friends", "Company");
        assertThat(settled(released).changes()).as("touched, and released since it was listed").isEmpty();
    }

    @Test
    void whatIsReleasedOrGoneMeanwhileIsLeftAlone() {
        assertThat(settled(failed(404, "ErrorItemNotFound")).changes()).isEmpty();
        assertThat(settled(failed(403, "ErrorAccessDenied")).kept().of(Reason.UNREAD)).isEqualTo(1);
    }

    @Test
    void whatIsNotAnsweredIsAskedForAgainAndThenLeft() {
        Reread reread = reread(List.of(touched()));
        for (int times = 1; times < 3; times++) {
            reread.came(List.of(failed(503, "")), NOON, 0);
            assertThat(reread.isRunning()).isTrue();
            assertThat(reread.waitFrom(NOON)).isPositive();
        }
        Plan plan = settled(reread, failed(503, ""));
        assertThat(plan.kept().of(Reason.UNREAD)).isEqualTo(1);
        assertThat(plan.changes()).isEmpty();
    }

    @Test
    void aWaitThatIsToldIsKept() {
        Reread reread = reread(List.of(touched()));
        reread.came(List.of(ReadContact.unread("a", new Answer(429, "", Duration.ofSeconds(30), null))), NOON, 0);
        assertThat(reread.waitFrom(NOON)).isGreaterThanOrEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void anUpdateThatCannotBeReadWaitsWhereOwnersAreRespected() {
        policy(DriftPolicy.RESPECT);
        Change update = Fixtures.update("anna", "a");
        assertThat(settled(reread(List.of(), update), failed(404, "ErrorItemNotFound")).changes()).isEmpty();
    }

    @Test
    void aChangeOfAKnownVersionIsNotReadAndADoubleNeitherIs() {
        settled(read("a", "v3", MOBILE));
        written("v1");
        policy(DriftPolicy.RESPECT);
        assertThat(reread(List.of(), Fixtures.update("anna", "a")).isRunning()).isFalse();
        assertThat(reread(List.of(), Fixtures.sweep("ben", "b", "c"), Fixtures.create("zoe")).isRunning()).isFalse();
        assertThat(reread(List.of(), Fixtures.update("ben", "b")).isRunning()).as("unknown").isTrue();
    }

    @Test
    void oneBatchIsReadAtATime() {
        Reread reread = reread(IntStream.range(0, 45).mapToObj(number -> touched()).toList());
        List<Integer> portions = new ArrayList<>();
        while (reread.isRunning()) {
            portions.add(reread.portion().size());
            reread.came(reread.portion().stream().map(change -> read("a", "v2")).toList(), NOON, 0);
        }
        assertThat(portions).containsExactly(20, 20, 5);
        assertThat(reread.settled(base).unchanged()).isEqualTo(45);
    }
}
