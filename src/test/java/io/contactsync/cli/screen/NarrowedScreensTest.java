package io.contactsync.cli.screen;

import static io.contactsync.cli.screen.PlanFixture.MEANS;
import static io.contactsync.cli.screen.PlanFixture.field;
import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.core.Action;
import io.contactsync.core.PlannedChange.Move;
import io.contactsync.run.People;
import io.contactsync.run.PlanPart;
import io.contactsync.run.PlanSearch;
import io.contactsync.run.RunReport;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A plan narrowed to a person, a mailbox, a field, or the numbers that were not read. */
class NarrowedScreensTest {

    private static final RunReport TYPICAL = PlanFixture.typical().report().report();

    private static String text(List<String> lines) {
        return String.join("\n", lines);
    }

    private static List<String> fitting(List<String> lines) {
        assertThat(lines).allSatisfy(line -> assertThat(Columns.width(line)).as(line).isLessThanOrEqualTo(80));
        return lines;
    }

    private static String key(String name) {
        return "graph-users|7000-" + name.hashCode();
    }

    private static PersonScreen person(RunReport report, String name, Layout layout) {
        return new PersonScreen(report, new PlanSearch(report).people(name).get(0), layout);
    }

    @Test
    void aPersonInEightyColumns() {
        assertThat(text(fitting(person(TYPICAL, "eva", Layout.TERMINAL).lines()))).isEqualTo("""
            ~ Eva Popescu changes [%s]
                surname         Popescu → Ionescu
                emailAddresses  eva.popescu@contoso.com → eva.ionescu@contoso.com

            changes      2,998 updates
            reached      2,998 of 3,000 mailboxes
                p0@contoso.com · p1@contoso.com · p2@contoso.com · 2,995 more
            not reached  2 of 3,000 mailboxes
                p2998@contoso.com · p2999@contoso.com""".formatted(key("Eva Popescu")));
    }

    @Test
    void aPersonPipedNamesEveryMailbox() {
        RunReport few = new PlanFixture()
                .add(Action.UPDATE, "Bob", Move.CHANGED, "changed", true, "0", field("surname", "", "A"))
                .add(Action.UPDATE, "Bob", Move.CHANGED, "changed", true, "1-2", field("surname", "B", "A"))
                .add(Action.UPDATE, "Bob", Move.CHANGED, "changed", false, "3-4").report()
                .mailboxes(PlanFixture.mailboxes().subList(0, 13)).report();

        assertThat(text(person(few, "Bob", Layout.PIPED).lines())).isEqualTo("""
            ~ Bob changes [%s]
                surname  B → A (1 mailbox holds another value)
                in 2 mailboxes it is not known what it was before

            changes      5 updates
            reached      5 of 13 mailboxes
                p0@contoso.com
                p1@contoso.com
                p2@contoso.com
                p3@contoso.com
                p4@contoso.com
            not reached  8 of 13 mailboxes
                p5@contoso.com
                p6@contoso.com
                p7@contoso.com
                p8@contoso.com
                p9@contoso.com
                p10@contoso.com
                p11@contoso.com (skipped: no mailbox)
                p12@contoso.com (skipped: no mailbox)""".formatted(key("Bob")));
        fitting(person(few, "Bob", Layout.TERMINAL).lines());
    }

    @Test
    void whoJoinsOrLeavesIsToldSo() {
        assertThat(person(TYPICAL, "Ada", Layout.TERMINAL).lines().get(0)).startsWith("+ Ada Bern joins [");
        assertThat(person(TYPICAL, "Ivan", Layout.PIPED).lines().get(0))
                .startsWith("- Ivan Ahrens leaves: excluded: department=Interns [");
        assertThat(person(TYPICAL, "Ann O", Layout.PIPED).lines().get(0))
                .startsWith("= Ann Other is as before; mailboxes catch up [");
    }

    @Test
    void whoJoinsIsShownWithWhatIsWritten() {
        assertThat(person(TYPICAL, "Ada", Layout.TERMINAL).lines().get(1))
                .isEqualTo("    what will be written: contact-sync preview graph-users");
        assertThat(fitting(new PersonScreen(TYPICAL, new PlanSearch(TYPICAL).people("Ada").get(0),
                Map.of("mobilePhone", "+49 171 1111"),
                Layout.TERMINAL).lines()).get(1)).isEqualTo("    mobilePhone  +49 171 1111");
        assertThat(person(TYPICAL, "eva", Layout.PIPED).lines()).noneMatch(line -> line.contains("preview"));
    }

    @Test
    void aFirstFillKeepsToFortyLinesOnATerminalAndNamesEverybodyPiped() {
        PlanFixture fixture = new PlanFixture();
        IntStream.range(0, 572).forEach(number -> fixture.fills("Person " + number));
        RunReport many = fixture.report().report();

        assertThat(new MailboxScreen(many, 2999, Layout.TERMINAL).lines()).hasSize(41)
                .endsWith("… and 533 more: | less, or --csv");
        assertThat(new MailboxScreen(many, 2999, Layout.PIPED).lines()).hasSize(573);
    }

    @Test
    void aMailboxInEightyColumns() {
        assertThat(text(fitting(new MailboxScreen(PlanPart.in(TYPICAL, 7), 7, Layout.TERMINAL).lines()))).isEqualTo("""
            p7@contoso.com, Person 7: 9 changes, 570 as they should be
            + Ada Bern
            + Ivo Carlsen
            + Mei Lin
            ~ Bob Ahrens   mobilePhone  +49 171 1111 → +49 171 2222
            ~ Eva Popescu  surname  Popescu → Ionescu
                           emailAddresses  eva.popescu@contoso.com → eva.ionescu@contoso.com
            ~ Zoë Müller   before not known
            ~ 王小明       jobTitle  nothing → 工程師
            - Ivan Ahrens  excluded: department=Interns
            - Rosa Diaz    gone from its source""");
    }

    @Test
    void aMailboxPiped() {
        assertThat(new MailboxScreen(TYPICAL, 7, Layout.PIPED).lines()).contains(
                "~ Eva Popescu  surname  Popescu → Ionescu",
                "~ Eva Popescu  emailAddresses  eva.popescu@contoso.com → eva.ionescu@contoso.com");
        assertThat(new MailboxScreen(TYPICAL, 12, Layout.PIPED).lines())
                .startsWith("p12@contoso.com, Person 12: 9 changes, 570 as they should be", "! skipped");
    }

    @Test
    void aFieldInEightyColumns() {
        RunReport part = PlanPart.of(TYPICAL, "surname");

        assertThat(text(fitting(new FieldScreen(part, "surname", Layout.TERMINAL).lines()))).isEqualTo("""
            ~ surname of 1 person                                              2,998 updates
                Eva Popescu  surname  Popescu → Ionescu                   in 2,998 mailboxes""");
        assertThat(new FieldScreen(part, "surname", Layout.PIPED).lines())
                .endsWith("    Eva Popescu  surname  Popescu → Ionescu   in 2,998 mailboxes");
        assertThat(People.of(part).all()).hasSize(1);
    }

    @Test
    void numbersThatWereNotReadSayWhereTheyStand() {
        assertThat(text(fitting(new PhonesScreen(TYPICAL, MEANS, Layout.TERMINAL).lines()))).isEqualTo("""
            graph-contacts: 39 numbers not read, and written as they stand: set
              source.graph-contacts.region
              graph-contacts, contact 0, Anna Bär: 'mobilePhone' stays as written, without a
                region it is read only with its country code - was '0171 120'
              graph-contacts, contact 1, Anna Bär: 'mobilePhone' stays as written, without a
                region it is read only with its country code - was '0171 121'
              and 37 more, of which only the number is kept""");
        assertThat(new PhonesScreen(TYPICAL, MEANS, Layout.PIPED).lines()).hasSize(4);
        assertThat(
                new PhonesScreen(new PlanFixture().report().sources(List.of()).report(), MEANS, Layout.PIPED).lines())
                .containsExactly("every telephone number was read");
    }
}
