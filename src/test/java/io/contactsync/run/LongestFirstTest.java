package io.contactsync.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.core.KnownTarget;
import io.contactsync.journal.TargetMemory;
import org.junit.jupiter.api.Test;

import java.util.List;

/** In which order mailboxes are handed out. */
class LongestFirstTest extends RunTestBase {

    @Test
    void whereMostIsToBeDoneIsBegunFirst() {
        grownUp();
        new TargetMemory(data).write(List.of(new KnownTarget("full", 5, null), new KnownTarget("gone", 4, null),
                new KnownTarget("half", 3, null)));
        try (Run run = begin(false)) {
            take(run, people(0, 5));
            assertThat(turns(run, "full", "half", "gone", "new")).extracting(MailboxTurn::mailbox)
                    .containsExactly("new", "half", "gone", "full");
            run.targets().listed(List.of(new Target("new", null), new Target("full", null), new Target("half", null)),
                    false);
            assertThat(steps.tasks(run)).extracting(MailboxTask::mailbox).as("all that it holds is deleted")
                    .containsExactly("new", "gone", "half", "full");
        }
    }
}
