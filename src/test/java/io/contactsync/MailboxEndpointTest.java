package io.contactsync;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.journal.GrammarCheck;
import io.contactsync.run.RunReport;
import io.contactsync.sandbox.Sandbox;
import io.contactsync.sandbox.SandboxOptions;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Mailboxes that are handed on by another way than the shipped one, on threads of its own. */
@Timeout(120)
class MailboxEndpointTest {

    private static final String WORKERS = """
            # In: MailboxTask. Out: MailboxResult.
            - route:
                id: contact-sync-source-workers
                description: Takes mailboxes from a queue.
                from:
                  uri: seda:mailboxes
                  parameters:
                    concurrentConsumers: 3
                  steps:
                    - to:
                        uri: direct:contact-sync-sync-mailbox
            """;

    @TempDir
    Path temp;

    @Test
    void aQueueOfThisProcessLeadsToSyncMailboxAndBack() throws Exception {
        ExecutorService pool;
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withMailboxes(4));
                RoutesUnderTest routes = new RoutesUnderTest(temp).with(sandbox.address())
                        .with("sync.sources", "graph-contacts").with("source.graph-contacts.region", "US")
                        .with("targets.from", "group").with("targets.group", sandbox.address().targetGroup())
                        .with("sync.data", temp.resolve("data").toString())
                        .with("sync.mailbox-endpoint", "seda:mailboxes?waitForTaskToComplete=Always&timeout=0")
                        .add("workers", WORKERS)) {
            routes.start();
            pool = routes.bean("contact-sync-mailbox-pool", ExecutorService.class);
            RunReport first = routes.sync();
            assertThat(first.exit()).as(first.toString()).isZero();
            assertThat(first.totals().tally().created()).isEqualTo(4 * 40);
            assertThat(routes.sync().totals().unchanged()).isEqualTo(4 * 40);
            assertThat(pool.isShutdown()).isFalse();
        }
        assertThat(pool.isShutdown()).isTrue();
        GrammarCheck.all(temp.resolve("data"));
    }
}
