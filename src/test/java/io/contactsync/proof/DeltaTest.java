package io.contactsync.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.journal.GrammarCheck;
import io.contactsync.run.RunReport;
import io.contactsync.run.RunRequest;
import io.contactsync.sandbox.store.Tenant;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run asks mailboxes as desired for their changes alone, and lists those of which these do not say all. */
class DeltaTest extends DeltaTestBase {

    @Test
    void anUnchangedDayAsksEachMailboxOnceAndListsNone() throws IOException {
        long before = bench.sandbox().requests();
        RunReport report = quietRun();
        assertAllAsked();
        assertListed();
        assertThat(only(OTHERS)).isEmpty();
        assertThat(bench.sandbox().requests() - before).as("batches, questions, sources").isLessThan(MAILBOXES + 15);
        assertThat(journal(report).lines().filter(line -> line.contains("\"read\":\"delta\""))).hasSize(MAILBOXES);
        GrammarCheck.all(bench.data());
    }

    /** What a list shows may lag behind what its changes told: it is listed once more after that. */
    @ParameterizedTest
    @ValueSource(strings = {"edits", "deletes", "makes", "takes the category off"})
    void whatAnOwnerDoesCostsAListOfThatMailboxAlone(String deed) {
        String mailbox = bench.targets().get(7);
        act(mailbox, deed);
        RunReport report = run();
        assertAllAsked();
        assertListed(mailbox);
        assertThat(report.totals().tally().applied()).isEqualTo(deed.equals("edits") || deed.equals("deletes") ? 1 : 0);
        run();
        assertListed(mailbox);
        run();
        assertThat(only(LISTS)).isEqualTo(deed.startsWith("takes") ? List.of(mailbox) : List.of());
    }

    private static void act(String mailbox, String deed) {
        Tenant tenant = bench.sandbox().tenant();
        switch (deed) {
            case "edits" -> tenant.changeContact(mailbox, ours(mailbox), "{\"displayName\":\"Somebody\"}");
            case "deletes" -> tenant.deleteContact(mailbox, ours(mailbox));
            case "makes" -> tenant.createContact(mailbox, "{\"displayName\":\"Aunt Emma\"}");
            default -> tenant.changeContact(mailbox, ours(mailbox), "{\"categories\":[]}");
        }
    }

    /** Where Graph has no such links, nothing else is asked for them every day. */
    @Test
    void everyFewDaysAllIsListed() {
        PassingTime.ONE.pass(Duration.ofDays(3));
        quietRun();
        assertThat(only(ASKS)).isEmpty();
        assertThat(only(LISTS)).hasSize(MAILBOXES);
        quietRun();
        assertListed();
    }

    @Test
    void aPlanAsksNoMailboxAndForgetsNothing() {
        bench.run(new RunRequest(true, Set.of()));
        quietRun();
        assertAllAsked();
        assertListed();
    }
}
