package io.contactsync.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.core.Action;
import io.contactsync.core.ContactKey;
import io.contactsync.core.MailboxResult.Status;
import io.contactsync.core.PlannedChange;
import io.contactsync.core.PlannedChange.Move;
import io.contactsync.core.Reach;
import io.contactsync.core.Tally;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** People and mailboxes are found by what somebody calls them. */
class PlanSearchTest {

    private static final PlanSearch SEARCH = new PlanSearch(new ReportFixture()
            .changes(Stream.of("u1:Ann", "u2:Ann Bär", "u3:Joanna", "u4:")
                    .map(each -> each.split(":", 2))
                    .map(each -> new PlannedChange(Action.CREATE, new ContactKey("staff", each[0]), each[1],
                            Move.JOINED, "", "", "",
                            true, List.of(), Reach.of(0)))
                    .toList())
            .mailboxes(List.of(mailbox("u1", "Ann", "ann@x.org"), mailbox("u2", "Ann Bär", "baer@x.org"),
                            mailbox("u4", "", ""))).report());

    private static MailboxLine mailbox(String id, String name, String address) {
        return new MailboxLine(id, name, address, Status.DONE, "", "", Tally.NONE, 0, 0, 0);
    }

    private static List<String> people(String wanted) {
        return SEARCH.people(wanted).stream().map(person -> person.key().id()).toList();
    }

    @Test
    void whoIsCalledExactlySoComesFirst() {
        assertThat(people("ANN")).containsExactly("u1");
        assertThat(people("ann b")).containsExactly("u2");
        assertThat(people("nn")).containsExactly("u1", "u2", "u3");
        assertThat(people("bär")).containsExactly("u2");
    }

    @Test
    void anAddressAndAKeyAreExact() {
        assertThat(people("Baer@X.org")).containsExactly("u2");
        assertThat(people("staff|u3")).containsExactly("u3");
        assertThat(people("u4")).containsExactly("u4");
        assertThat(people("nobody@x.org")).isEmpty();
    }

    @Test
    void aMailboxIsFoundByIdAddressAndName() {
        assertThat(SEARCH.mailboxes("u2")).containsExactly(1);
        assertThat(SEARCH.mailboxes("ANN@x.org")).containsExactly(0);
        assertThat(SEARCH.mailboxes("ann")).containsExactly(0);
        assertThat(SEARCH.mailboxes("x.org")).containsExactly(0, 1);
        assertThat(SEARCH.mailboxes("zoe")).isEmpty();
    }
}
