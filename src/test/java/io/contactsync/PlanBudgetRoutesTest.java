package io.contactsync;

import static org.awaitility.Awaitility.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.journal.GrammarCheck;
import io.contactsync.run.PlanBudget;
import io.contactsync.run.ExitCode;
import io.contactsync.run.RunReport;
import io.contactsync.sandbox.Sandbox;
import io.contactsync.sandbox.SandboxOptions;
import io.contactsync.sandbox.store.User;
import java.nio.file.Path;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs of the shipped routes with room for a single mailbox's plan: each gets its turn, and all is given back, whatever
 * becomes of it.
 */
@Timeout(60)
class PlanBudgetRoutesTest {

    /** Less than the 40 contacts that each mailbox is to hold. */
    private static final int BUDGET = 30;

    @TempDir
    Path temp;
    private Sandbox sandbox;
    private RoutesUnderTest routes;

    @BeforeEach
    void prepare() throws Exception {
        sandbox = Sandbox.start(SandboxOptions.defaults().withMailboxes(8));
        routes = new RoutesUnderTest(temp).with(sandbox.address()).with("sync.sources", "graph-contacts")
                .with("source.graph-contacts.region", "US")
                .with("targets.from", "group").with("targets.group", sandbox.address().targetGroup())
                .with("sync.data", temp.resolve("data").toString());
        routes.change("sync/beans.camel.yaml", "PlanBudget\n",
                "PlanBudget\n      constructors:\n        \"0\": " + BUDGET + "\n");
    }

    @AfterEach
    void end() {
        routes.close();
        sandbox.close();
        GrammarCheck.all(temp.resolve("data"));
    }

    private void refuse(Predicate<User> who, String code) {
        String central = sandbox.address().centralMailbox();
        sandbox.tenant().users().stream().filter(who).filter(user -> !user.id().equals(central))
                .forEach(user -> sandbox.tenant().administration().refuseMailbox(user.id(), code));
    }

    private void allIsGivenBack() {
        assertThat(routes.bean("contact-sync-plan-budget", PlanBudget.class).free()).isEqualTo(BUDGET);
    }

    @Test
    void everyMailboxGetsItsTurn() throws Exception {
        routes.start();
        sandbox.faults().whenInBatch("POST").after(3).times(30).refuse(429, 1);
        RunReport first = routes.sync();
        assertThat(first.exit()).as(first.toString()).isZero();
        assertThat(first.totals().tally().created()).isEqualTo(8 * 40);
        allIsGivenBack();
        assertThat(routes.sync().totals().unchanged()).isEqualTo(8 * 40);
        allIsGivenBack();
    }

    @Test
    void aMailboxThatFailedOrWasSkippedHoldsNothing() throws Exception {
        routes.start();
        refuse(user -> user.id().compareTo("8") < 0, "MailboxNotEnabledForRESTAPI");
        sandbox.faults().whenBatch().drop();
        RunReport summary = routes.sync();
        assertThat(summary.totals().total()).isEqualTo(8);
        assertThat(summary.totals().skipped()).as(summary.toString()).isBetween(1, 7);
        assertThat(summary.exit()).as(summary.toString()).isNotZero();
        allIsGivenBack();
    }

    @Test
    void aFailureOfTheWholeRunGivesBackToo() throws Exception {
        routes.change("sync/sync-mailbox.camel.yaml", "failed(${variable.turn}, ${exception}, ${variable.step})",
                "skipped(null)").start();
        refuse(user -> true, "ErrorAccessDenied");
        RunReport summary = routes.sync();
        assertThat(summary.exit()).as(summary.toString()).isEqualTo(ExitCode.FAILED);
        PlanBudget budget = routes.bean("contact-sync-plan-budget", PlanBudget.class);
        await().until(() -> budget.free() == BUDGET);
    }
}
