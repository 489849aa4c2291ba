package io.contactsync.core;

import static io.contactsync.core.Fixtures.desired;
import static io.contactsync.core.Fixtures.foreign;
import static io.contactsync.core.Fixtures.planned;
import static io.contactsync.core.Fixtures.policy;
import static io.contactsync.core.Fixtures.wanted;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;

/** What all mailboxes of a run share. */
class DesiredTest {

    private static Plan plan(Desired desired, CurrentContact... current) {
        return planned(desired, Set.of(), List.of(current).iterator(), policy(SourceState.COMPLETE), key -> false);
    }

    /** Plans of many mailboxes are in memory at once. */
    @Test
    void theFirstCreateOfAContactIsOneAndTheSameInAllMailboxes() {
        Desired desired = desired(wanted("anna", "h1"), wanted("ben", "h2"));
        List<Change> one = plan(desired).changes();
        List<Change> other = plan(desired, foreign("x")).changes();
        assertThat(one).hasSize(2).isEqualTo(other);
        assertThat(one.get(0)).isSameAs(other.get(0));
        assertThat(one.get(1)).isSameAs(other.get(1));
    }
}
