package io.contactsync.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.core.MailboxResult;
import io.contactsync.run.MailboxLine;
import io.contactsync.run.RunReport;
import io.contactsync.sandbox.LoggedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** A mailbox that takes a quarter of a batch's limit for each request: five waves of four would outlast it. */
class SlowMailboxTest {

    private static final int MAILBOXES = 24;
    private static final Duration LIMIT = Duration.ofSeconds(3);

    @TempDir
    Path temp;

    @Test
    void itIsWrittenInTheSameRunAndNothingIsInDoubt() throws IOException {
        try (ProofBench bench = new ProofBench(temp, MAILBOXES, LIMIT)) {
            String slow = bench.targets().get(MAILBOXES / 2);
            bench.sandbox().faults().when(request -> slow.equals(request.mailbox())).times(1_000)
                    .delay(LIMIT.dividedBy(4));
            RunReport report = bench.run();
            MailboxLine line = report.mailboxes().stream().filter(each -> each.mailbox().equals(slow)).findFirst()
                    .orElseThrow();
            assertThat(line.status()).as(line.toString()).isEqualTo(MailboxResult.Status.DONE);
            assertThat(report.totals().tally().unknown()).isZero();
            assertThat(bench.contacts(slow).values()).filteredOn(ProofBench.MARKS::on).hasSize(MAILBOXES - 1);
            assertThat(batches(bench, slow)).allMatch(size -> size <= 8).hasSizeGreaterThan(2);
        }
    }

    /** Sizes of the batches to that mailbox. */
    private static List<Long> batches(ProofBench bench, String mailbox) {
        return List.copyOf(bench.sandbox().requestLog().orElseThrow().last().stream()
                .filter(request -> mailbox.equals(request.mailbox())).map(LoggedRequest::batch)
                .filter(Objects::nonNull).collect(Collectors.groupingBy(batch -> batch, Collectors.counting()))
                .values());
    }
}
