package io.contactsync.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.core.Action;
import io.contactsync.core.ContactKey;
import io.contactsync.core.FieldChange;
import io.contactsync.core.MailboxResult.Status;
import io.contactsync.core.PlannedChange;
import io.contactsync.core.PlannedChange.Move;
import io.contactsync.core.Reach;
import io.contactsync.core.Tally;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who a run is about: each person once, whatever the mailboxes hold. */
class PeopleTest {

    private static PlannedChange change(Action action, String id, String name, Move move, String reach,
            FieldChange... fields) {
        return new PlannedChange(action, new ContactKey("staff", id), name, move, "why", "", "", true, List.of(fields),
                Reach.parse(reach));
    }

    private static FieldChange mobile(String before, String after) {
        return new FieldChange("mobilePhone", before, after);
    }

    private static MailboxLine mailbox(String address, int unchanged) {
        return new MailboxLine(address, "", address, Status.DONE, "", "", Tally.NONE, unchanged, 0, 0);
    }

    private static People people(PlannedChange... changes) {
        return People.of(new ReportFixture().kind(RunReport.PLAN).changes(List.of(changes))
                .mailboxes(List.of(mailbox("a@x", 5), mailbox("b@x", 0),
                mailbox("c@x", 5))).report());
    }

    @Test
    void aPersonIsToldOnceWhateverTheMailboxesHold() {
        People people = people(change(Action.UPDATE, "1", "Bob", Move.CHANGED, "0", mobile("1", "3")),
                change(Action.UPDATE, "1", "Bob", Move.CHANGED, "2-9", mobile("2", "3")),
                change(Action.CREATE, "1", "Bob", Move.CHANGED, "1"));

        assertThat(people.of(Move.CHANGED)).singleElement().satisfies(bob -> {
            assertThat(bob.fields()).containsExactly(new FieldShift("mobilePhone", "2", "3", 8, 1));
            assertThat(bob.reach()).isEqualTo(Reach.parse("0-9"));
            assertThat(bob).extracting(PersonChange::creates, PersonChange::updates, PersonChange::deletes)
                    .containsExactly(1, 9, 0);
        });
        assertThat(people.total(Move.CHANGED)).isEqualTo(new People.Total(1, 1, 9, 0));
        assertThat(people.of(Move.JOINED)).isEmpty();
    }

    @Test
    void peopleComeByName() {
        assertThat(people(change(Action.CREATE, "1", "eva", Move.JOINED, "0"),
                change(Action.CREATE, "2", "Bob", Move.JOINED, "0"),
                change(Action.DELETE, "3", "", Move.LEFT, "0")).all()).extracting(PersonChange::called)
                .containsExactly("Bob", "eva", "staff|3");
    }

    @Test
    void aContactThatIsNotKnownIsCounted() {
        PlannedChange unknown = new PlannedChange(Action.UPDATE, new ContactKey("staff", "1"), "Bob", Move.CHANGED,
                "why", "", "", false, List.of(),
                Reach.parse("3-4"));

        assertThat(people(unknown, change(Action.UPDATE, "1", "Bob", Move.CHANGED, "0", mobile("", "3"))).all())
                .singleElement()
                .extracting(PersonChange::unknown).isEqualTo(2);
    }

    @Test
    void mailboxesThatCatchUpAreToldAsMailboxes() {
        People people = people(change(Action.CREATE, "1", "Bob", Move.NONE, "0-1"),
                change(Action.CREATE, "2", "Eva", Move.NONE, "1"),
                change(Action.UPDATE, "3", "Mei", Move.NONE, "2", mobile("1", "2")),
                change(Action.CREATE, "4", "Ada", Move.JOINED, "0-2"));

        assertThat(people.catchingUp()).containsExactly(new CatchUp(Action.CREATE, true, "why", Reach.of(1), 2, 2),
                new CatchUp(Action.CREATE, false, "why", Reach.of(0), 1, 1),
                new CatchUp(Action.UPDATE, false, "why", Reach.of(2), 1, 1));
        assertThat(people.of(Move.JOINED)).extracting(PersonChange::name).containsExactly("Ada");
    }

    @Test
    void aMailboxTellsWhatConcernsIt() {
        People people = people(change(Action.DELETE, "1", "Bob", Move.LEFT, "0"),
                change(Action.CREATE, "2", "Eva", Move.JOINED, "0-1"),
                change(Action.UPDATE, "3", "Mei", Move.CHANGED, "1", mobile("1", "2")));

        assertThat(people.in(0)).extracting(PlannedChange::name).containsExactly("Eva", "Bob");
        assertThat(people.in(1)).extracting(PlannedChange::name).containsExactly("Eva", "Mei");
        assertThat(people.in(2)).isEmpty();
    }
}
