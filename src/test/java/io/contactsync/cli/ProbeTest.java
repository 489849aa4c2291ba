package io.contactsync.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.probe.ProbeReport;
import io.contactsync.sandbox.SandboxOptions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The probe against the sandbox as it is assumed to be. */
class ProbeTest {

    @Test
    void everythingIsAskedAndNothingIsLeft() {
        try (ProbeBench bench = new ProbeBench(SandboxOptions.defaults().withMailboxes(2))) {
            String mailbox = bench.mailboxes().get(1);
            Map<String, String> before = bench.everything(mailbox);
            long start = bench.sandbox().requests();
            ProbeReport report = bench.ask(ProbeBench.QUICK);
            System.out.println(report.markdown("x", List.of()) + (bench.sandbox().requests() - start));
            assertThat(report.broken()).isEmpty();
            assertThat(report.complete()).isTrue();
            assertThat(bench.everything(mailbox)).isEqualTo(before);
        }
    }
}
