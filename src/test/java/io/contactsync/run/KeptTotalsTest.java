package io.contactsync.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.core.Kept;
import io.contactsync.core.Kept.Reason;
import io.contactsync.core.Plan;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Contacts that stay on purpose are told in one sentence, over all mailboxes. */
class KeptTotalsTest {

    private final KeptTotals kept = new KeptTotals();

    private static Plan plan(int incomplete, int unknown, int released) {
        return new Plan(List.of(), 0, 0, new Kept(Map.of(Reason.INCOMPLETE_SOURCE, incomplete,
                Reason.UNKNOWN_SOURCE, unknown, Reason.RELEASED, released), Set.of()), Set.of());
    }

    @Test
    void nothingIsSaidOfNothing() {
        kept.plan(plan(0, 0, 0));
        assertThat(kept.sentence()).isEmpty();
    }

    @Test
    void theyAreCountedByWhyTheyStay() {
        kept.plan(plan(1_000, 0, 1));
        kept.plan(plan(200, 0, 0));
        assertThat(kept.sentence()).contains(
                "kept in mailboxes: 1,200 contacts whose source was not read completely; 1 contact released by its "
                        + "owner");
    }
}
