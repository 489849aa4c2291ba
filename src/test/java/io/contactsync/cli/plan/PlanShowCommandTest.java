package io.contactsync.cli.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.contactsync.cli.SyncBench;
import io.contactsync.cli.SyncBench.Result;
import io.contactsync.cli.screen.PlanFixture;
import io.contactsync.run.MailboxLine;
import io.contactsync.run.PlanFile;
import io.contactsync.run.ReportFixture;
import io.contactsync.run.RunFolder;
import io.contactsync.run.RunReport;
import io.contactsync.run.StoredPlan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command 'plan show': a stored plan, whole and narrowed, and what is said where nothing or too much matches. */
class PlanShowCommandTest {

    private static final RunReport PLAN = PlanFixture.typical().joins("Bob Bern").report().report();

    private static final String HEAD = "plan 20261125-180455-000-abcd of 2026-11-25 18:04 UTC\n\n";

    @TempDir
    Path data;

    @BeforeEach
    void store() throws IOException {
        store(PLAN);
    }

    private void store(RunReport report) throws IOException {
        Path folder = folder(report.id());
        PlanFile.write(folder.resolve(RunFolder.PLAN),
                new StoredPlan(new StoredPlan.Head(PlanFile.VERSION, report.id(), report.kind(), report.began(), "main",
                        "Company", "f", null, 0, Set.of(), Set.of(), null),
                        report.mailboxes().stream().map(MailboxLine::mailbox).toList(), report.changes()));
        RunFolder.write(folder, report);
    }

    private Path folder(String id) {
        return data.resolve("runs").resolve(id);
    }

    private Result show(String... arguments) {
        List<String> all = new ArrayList<>(List.of("plan", "show", "--set", "sync.data=" + data));
        all.addAll(List.of(arguments));
        return SyncBench.run(all.toArray(String[]::new));
    }

    private void isMistake(Result result, String... parts) {
        assertThat(result.exit()).as(result.err()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.sentences()).singleElement().satisfies(sentence -> assertThat(sentence).contains(parts));
    }

    @Test
    void theLatestPlanIsShownAsItWasPiped() {
        Result result = show();

        assertThat(result.exit()).as(result.err()).isZero();
        assertThat(result.out()).startsWith(HEAD + "sources   graph-users")
                .contains("+ 4 people join", "    Bob Bern\n", "~ 4 people change", "nothing has been written")
                .contains("    Bob Ahrens   mobilePhone     +49 171 1111 → +49 171 2222   in 2,998 mailboxes\n")
                .doesNotContain("\u001b");
        assertThat(show(PLAN.id().substring(0, 12)).out()).isEqualTo(result.out());
    }

    @Test
    void aPersonAMailboxAndAField() {
        assertThat(show("--person", "bob ahrens").out()).startsWith(HEAD + "~ Bob Ahrens changes [")
                .contains("reached      2,998 of 3,000 mailboxes");
        assertThat(show("--mailbox", "P7@contoso.com").out()).startsWith(HEAD + "p7@contoso.com, Person 7: 10 changes");
        assertThat(show("--field", "MOBILEPHONE").out()).startsWith(HEAD + "~ mobilePhone of 1 person")
                .contains("Bob Ahrens").doesNotContain("Eva");
        assertThat(show("--person", "Eva Popescu", "--mailbox", "p7@contoso.com").out()).contains("1 change", "Ionescu")
                .doesNotContain("Ada");
        assertThat(show("--phones").out()).startsWith(HEAD + "graph-contacts: 39 numbers not read")
                .contains("was '0171 120'");
    }

    @Test
    void aPlanThatARunHasOvertakenSaysSo() throws IOException {
        RunFolder.write(folder("20261125-190000-000-beef"), later("20261125-190000-000-beef"));

        assertThat(show().out()).startsWith(HEAD.stripTrailing()
                + "\n! the run 20261125-190000-000-beef came after it: plan again before you apply\n");
    }

    private static RunReport later(String id) {
        RunReport run = new ReportFixture().report();
        return new RunReport(id, run.kind(), "", run.deed(), run.instance(), run.began(), run.took(), 0,
                run.totals(), List.of(),
                List.of(), List.of(), null, List.of(), List.of(), List.of(), List.of(),
                List.of(), List.of(), 0, List.of(), List.of(), 0, 0, run.journal(), run.journalHash());
    }

    @Test
    void severalPeopleOfANameAreListed() {
        isMistake(show("--person", "bob"), "2 match 'bob': Bob Ahrens [graph-users|7000-",
                "Bob Bern [graph-users|7000-");
        isMistake(show("--mailbox", "contoso"), "3000 match 'contoso'", "p0@contoso.com [id-0]", " … - say more");
    }

    @Test
    void whatIsNotThereIsAMistakeThatSaysWhatIs() {
        isMistake(show("--person", "Nobody"), "nothing is called 'Nobody'", "contact-sync explain");
        isMistake(show("--mailbox", "nobody@contoso.com"), "not among the 3000 mailboxes",
                "'contact-sync report " + PLAN.id() + " --open' lists them");
        isMistake(show("--mailbox", "p17@contosso.com"), "did you mean 'p17@contoso.com'?");
        isMistake(show("--field", "shoeSize"), "nothing changes of 'shoeSize'",
                "emailAddresses, jobTitle, mobilePhone, surname");
        isMistake(show("--field", "surname", "--person", "Bob Ahrens"), "nothing of that changes for that person");
        isMistake(show("20991231-nothing"), "there is no run or plan '20991231-nothing'", PLAN.id());
    }

    @Test
    void aTornPlanIsSaidToBeSo() throws IOException {
        Path plan = folder(PLAN.id()).resolve(RunFolder.PLAN);
        byte[] bytes = Files.readAllBytes(plan);
        Files.write(plan, Arrays.copyOf(bytes, bytes.length - 40));

        isMistake(show(), "cannot be used", "contact-sync plan");
    }

    @Test
    void anEmptyDataFolderSaysWhatToType() {
        Result result = SyncBench.run("plan", "show", "--set", "sync.data=" + data.resolve("nothing"));

        isMistake(result, "try 'contact-sync plan'");
    }

    @Test
    void asCsvInUtf8() {
        Result result = show("--csv", "--person", "王小明");

        assertThat(result.out()).endsWith(",王小明,jobTitle,,工程師,yes,2998,,changed\r\n")
                .startsWith("change,move,source,id,name,");
        assertThat(show("--csv", "--mailbox", "p7@contoso.com").out().lines()).hasSize(12)
                .allMatch(line -> line.contains("p7@contoso.com") || line.startsWith("change,"));
    }

    @Test
    void asOneDocumentOfJson() throws IOException {
        String out = show("--json").out();
        JsonNode json = new ObjectMapper().readTree(out);

        assertThat(out).hasLineCount(1).matches(text -> StandardCharsets.US_ASCII.newEncoder().canEncode(text));
        assertThat(json.fieldNames()).toIterable().containsExactly("plan", "kind", "order", "undoes",
                "instance", "began", "seconds",
                "exit", "totals", "cost", "sources", "people",
                "catchingUp", "mailboxes", "drift", "holds", "causes", "problems", "notes");
        assertThat(json.at("/totals/joined").toString())
                .isEqualTo("{\"people\":4,\"creates\":11992,\"updates\":0,\"deletes\":0}");
        JsonNode eva = json.at("/people/4");
        assertThat(eva.fieldNames()).toIterable().containsExactly("source", "id", "name", "move", "reason", "creates",
                "updates", "deletes", "mailboxes", "reach",
                "beforeUnknown", "fields");
        assertThat(eva.at("/fields/0").toString())
                .isEqualTo("{\"property\":\"surname\",\"before\":\"Popescu\",\"after\":\"Ionescu\",\"mailboxes\":2998,"
                + "\"others\":0}");
        assertThat(json.path("mailboxes")).hasSize(3_000);
        assertThat(json.at("/holds/0/hold").asText()).isEqualTo("3f2a1b2c3d4e");
        assertThat(json.at("/causes/0").toString()).isEqualTo(
                "{\"status\":\"skipped\",\"cause\":\"no "
                        + "mailbox\",\"code\":\"\",\"count\":4,\"mailboxes\":[\"id-11\",\"id-12\"]}");
        assertThat(new ObjectMapper().readTree(show("--json", "--person", "王小明").out()).at("/people/0/name").asText())
                .isEqualTo("王小明");
    }
}
