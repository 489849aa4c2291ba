package io.contactsync.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.run.ReportFixture;
import io.contactsync.run.RunReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportHtmlTest {
    @Test
    void write() throws IOException {
        for (RunReport r : List.of(ReportSamples.run(5000), ReportSamples.plan(200), ReportSamples.firstPlan(3000, 500), new ReportFixture().report())) {
            String html = ReportHtml.of(r, ReportSamples.past(), ZoneOffset.UTC);
            Files.writeString(Path.of("/tmp/g/" + r.kind() + r.mailboxes().size() + ".html"), html);
        }
        assertThat(1).isEqualTo(1);
    }
}
