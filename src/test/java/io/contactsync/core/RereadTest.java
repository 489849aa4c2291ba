package io.contactsync.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.core.Drifted.Fate;
import io.contactsync.core.Kept.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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

    private static PresentContact read(String changeKey, boolean ours, String category, FieldChange... drift) {
        return new PresentContact("a", new Answer(200, "", null, "a"), new CurrentContact("a", changeKey, ours,
                new HiddenKey("main", Fixtures.key("anna")), "h1"), List.of(category), Map.of(), "{}", List.of(drift));
    }

    private static PresentContact read(String changeKey, FieldChange... drift) {
        return read(changeKey, true, "Company", drift);
    }

    private static PresentContact failed(int status, String code) {
        return PresentContact.unread("a", new Answer(status, code, null, null));
    }

    private static Change touched() {
        return Change.update(Fixtures.key("anna"), "a", Change.DRIFTED, "v2", "h1", "h1");
    }

    private Reread reread(List<Change> touched, Change... changes) {
        acquaintance = Acquaintance.of(known, rules, NOON);
        acquaintance.keeps(Fnv.hash(Fixtures.key("anna").text()));
        acquaintance.listedAll();
        Plan plan = new Plan(List.of(changes), 1, 0, Kept.NOTHING, Set.of(), touched, List.of());
        base = plan;
        return new Reread(plan, rules, acquaintance, Fixtures.policy(null), "Company", change -> before.isEmpty() ? null
                : new WrittenBefore(before.getOrDefault("displayName", ""), moved()));
    }

    private Set<String> moved() {
        return Stream.of(MOBILE, TITLE)
                .filter(field -> !before.getOrDefault(field.property(), "").equals(field.after()))
                .map(FieldChange::property).collect(Collectors.toSet());
    }

    private Plan decided(Reread reread, PresentContact contact) {
        assertThat(reread.unknown()).hasSize(1);
        reread.decide(reread.unknown().get(0), contact);
        return reread.decided(base);
    }

    private Plan decided(PresentContact contact) {
        return decided(reread(List.of(touched())), contact);
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
        Plan plan = decided(read("v2"));
        assertThat(plan.changes()).isEmpty();
        assertThat(plan.unchanged()).isEqualTo(1);
        assertThat(plan.drift()).isEmpty();
        known = acquaintance.after(rules, "mailbox");
        assertThat(Acquaintance.of(known, rules, NOON).isTouched(Fnv.hash(Fixtures.key("anna").text()), "v2"))
                .isFalse();
    }

    @Test
    void whatSomebodyChangedIsRestored() {
        Plan plan = decided(read("v3", MOBILE));
        assertThat(plan.changes()).containsExactly(touched().of("v3"));
        assertThat(plan.changes().get(0).writes()).isEqualTo(Writes.ALL);
        assertThat(plan.drift()).extracting(Drifted::fate).containsExactly(Fate.RESTORED);
        assertThat(plan.drift().get(0).fields()).containsExactly(MOBILE);
    }

    @Test
    void orOnlyTold() {
        for (DriftPolicy policy : List.of(DriftPolicy.REPORT, DriftPolicy.RESPECT)) {
            policy(policy);
            Plan plan = decided(read("v3", MOBILE));
            assertThat(plan.changes()).isEmpty();
            assertThat(plan.kept().of(Reason.DRIFTED)).isEqualTo(1);
            assertThat(plan.drift()).hasSize(1);
        }
    }

    @Test
    void anOwnersValueStaysUntilTheSourceItselfChangesThatField() {
        policy(DriftPolicy.RESPECT);
        before.putAll(Map.of("mobilePhone", "+49 2", "jobTitle", "Clerk"));
        Plan plan = decided(reread(List.of(), Fixtures.update("anna", "a")), read("v3", MOBILE, TITLE));
        assertThat(plan.changes().get(0).writes().left()).containsExactly("mobilePhone");
        assertThat(plan.drift().get(0).fields()).containsExactly(MOBILE);
        before.put("mobilePhone", "+49 0");
        plan = decided(reread(List.of(), Fixtures.update("anna", "a")), read("v3", MOBILE, TITLE));
        assertThat(plan.changes().get(0).writes()).isEqualTo(Writes.ALL);
    }

    @Test
    void byAnotherPolicyAnUpdateIsNotReadAndLeavesNothing() {
        before.putAll(Map.of("mobilePhone", "+49 2"));
        Reread reread = reread(List.of(), Fixtures.update("anna", "a"));
        assertThat(reread.unknown()).isEmpty();
        assertThat(reread.decided(base).changes()).containsExactly(Fixtures.update("anna", "a"));
    }

    @Test
    void whatDiffersAtTheVersionThatWeWroteIsWhatExchangeMakesOfIt() {
        decided(read("v3", MOBILE));
        written("v4");
        Plan plan = decided(read("v4", MOBILE));
        assertThat(plan.changes()).isEmpty();
        assertThat(plan.drift()).extracting(Drifted::fate).containsExactly(Fate.REWRITTEN);
    }

    @Test
    void whatExchangeMakesOfItIsKnownAtALaterVersionToo() {
        decided(read("v3", MOBILE));
        written("v4");
        decided(read("v4", MOBILE));
        known = acquaintance.after(rules, "mailbox");
        assertThat(decided(read("v5", MOBILE)).drift()).extracting(Drifted::fate).containsExactly(Fate.REWRITTEN);
        assertThat(decided(read("v9", TITLE)).changes()).as("another difference").hasSize(1);
    }

    @Test
    void whatSomebodyChangesAgainAndAgainIsRestoredEveryTime() {
        for (int run = 0; run < 5; run++) {
            assertThat(decided(read("phone" + run, MOBILE)).changes()).hasSize(1);
            written("ours" + run);
        }
    }

    @Test
    void aRepairMendsThatToo() {
        decided(read("v3", MOBILE));
        written("v4");
        rules = new DriftRules(DriftPolicy.REPORT, rules.full(), 1, false).repairing();
        assertThat(decided(read("v4", MOBILE)).changes()).hasSize(1);
    }

    @Test
    void aReleasedContactIsGivenBackWithItsOwnersCategories() {
        Change given = Change.update(Fixtures.key("anna"), "a", Change.GIVEN_BACK, "v2", "h1", "h1");
        PresentContact released = read("v3", false, "Friends");
        Plan plan = decided(reread(List.of(given)), released);
        assertThat(plan.changes().get(0).writes().categories()).containsExactly("Friends", "Company");
        assertThat(plan.changes().get(0).before()).as("bound to what was read").startsWith("~");
        assertThat(decided(released).changes()).as("touched, and released since it was listed").isEmpty();
    }

    @Test
    void aReleasedContactThatCarriesAnothersNameIsLeftAndTold() {
        Change given = Change.update(Fixtures.key("anna"), "a", Change.GIVEN_BACK, "v2", "h1", "h1");
        PresentContact mother =
                read("v3", false, "Friends", new FieldChange("displayName", "My Mother", "Anna Bär"));
        Plan plan = decided(reread(List.of(given)), mother);
        assertThat(plan.changes()).isEmpty();
        assertThat(plan.drift()).extracting(Drifted::fate).containsExactly(Fate.RELEASED);
        before.put("displayName", "My Mother");
        assertThat(decided(reread(List.of(given)), mother).changes()).as("we called her so").hasSize(1);
    }

    @Test
    void whatIsReleasedOrGoneMeanwhileIsLeftAlone() {
        assertThat(decided(failed(404, "ErrorItemNotFound")).changes()).isEmpty();
        assertThat(decided(failed(403, "ErrorAccessDenied")).kept().of(Reason.UNREAD)).isEqualTo(1);
    }

    @Test
    void whatIsNotReadStaysTouched() {
        Reread reread = reread(List.of(touched()));
        reread.unread(touched());
        Plan plan = reread.decided(base);
        assertThat(plan.kept().of(Reason.UNREAD)).isEqualTo(1);
        assertThat(plan.changes()).isEmpty();
        known = acquaintance.after(rules, "mailbox");
        assertThat(Acquaintance.of(known, rules, NOON).isTouched(Fnv.hash(Fixtures.key("anna").text()), "v2"))
                .as("read in the next run").isTrue();
    }

    @Test
    void anUpdateThatCannotBeReadWaitsWhereOwnersAreRespected() {
        policy(DriftPolicy.RESPECT);
        Change update = Fixtures.update("anna", "a");
        assertThat(decided(reread(List.of(), update), failed(404, "ErrorItemNotFound")).changes()).isEmpty();
    }

    @Test
    void aChangeOfAKnownVersionIsNotReadAndADoubleNeitherIs() {
        decided(read("v3", MOBILE));
        written("v1");
        policy(DriftPolicy.RESPECT);
        assertThat(reread(List.of(), Fixtures.update("anna", "a")).unknown()).isEmpty();
        assertThat(reread(List.of(), Fixtures.sweep("ben", "b", "c"), Fixtures.create("zoe")).unknown()).isEmpty();
        assertThat(reread(List.of(), Fixtures.update("ben", "b")).unknown()).as("unknown").hasSize(1);
    }
}
