package io.contactsync.run.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Only what a hold is about tells whose it is, never a word in its sentence. */
class WaitingHoldsTest {

    private final WaitingHolds waiting = new WaitingHolds(List.of(
            FactsFixture.hold("h1", "vanished", "staff-of-partners", "12 of 60 people of staff-of-partners vanished"),
            FactsFixture.hold("h2", "changed", "staff", "30 of 60 people of staff changed or vanished"),
            FactsFixture.hold("h3", "vanished", "staff", "12 of 60 people of staff vanished"),
            FactsFixture.hold("h4", "deletes", "", "3 deletions in 2 mailboxes", "anna", "ben")));

    @Test
    void aSourceIsNotTakenForOneWhoseNameIsPartOfItsOwn() {
        assertThat(waiting.ofSource("staff")).isEqualTo("h3");
        assertThat(waiting.ofSource("staff-of-partners")).isEqualTo("h1");
        assertThat(waiting.ofSource("partners")).isNull();
        assertThat(waiting.ofEverything()).isEqualTo("h2");
    }

    @Test
    void aMailboxHasTheHoldOfTheWholeGroup() {
        assertThat(waiting.inMailbox("ben")).isEqualTo("h4");
        assertThat(waiting.inMailbox("carol")).isNull();
    }

    @Test
    void whatIsNotKnownAnyMoreIsNotRecommended() {
        assertThat(FactsFixture.WORDS.approval(null)).isEqualTo("nothing of it waits any more: contact-sync sync");
    }
}
