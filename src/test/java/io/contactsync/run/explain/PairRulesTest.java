package io.contactsync.run.explain;

import static io.contactsync.run.explain.FactsFixture.NOON;
import static io.contactsync.run.explain.FactsFixture.bob;
import static io.contactsync.run.explain.FactsFixture.box;
import static io.contactsync.run.explain.FactsFixture.change;
import static io.contactsync.run.explain.FactsFixture.contact;
import static io.contactsync.run.explain.FactsFixture.run;
import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.core.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.api.Test;

class PairRulesTest {

    private static final Instant LONG_AGO = NOON.minus(Duration.ofDays(3));
    private static final Instant JUST_NOW = NOON.minus(Duration.ofMinutes(5));

    static final Words FULL = new Words(new Words.Remedies() {
        @Override
        public String words(String cause) {
            return "the mailbox is full";
        }

        @Override
        public String next(String cause) {
            return "its owner makes room";
        }
    }, Times.UTC, "Colleagues");

    /** What is so, and why then. */
    record Row(Why why, FactsFixture facts) {
    }

    private static FactsFixture facts() {
        return new FactsFixture();
    }

    private static Someone left() {
        return bob(Standing.LEFT, "");
    }

    private static History history(Instant at, String change, String... outcomes) {
        return History.of(change(at, change, outcomes));
    }

    /** A create, and what a later run planned there. */
    private static History listed(String outcome, int create, int unsettled, String settled) {
        return History.of(Stream.concat(change(JUST_NOW, "create", outcome).stream(), Stream.of(FactsFixture.line(
                JUST_NOW.plusSeconds(60), "event", "plan", "create", "" + create, "unsettled", "" + unsettled,
                "settled", settled))).toList());
    }

    private static LatestRun held(String mailboxHold) {
        Box box = box("anna", "done", "");
        return run(
                new WaitingHolds(List.of(FactsFixture.hold("h7", "vanished", "staff", "12 of 60 people of staff "
                        + "vanished"))),
                new Box("anna", "r1", box.at(), "held", "", mailboxHold, 10, 0, 0, 0, 0, 0, 0, 0));
    }

    static Stream<Row> table() {
        LatestRun everythingHeld = run(new WaitingHolds(
                List.of(FactsFixture.hold("h9", "changed", "staff", "30 of 60 people of staff changed or vanished"))));
        return Stream.of(
                new Row(Why.THERE, facts()),
                new Row(Why.OUTDATED, facts().seen(contact(true, "main", "h0", true))),
                new Row(Why.TWICE, facts().seen(contact(true, "main", "h1", true), contact(true, "main", "h1", true))),
                new Row(Why.IN_FOLDER, facts().seen(contact(true, "main", "h1", false))),
                new Row(Why.RELEASED, facts().seen(contact(false, "main", "h1", true))),
                new Row(Why.OTHER_INSTANCE, facts().seen(contact(true, "old", "h1", true))),
                new Row(Why.NOT_A_TARGET, facts().target(false)),
                new Row(Why.SKIPPED, facts().unseen(Seen.NO_MAILBOX + "MailboxNotEnabledForRESTAPI")),
                new Row(Why.SKIPPED,
                        facts().unseen(null).run(run(WaitingHolds.NOTHING, box("anna", "skipped", "no mailbox")))),
                new Row(Why.UNREADABLE, facts().unseen("refused (403)")),
                new Row(Why.EXCLUDED, facts().who(bob(Standing.EXCLUDED, "department=Interns")).seen()),
                new Row(Why.REFUSED, facts().who(bob(Standing.REFUSED, "offices.csv, line 9: bad")).seen()),
                new Row(Why.DISABLED, facts().who(left()).account(Account.DISABLED).seen()),
                new Row(Why.NO_LICENCE, facts().who(left()).account(Account.NO_LICENCE).seen()),
                new Row(Why.GUEST, facts().who(bob(Standing.UNKNOWN, "")).account(Account.GUEST).seen()),
                new Row(Why.NO_SUCH_USER, facts().who(left()).account(Account.NO_SUCH_USER).seen()),
                new Row(Why.NOT_NAMED, facts().who(left()).account(Account.ACTIVE).seen()),
                new Row(Why.SOURCE_INCOMPLETE, facts().who(left()).reading("incomplete", "nobody@x does not exist")
                .seen()),
                new Row(Why.NAME_HELD, facts().who(left()).reading("held", "").run(held(""))),
                new Row(Why.NAME_HELD, facts().who(left()).reading("held", "").account(Account.DISABLED).run(held(""))),
                new Row(Why.NOT_NAMED, facts().who(left()).reading("held", "").run(held("")).seen()),
                new Row(Why.MAILBOX_HELD, facts().who(left()).run(held("m1"))),
                new Row(Why.OWN_CARD, facts().who(new Someone("staff", "anna", "Anna", List.of(), Standing.NAMED, "",
                NOON, "h"))),
                new Row(Why.DELETED_BY_OWNER, facts().seen()),
                new Row(Why.NOT_YET, facts().seen().history(History.NONE)),
                new Row(Why.NOT_YET, facts().seen().history(history(LONG_AGO, "delete", "applied"))),
                new Row(Why.IN_DOUBT, facts().seen().history(history(JUST_NOW, "create", "unknown"))),
                new Row(Why.IN_DOUBT, facts().seen().history(history(JUST_NOW, "create"))),
                new Row(Why.IN_DOUBT, facts().seen().history(history(JUST_NOW, "create", "applied"))),
                new Row(Why.IN_DOUBT, facts().seen().history(history(LONG_AGO, "create", "unknown"))),
                new Row(Why.DELETED_BY_OWNER, facts().seen().history(listed("applied", 0, 0, "false"))),
                new Row(Why.DELETED_BY_OWNER, facts().seen().history(listed("applied", 3, 0, "true"))),
                new Row(Why.DELETED_BY_OWNER, facts().seen().history(listed("unknown", 0, 0, "true"))),
                new Row(Why.IN_DOUBT, facts().seen().history(listed("applied", 0, 1, "false"))),
                new Row(Why.IN_DOUBT, facts().seen().history(listed("unknown", 3, 0, "true"))),
                new Row(Why.DELETED_BY_OWNER, facts().seen().history(history(JUST_NOW, "create", "applied"))
                .settled()),
                new Row(Why.NAME_HELD, facts().who(bob(Standing.EXCLUDED, "department=Interns")).reading("held", "")
                .run(held(""))),
                new Row(Why.MAILBOX_HELD, facts().who(bob(Standing.EXCLUDED, "department=Interns")).run(held("m1"))),
                new Row(Why.RUN_HELD, facts().seen().history(History.NONE).run(everythingHeld)),
                new Row(Why.REJECTED, facts().seen().history(history(JUST_NOW, "create", "rejected"))),
                new Row(Why.MAILBOX_FAILED, facts().seen().history(History.NONE)
                .run(run(WaitingHolds.NOTHING, box("anna", "failed", "503")))),
                new Row(Why.THERE, facts().unseen(null)),
                new Row(Why.THERE, facts().unseen(null).history(History.NONE)),
                new Row(Why.NOT_YET, facts().unseen(null).history(History.NONE).forgotten()),
                new Row(Why.MAILBOX_FAILED, facts().unseen(null).history(History.NONE)
                .run(run(WaitingHolds.NOTHING, box("anna", "failed", "503")))),
                new Row(Why.MAILBOX_WAITS, facts().seen().history(History.NONE)
                .run(run(WaitingHolds.NOTHING, box("anna", "waits", "creates wait (3)")))),
                new Row(Why.DELETED_BY_OWNER, facts().seen().history(listed("applied", 0, 0, "false"))
                .run(run(WaitingHolds.NOTHING, box("anna", "waits", "creates wait (1)")))),
                new Row(Why.IN_DOUBT, facts().unseen(null).history(history(JUST_NOW, "create"))),
                new Row(Why.REJECTED, facts().unseen(null).history(history(JUST_NOW, "create", "rejected"))));
    }

    @ParameterizedTest
    @MethodSource("table")
    void theCause(Row row) {
        assertThat(PairRules.why(row.facts.facts())).isEqualTo(row.why);
    }

    @Test
    void everyCauseIsInTheTable() {
        assertThat(table().map(Row::why)).contains(Why.values());
    }

    /** And says a whole sentence, something to do, and never a value that is not there. */
    @ParameterizedTest
    @MethodSource("table")
    void theWords(Row row) {
        Explanation answer = PairWords.explain(row.facts.facts(), FactsFixture.WORDS);
        assertThat(answer.sentence()).startsWith(row.why == Why.OWN_CARD ? "Anna in the mailbox of Anna B\u00e4r: "
                : "Bob Ahrens in the mailbox of Anna B\u00e4r: ").endsWith(".");
        assertThat(answer.next()).isNotEmpty();
        assertThat(answer.facts()).extracting(Explanation.Fact::about)
                .contains("source", "desired", "mailbox", "history", "phone");
        assertThat(answer.toString()).doesNotContain("null");
    }

    @Test
    void whoDeletedALateCreateAndWhenItComesBack() {
        FactsFixture deleted = facts().seen().history(listed("applied", 0, 0, "false"));
        assertThat(PairWords.explain(deleted.facts(), FactsFixture.WORDS).sentence())
                .contains(
                        "Anna B\u00e4r (or a phone) deleted the contact; it comes back with the next run once the "
                                + "settle time is over, at 2026-11-25 12:11");
        assertThat(PairWords.explain(deleted.facts(), FactsFixture.WORDS).next().toString())
                .contains("run again after");
        assertThat(PairWords.explain(deleted.settled().facts(), FactsFixture.WORDS).sentence())
                .endsWith("it comes back with the next run.");
    }

    @Test
    void whatAFullMailboxRefusedHasItsOwnRemedy() {
        PairFacts full = facts().seen().history(history(LONG_AGO, "create", "rejected")).facts();
        assertThat(PairWords.explain(full, FULL).sentence()).contains("was not written: the mailbox is full");
        assertThat(PairWords.explain(full, FULL).next()).containsExactly("its owner makes room");
    }

    @Test
    void aReleasedContactIsItsOwnersToGiveBack() {
        PairFacts released = facts().seen(contact(false, "main", "h1", true)).facts();
        assertThat(PairWords.explain(released, FactsFixture.WORDS).next()).containsExactly(
                "give it back: contact-sync repair --mailbox anna@contoso.com --person bob@contoso.com",
                "or its owner files it under 'Colleagues' again in Outlook");
    }

    @Test
    void whatCannotBeReadIsNotKnown() {
        assertThat(PairWords.explain(facts().unseen("refused (403)").facts(), FactsFixture.WORDS).sentence())
                .isEqualTo("Bob Ahrens in the mailbox of Anna B\u00e4r: whether the contact is there is not known: the "
                        + "mailbox cannot be read just now: refused (403).");
    }

    @Test
    void twoSourcesThatNameOnePersonAreTold() {
        PairFacts twice = facts().twins(new Someone("suppliers", "77", "B. Ahrens", List.of("bob@contoso.com"),
                Standing.NAMED, "", NOON, "h")).facts();
        assertThat(PairWords.explain(twice, FactsFixture.WORDS).facts())
                .contains(new Explanation.Fact("double",
                "the same address has B. Ahrens (suppliers): a phone shows both"));
    }
}
