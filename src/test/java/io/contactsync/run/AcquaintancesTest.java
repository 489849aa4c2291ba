package io.contactsync.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.core.Action;
import io.contactsync.core.Change;
import io.contactsync.core.ContactKey;
import io.contactsync.core.DriftRules;
import io.contactsync.core.Fnv;
import io.contactsync.core.Kept;
import io.contactsync.core.KnownMailbox;
import io.contactsync.core.Outcome;
import io.contactsync.core.Plan;
import io.contactsync.journal.MailboxFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is remembered of a mailbox whose run does not come to its end. */
class AcquaintancesTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final ContactKey ANNA = new ContactKey("staff", "anna");

    @TempDir
    Path data;

    private Acquaintances run(Change change) throws IOException {
        Acquaintances run = new Acquaintances(new MailboxFiles(data));
        run.of("box", DriftRules.STANDARD, NOON);
        run.begins("box", new Plan(List.of(change), 1, 0, Kept.NOTHING, Set.of()));
        return run;
    }

    private KnownMailbox filled() throws IOException {
        KnownMailbox one = new KnownMailbox(new long[] {Fnv.hash(ANNA.text())}, new long[] {7},
                NOON.getEpochSecond(), true, Map.of(), Map.of());
        new MailboxFiles(data).write("box", one);
        return one;
    }

    @Test
    void whatAKilledRunWasAboutToDeleteIsForgotten() throws IOException {
        filled();
        run(new Change(Action.DELETE, ANNA, "a", "removed"));
        assertThat(new MailboxFiles(data).read("box").size()).isZero();
    }

    @Test
    void whatItWasAboutToUpdateIsKnownStill() throws IOException {
        KnownMailbox before = filled();
        run(new Change(Action.UPDATE, ANNA, "a", "changed"));
        assertThat(new MailboxFiles(data).read("box")).isEqualTo(before);
    }

    @Test
    void whatWasDeletedStaysForgottenAtItsEnd() throws IOException {
        filled();
        Change change = new Change(Action.DELETE, ANNA, "a", "removed");
        Acquaintances run = run(change);
        run.came("box", List.of(new Outcome(change, Outcome.Kind.APPLIED, "", "a")));
        run.ended("box", true);
        assertThat(new MailboxFiles(data).read("box").size()).isZero();
    }
}
