package io.contactsync.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.core.Plan;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Contacts that stay on purpose are told in one sentence, over all mailboxes. */
class KeptTest {

    private final Kept kept = new Kept();

    private static Plan plan(int incomplete, int unknown, int released) {
        return new Plan(List.of(), 0, 0, new Plan.Kept(incomplete, 0, unknown, released, 0, 0, 0, 0, 0));
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
