package io.contactsync.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.core.Cause;
import io.contactsync.core.MailboxResult.Status;
import io.contactsync.core.Tally;
import io.contactsync.core.Totals;
import io.contactsync.run.MailboxLine;
import io.contactsync.run.OpenHold;
import io.contactsync.run.ReportFixture;
import io.contactsync.run.RunReport;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a report's page says, before any browser looks at it. */
class ReportHtmlTest {

    private static String html(RunReport report) {
        return ReportHtml.of(report, ReportSamples.past(), ZoneId.of("Europe/Berlin"));
    }

    @Test
    void whatIsForeignIsTextAndNothingElse() {
        String html = html(ReportSamples.run(600));
        assertThat(Pattern.compile("<script").matcher(html).results().count()).isEqualTo(1);
        assertThat(html).doesNotContain("<img", "<b>owned", "\u202E", "\u2028").contains("&lt;img src=x onerror=",
                "&lt;/script&gt;&lt;script&gt;");
    }

    @Test
    void nothingIsAskedOfAnyNetwork() {
        String html = html(ReportSamples.run(600));
        assertThat(Pattern.compile("\\b(?:src|srcset|href|action|poster|data)=\"([^\"]*)\"").matcher(html).results()
                .map(found -> found.group(1)).toList())
                .isNotEmpty().allMatch(address -> address.startsWith("#") || address.equals("data:,"));
        assertThat(html).contains("default-src &#39;none&#39;").doesNotContain("http://", "https://", "unsafe-inline");
    }

    @Test
    void whomARunWasToReachIsNotToldAsReached() {
        assertThat(html(ReportSamples.run(600))).contains(">Was to reach</th>", "<dt>mailboxes skipped</dt>",
                "<dt>refused by Graph</dt>");
        assertThat(html(ReportSamples.plan(600))).contains(">Will reach</th>");
    }

    @Test
    void timesAreInTheZoneOfTheSchedule() {
        assertThat(html(ReportSamples.run(3))).contains("2026-11-25 19:04:55 CET");
    }

    @Test
    void theFirstPlanOfALargeTenantStaysSmall() {
        String html = html(ReportSamples.firstPlan(3_000, 500));
        assertThat(html.getBytes(StandardCharsets.UTF_8).length).isBetween(200_000, 4_000_000);
        assertThat(html).contains("1,500,000 changes will be written into 3,000 mailboxes", "500 people join",
                "Person Number499");
    }

    @Test
    void aRunInWhichNothingHappenedSaysSo() {
        String html = html(new ReportFixture().totals(new Totals(60, 0, 0, 0, Tally.NONE, 2_400)).report());
        assertThat(html)
                .contains("All 60 mailboxes are as they should be; nothing had to change.",
                        "Nobody joined, left or changed.")
                .doesNotContain("What needs you");
    }

    @Test
    void changesWhosePeopleWereNotStoredAreNotTakenForNone() {
        String html = html(new ReportFixture().kind(RunReport.PLAN)
                .totals(new Totals(5, 0, 0, 0, new Tally(200, 0, 0, 0, 0, 0), 0)).report());
        assertThat(html).contains("200 changes; whom they are about is not stored.").doesNotContain("Nobody joins");
    }

    @Test
    void aCauseIsToldInWordsWithItsCodeAndWhatToDo() {
        MailboxLine anna =
                new MailboxLine("id-1", "Anna", "anna@contoso.com", Status.FAILED, "", "", Tally.NONE, 0, 0, 1);
        String html = html(new ReportFixture().exit(3).mailboxes(List.of(anna))
                .totals(new Totals(0, 0, 0, 1, Tally.NONE, 0)).causes(List.of(
                new Cause(Status.FAILED, "GET /users/{id}/contacts was refused (403)", 1, List.of("id-1")))).report());
        assertThat(html).contains(
                "<td>access denied (403)</td><td>anna@contoso.com</td><td>is the mailbox in the scope of the RBAC "
                        + "role?")
                .doesNotContain("was refused (403)");
    }

    @Test
    void peopleOfOneNameStandApart() {
        OpenHold hold = new OpenHold("9009", "vanished", "3 of 60 people vanished",
                List.of("Jo Li", "Eva Po", "Jo Li", "Jo Li"), 4, List.of(), 0, 0, false,
                Instant.EPOCH, "r", OpenHold.WAITING);
        assertThat(html(new ReportFixture().holds(List.of(hold)).report()))
                .contains("<bdi>Jo Li</bdi> · <bdi>Eva Po</bdi> · <bdi>Jo Li</bdi> · <bdi>Jo Li</bdi></p>");
    }

    @Test
    void mailboxesThatNeedALookStandFirst() {
        List<String> states =
                MailboxRow.of(ReportSamples.run(600).mailboxes()).stream().map(MailboxRow::state).distinct().toList();
        assertThat(states).containsExactly("failed", "held", "skipped", "done");
    }
}
