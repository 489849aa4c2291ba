package io.contactsync.run.explain;

import static io.contactsync.run.explain.FactsFixture.NOON;
import static io.contactsync.run.explain.FactsFixture.bob;
import static io.contactsync.run.explain.FactsFixture.box;
import static io.contactsync.run.explain.FactsFixture.change;
import static io.contactsync.run.explain.FactsFixture.contact;
import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.cli.screen.ExplainScreen;
import io.contactsync.cli.screen.Columns;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** One person in all mailboxes, and one mailbox with all people: counts add up, and the screen is what is here. */
class CountsTest {

    private static final PairFacts.ReadingState COMPLETE = new PairFacts.ReadingState("complete", "");

    private static PersonFacts person(Standing standing, Map<String, History> histories, int targets, Box... boxes) {
        Map<String, Box> byMailbox = new LinkedHashMap<>();
        List.of(boxes).forEach(each -> byMailbox.put(each.mailbox(), each));
        LatestRun run =
                new LatestRun("20261125-050000-000-abcd", NOON, targets, byMailbox, false,
                        WaitingHolds.NOTHING, List.of());
        return new PersonFacts(bob(standing, standing == Standing.EXCLUDED ? "department=Interns" : ""),
                Account.NOT_ASKED, COMPLETE, run, histories,
                FactsFixture.RULES, true, Map.of("m1", "Anna B\u00e4r", "m2", "Ben"), "",
                "Bob Ahrens");
    }

    private static int sum(Explanation answer) {
        return answer.groups().stream().mapToInt(Explanation.Group::count).sum();
    }

    @Test
    void aPersonsMailboxesAddUpToTheTargets() {
        Map<String, History> histories = new HashMap<>();
        histories.put("m1", History.of(change(NOON.minusSeconds(86_400), "create", "applied")));
        histories.put("m2", History.of(change(NOON, "create", "rejected")));
        histories.put("m3", History.of(change(NOON, "create")));
        Explanation answer = PersonWords.explain(person(Standing.NAMED, histories, 8, box("m1", "done", ""),
                box("m2", "failed", "x"), box("m3", "failed", "x"),
                box("m4", "done", ""), box("m5", "skipped", "no mailbox"), box("m6", "failed", "503"),
                box("b-1", "done", "")), FactsFixture.WORDS);
        assertThat(sum(answer)).isEqualTo(8);
        assertThat(new ExplainScreen(true).lines(answer)).containsExactly(
                "Bob Ahrens is in 2 of 8 mailboxes.",
                "  source     staff names them (read 2026-11-25 11:59 UTC)",
                "  key        staff|b-1",
                "  since      created 2026-11-24 12:00 UTC",
                "  as of      the run 20261125-050000-000-abcd, and the journals; no mailbox was",
                "             looked at",
                "        2  have the contact: Anna B\u00e4r, m4",
                "        1  not written: why: Ben",
                "        1  a create is in doubt: m3",
                "        1  skipped: no mailbox: m5",
                "        1  failed in the latest run: 503: m6",
                "        1  nobody gets their own card: b-1",
                "        1  the latest run did not come to them",
                "\u2192 correct the contact in its source, then: contact-sync sync",
                "\u2192 one mailbox, looked at: contact-sync explain 'Bob Ahrens' <mailbox>");
    }

    @Test
    void whoIsLeftOutIsNowhereAndWhy() {
        Map<String, History> histories = Map.of("m1",
                History.of(java.util.stream.Stream.concat(change(NOON.minusSeconds(9), "create", "applied").stream(),
                change(NOON, "delete", "applied").stream()).toList()));
        PersonFacts facts = person(Standing.EXCLUDED, histories, 1, box("m1", "done", ""));
        Explanation answer = PersonWords.explain(facts, FactsFixture.WORDS);
        assertThat(answer.sentence())
                .isEqualTo("Bob Ahrens is in 0 of 1 mailboxes: staff leaves them out (department=Interns).");
        assertThat(answer.groups()).containsExactly(new Explanation.Group(1, "deleted there, for nobody names them",
                List.of("Anna B\u00e4r")));
        assertThat(PersonWords.explain(new PersonFacts(facts.who(), Account.NOT_ASKED, COMPLETE, null, Map.of(),
                FactsFixture.RULES, false, Map.of(), "", "Bob Ahrens"),
                FactsFixture.WORDS).sentence()).isEqualTo("Bob Ahrens: no run has written anything yet.");
    }

    @Test
    void whoWasDeletedWasThereFromWhenToWhen() {
        Map<String, History> histories = Map.of("m1", gone(0), "m2", gone(600));
        Explanation answer = PersonWords.explain(person(Standing.EXCLUDED, histories, 2, box("m1", "done", ""),
                box("m2", "done", "")), FactsFixture.WORDS);
        assertThat(answer.facts()).contains(new Explanation.Fact("since",
                "created 2026-11-25 12:00 UTC to 2026-11-25 12:10 UTC,"
                + " deleted 2026-11-25 13:00 UTC to 2026-11-25 13:10 UTC"));
    }

    @Test
    void whomGraphRefusesEverywhereWasNeverThereAndIsCorrectedOrReleased() {
        PersonFacts facts = person(Standing.NAMED, Map.of("m1", History.of(change(NOON, "create", "rejected"))), 2,
                box("m1", "done", ""), box("m2", "done", ""));
        Explanation answer = PersonWords.explain(new PersonFacts(facts.who(), facts.account(), COMPLETE, facts.run(),
                facts.histories(), FactsFixture.RULES, true, facts.names(), "400 ErrorInvalidProperty", "Poison Pete"),
                FactsFixture.RELEASE);
        assertThat(answer.sentence()).isEqualTo("Bob Ahrens is in 0 of 2 mailboxes.");
        assertThat(answer.groups()).containsExactly(new Explanation.Group(2, "not written: refused, and skipped until "
                + "it changes (ErrorInvalidProperty)", List.of("Anna B\u00e4r", "Ben")));
        assertThat(answer.facts()).contains(new Explanation.Fact("since", "never, as far as the journals know"));
        assertThat(answer.next()).containsExactly("correct the contact in its source, and the next run writes it; to "
                + "try it as it is: contact-sync release 'Poison Pete'",
                "one mailbox, looked at: contact-sync explain 'Poison Pete' <mailbox>");
    }

    private static History gone(int later) {
        return History.of(java.util.stream.Stream.concat(
                change(NOON.plusSeconds(later), "create", "applied").stream(),
                change(NOON.plusSeconds(3600 + later), "delete", "applied").stream()).toList());
    }

    @Test
    void aDeletionThatWaitsIsToldWithItsHold() {
        Map<String, History> histories = Map.of("m1", History.of(change(NOON, "create", "applied")), "m2",
                History.of(change(NOON, "create", "applied")));
        Box waits = new Box("m1", "r1", NOON, "held", "", "m7", 10, 0, 0, 0, 0, 0, 0, 0);
        PersonFacts facts = person(Standing.EXCLUDED, histories, 2, waits, box("m2", "done", ""));
        LatestRun run = new LatestRun("r", NOON, 2, facts.run().boxes(), true,
                new WaitingHolds(List.of(
                FactsFixture.hold("m7", "deletes", "", "", "m1"), FactsFixture.hold("s7", "vanished", "staff", ""))),
                List.of());
        Explanation mailbox = PersonWords.explain(new PersonFacts(facts.who(), facts.account(), COMPLETE, run,
                histories, FactsFixture.RULES, true, facts.names(), "", "Bob Ahrens"), FactsFixture.WORDS);
        assertThat(mailbox.sentence()).isEqualTo("Bob Ahrens is in 2 of 2 mailboxes: staff leaves them out"
                + " (department=Interns); in 1 of them the deletion waits for an approval [m7].");
        assertThat(mailbox.groups()).extracting(Explanation.Group::text)
                .containsExactly("have the contact", "have the contact, and its deletion waits for an approval [m7]");
        assertThat(mailbox.next().get(0)).contains("contact-sync holds show m7");
        Explanation source = PersonWords.explain(new PersonFacts(facts.who(), facts.account(),
                new PairFacts.ReadingState("held", ""), run, histories, FactsFixture.RULES, true, facts.names(), "",
                "Bob Ahrens"),
                FactsFixture.WORDS);
        assertThat(source.sentence()).endsWith("; in 2 of them the deletion waits for an approval [s7].");
        assertThat(source.next().get(0)).contains("contact-sync holds show s7");
    }

    @Test
    void ofAMailboxThatCannotBeReadNothingIsCounted() {
        Box failed =
                box("anna", "failed", "anna: GET contacts refused (403), client-request-id a-b-1, request-id c-d-2");
        PairFacts refused = new FactsFixture().seen().history(History.of(change(NOON.minusSeconds(9000), "create",
                "rejected"))).facts();
        Explanation answer = BoxWords.explain(new BoxFacts("anna", "Anna", true,
                FactsFixture.run(WaitingHolds.NOTHING, failed),
                List.of(failed), "refused (403)", 0, List.of(new FactsFixture().unseen("refused (403)").facts())),
                FactsFixture.WORDS);
        assertThat(answer.sentence()).isEqualTo(
                "What the mailbox of Anna holds is not known: it cannot be read just now: refused (403).");
        assertThat(answer.facts()).contains(new Explanation.Fact("run",
                "2026-11-25 05:00 UTC  failed  +0 ~0 -0  GET contacts refused (403)"));
        Explanation full =
                BoxWords.explain(new BoxFacts("anna", "Anna", true, FactsFixture.run(WaitingHolds.NOTHING, failed),
                List.of(failed), "", 0, List.of(refused)), PairRulesTest.FULL);
        assertThat(full.groups()).containsExactly(new Explanation.Group(1, "were not written: the mailbox is full",
                List.of("Bob Ahrens")));
        assertThat(full.next()).contains("the mailbox is full: its owner makes room");
    }

    @Test
    void aLongNameGivesWayOnATerminal() {
        String name = "\u738b".repeat(300);
        String line = new ExplainScreen(true).candidate(name, "bob@contoso.com  staff|b-1");
        assertThat(Columns.width(line)).isLessThanOrEqualTo(80);
        assertThat(line).endsWith("\u2026  bob@contoso.com  staff|b-1");
        assertThat(new ExplainScreen(false).candidate(name, "staff|b-1")).isEqualTo("  " + name + "  staff|b-1");
    }

    @Test
    void aMailboxesPeopleAddUpToThoseWhoAreWanted() {
        List<PairFacts> pairs = new java.util.ArrayList<>(IntStream.range(0, 5)
                .mapToObj(each -> new FactsFixture().facts()).toList());
        pairs.add(new FactsFixture().seen(contact(false, "main", "h1", true)).facts());
        pairs.add(new FactsFixture().seen().facts());
        pairs.add(new FactsFixture().who(new Someone("staff", "anna", "Anna", List.of(), Standing.NAMED, "", NOON, "h"))
                .facts());
        Box held = new Box("anna", "r1", NOON, "held", "2 of 9 deletes", "m1", 9, 3, 2, 1, 1, 0, 0, 0);
        BoxFacts facts = new BoxFacts("anna", "Anna B\u00e4r", true, FactsFixture.run(new WaitingHolds(List.of(
                FactsFixture.hold("g1", "deletes", "", "4 deletions in 2 mailboxes", "anna", "ben"))), held),
                List.of(held),
                "", 2, pairs);
        Explanation answer = BoxWords.explain(facts, FactsFixture.WORDS);
        assertThat(sum(answer)).isEqualTo(8);
        assertThat(new ExplainScreen(true).lines(answer)).containsExactly(
                "The mailbox of Anna B\u00e4r holds 5 of 7 contacts that it should hold.",
                "  id         anna",
                "  target     yes",
                "  held       its deletions wait for an approval [g1]",
                "  own        2 contacts under our category are the owner's own, and never",
                "             touched",
                "  run        2026-11-25 12:00 UTC  held  +3 ~2 -1  2 of 9 deletes",
                "        5  are there: Bob Ahrens, Bob Ahrens, Bob Ahrens \u2026",
                "        1  were released by the owner: the category was taken off: Bob Ahrens",
                "        1  were deleted by the owner, and come back with the next run: Bob",
                "           Ahrens",
                "        1  is the owner's own card: Anna",
                "\u2192 look at it: contact-sync holds show g1   let it through:",
                "  contact-sync holds approve g1",
                "\u2192 one person there: contact-sync explain <person> 'Anna B\u00e4r'");
        assertThat(new ExplainScreen(false).lines(answer)).as("piped, one fact a line").hasSize(12);
    }

    @Test
    void thePairOnATerminalOf80Columns() {
        List<String> lines = new ExplainScreen(true).lines(PairWords.explain(new FactsFixture()
                .seen(contact(false, "main", "h1", true)).facts(), FactsFixture.WORDS));
        assertThat(lines).allMatch(line -> Columns.width(line) <= 80).containsExactly(
                "Bob Ahrens in the mailbox of Anna B\u00e4r: not on the phone, because Anna B\u00e4r took",
                "the category off the contact: it is theirs now, and is neither changed nor",
                "doubled.",
                "  source     staff names them (read 2026-11-25 11:59 UTC); in the directory:",
                "             enabled, licensed",
                "  desired    yes",
                "  mailbox    contact is there, key ours, category missing - seen just now",
                "  history    created 2026-11-16 12:00 UTC \u00b7 released by its owner since",
                "             2026-11-25 05:00 UTC",
                "  phone      Outlook mobile exports the default folder only; 'Save contacts'",
                "             must be on",
                "\u2192 give it back: contact-sync repair --mailbox anna@contoso.com --person",
                "  bob@contoso.com",
                "\u2192 or its owner files it under 'Colleagues' again in Outlook");
    }
}
