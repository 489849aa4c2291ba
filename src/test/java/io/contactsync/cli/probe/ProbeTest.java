package io.contactsync.cli.probe;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.contactsync.probe.ProbeReport;
import io.contactsync.probe.ProbeSettings;
import io.contactsync.sandbox.SandboxOptions;
import io.contactsync.sandbox.store.Folder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a probe reports, and what it leaves alone. */
class ProbeTest {

    private static final String FOREIGN =
            "{\"givenName\":\"Ann\",\"displayName\":\"Ann "
                    + "Other\",\"emailAddresses\":[{\"name\":\"Ann\",\"address\":\"ann@example.com\"}]}";
    private static ProbeBench bench;

    @BeforeAll
    static void start() {
        bench = new ProbeBench(SandboxOptions.defaults().withMailboxes(8));
    }

    @AfterAll
    static void stop() {
        bench.close();
    }

    @AfterEach
    void forget() {
        bench.sandbox().faults().clear();
    }

    private static JsonNode finding(ProbeReport report, String key) {
        for (JsonNode finding : report.json("today").path("findings")) {
            if (finding.path("key").asText().equals(key)) {
                return finding;
            }
        }
        throw new AssertionError("no finding " + key);
    }

    /** A contact of somebody else's in the folder of that name, which is made if it is not there. */
    private static String putForeign(String mailbox, String folderName) {
        synchronized (bench.sandbox().tenant()) {
            var box = bench.sandbox().tenant().mailbox(mailbox);
            Folder folder = box.folders().all().stream().filter(each -> each.name().equals(folderName)).findFirst()
                    .orElseGet(() -> box.addFolder(folderName));
            return bench.sandbox().tenant().createContact(box, folder, FOREIGN);
        }
    }

    @Test
    void aReportSaysOfEachQuestionWhatWasSeenHowSureAndWhatToSet() {
        ProbeReport report = bench.ask(ProbeBench.QUICK);
        assertThat(report.complete()).isTrue();
        JsonNode heeded = finding(report, "if-match-on-patch");
        assertThat(heeded.path("verdict").asText()).isEqualTo("heeded");
        assertThat(heeded.path("seen").asText()).contains("412 ErrorIrresolvableConflict").containsPattern("\\d+ ms");
        assertThat(heeded.path("sureness").asText()).isEqualTo("certain");
        assertThat(finding(report, "create-to-list").path("setting").asText())
                .isEqualTo("sync.settle-minutes = 10 or more");
        assertThat(finding(report, "delta-and-list").path("verdict").asText()).isEqualTo("yes");
        assertThat(finding(report, "user-delta-and-list").path("verdict").asText()).isEqualTo("yes");
        assertThat(finding(report, "full-mailbox").path("sureness").asText()).isEqualTo("not tried");
        assertThat(report.json("today").path("findings"))
                .allSatisfy(each -> assertThat(each.path("setting").asText()).isNotEmpty());
        String table = report.markdown("today", List.of("if-match-on-patch=heeded"));
        assertThat(table).contains("| Does PATCH of a contact heed If-Match? `if-match-on-patch` | heeded | ",
                "--reading if-match-on-patch=heeded");
        assertThat(table.lines().filter(line -> line.startsWith("| ")))
                .allMatch(line -> line.chars().filter(sign -> sign == '|').count() == 6);
    }

    @Test
    void aReportHoldsNothingOfTheMailbox() {
        String mailbox = bench.mailboxes().get((bench.probes() + 1) % bench.mailboxes().size());
        bench.sandbox().tenant().createContact(mailbox, FOREIGN);
        ProbeReport report = bench.ask(ProbeBench.BRIEF);
        assertThat(bench.mailbox()).isEqualTo(mailbox);
        String said = report.markdown("today", List.of()) + report.json("today");
        assertThat(said).doesNotContain("Ann", mailbox,
                bench.sandbox().tenant().user(mailbox).orElseThrow().userPrincipalName());
    }

    @Test
    void aHurriedCreateThatIsCarriedOutLateIsSeenAndRemoved() {
        String mailbox = bench.mailboxes().get((bench.probes() + 1) % bench.mailboxes().size());
        Map<String, String> before = bench.everything(mailbox);
        bench.sandbox().faults()
                .when(request -> request.method().equals("POST")
                        && new String(request.bytes(), StandardCharsets.UTF_8).contains("|late "))
                .times(2).delay(Duration.ofMillis(300));
        ProbeSettings settings = new ProbeSettings(2, Duration.ofSeconds(20), Duration.ofSeconds(20), Duration.ZERO, "",
                Set.of("late-commit"));
        ProbeReport report = bench.probe(settings, new MachineClock(), door -> door).ask();
        assertThat(finding(report, "late-commit").path("seen").asText()).startsWith("2 unanswered creates, 2 appeared");
        assertThat(finding(report, "late-commit").path("verdict").asText()).isEqualTo("yes");
        assertThat(bench.everything(mailbox)).isEqualTo(before);
    }

    @Test
    void whatAPersonPutIntoTheProbesFolderStaysAndTheFolderWithIt() {
        String[] foreign = new String[1];
        ProbeReport report = bench.probe(ProbeBench.BRIEF.withOnly(Set.of("contact-by-id")), new ProbeBench.Impatient(),
                door -> new Meddling(door, () -> {
            if (foreign[0] == null) {
                foreign[0] = putForeign(bench.mailbox(), bench.name());
            }
        })).ask();
        assertThat(report.remains()).singleElement().asString().startsWith("folder ")
                .endsWith("(somebody has put something into it)");
        assertThat(report.complete()).isFalse();
        assertThat(bench.everything(bench.mailbox())).containsKey(foreign[0]);
        assertThat(bench.everything(bench.mailbox()).values()).noneMatch(each -> each.contains("by id"));
    }

    @Test
    void cleaningLeavesAFolderOfAProbesNameThatHoldsWhatIsNoProbes() {
        bench.ask(ProbeBench.BRIEF.withOnly(Set.of("full-mailbox")));
        String foreign = putForeign(bench.mailbox(), "contact-sync probe 0123abcd");
        Map<String, String> before = bench.everything(bench.mailbox());
        ProbeReport report = bench.again().clean();
        assertThat(report.remains()).singleElement().asString().contains("somebody has put something into it");
        assertThat(bench.everything(bench.mailbox())).isEqualTo(before).containsKey(foreign);
    }

    @Test
    void aListThatLagsBehindIsMeasuredAndTheSettleTimeFollows() {
        ProbeSettings settings = new ProbeSettings(3, Duration.ZERO, Duration.ofHours(1), Duration.ZERO, "",
                Set.of("create-to-list", "delete-to-list"));
        ProbeReport report =
                bench.probe(settings, new ProbeBench.Impatient(), door -> new LaggingLists(door, 3000)).ask();
        assertThat(finding(report, "create-to-list").path("seen").asText())
                .isEqualTo("n = 3, median 600000 ms, maximum 600000 ms");
        assertThat(finding(report, "create-to-list").path("setting").asText())
                .isEqualTo("sync.settle-minutes = 21 or more");
        assertThat(finding(report, "delete-to-list").path("verdict").asText()).isEqualTo("600000 ms at most");
    }

    @Test
    void changesThatAreNotToldAreNoReasonToDoWithoutLists() {
        String again = bench.sandbox().address().graph() + "/v1.0/users/x/contacts/delta?$deltatoken=again";
        bench.sandbox().faults().when(request -> request.target().contains("deltatoken")).times(Integer.MAX_VALUE)
                .refuseWith(200, "{\"value\":[],\"@odata.deltaLink\":\"" + again + "\"}");
        JsonNode finding = finding(bench.probe(ProbeBench.BRIEF.withOnly(Set.of("delta-and-list")),
                new ProbeBench.Impatient(), door -> door).ask(), "delta-and-list");
        assertThat(finding.path("verdict").asText()).as(finding.toString()).isEqualTo("no");
        assertThat(finding.path("setting").asText()).isEqualTo("sync.delta-days = 0");
    }

    @Test
    void usersOfWhomChangesTellSomethingElseAreReadEachTime() {
        String id = bench.sandbox().tenant().users().get(0).id();
        bench.sandbox().faults().when(request -> request.target().contains("/users/delta")).times(Integer.MAX_VALUE)
                .refuseWith(200, "{\"value\":[{\"id\":\"" + id + "\"}],\"@odata.deltaLink\":\"x\"}");
        JsonNode finding = finding(bench.ask(ProbeBench.BRIEF.withOnly(Set.of("user-delta-and-list"))),
                "user-delta-and-list");
        assertThat(finding.path("verdict").asText()).as(finding.toString()).isEqualTo("no");
        assertThat(finding.path("setting").asText()).isEqualTo("sync.delta-days = 0");
    }

    @Test
    void aListThatNeverCatchesUpIsNoReasonToSynchronise() {
        ProbeSettings settings =
                new ProbeSettings(1, Duration.ZERO, Duration.ofSeconds(1), Duration.ZERO, "", Set.of("create-to-list"));
        ProbeReport report =
                bench.probe(settings, new ProbeBench.Impatient(), door -> new LaggingLists(door, 3000)).ask();
        assertThat(finding(report, "create-to-list").path("verdict").asText()).isEqualTo("over 1 s");
        assertThat(finding(report, "create-to-list").path("setting").asText()).startsWith("do not run contact-sync");
        assertThat(report.complete()).isTrue();
    }
}
