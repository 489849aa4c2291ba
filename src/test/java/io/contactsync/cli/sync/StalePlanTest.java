package io.contactsync.cli.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.cli.SyncBench;
import io.contactsync.cli.SyncBench.Result;
import io.contactsync.run.ExitCode;
import io.contactsync.run.PlanFile;
import io.contactsync.run.RunFolder;
import io.contactsync.run.StoredPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A plan is not carried out over what has changed since, and that is said. */
class StalePlanTest extends PlannedTenant {

    @Test
    void aPlanThatCannotBeUsedIsOneSentenceAndNothingIsDone() throws IOException {
        String run = bench.latest().getFileName().toString();
        add("Cleo Apply", "+1 202-224-4444");
        StoredPlan plan = plan();
        String id = plan.head().id();
        Path file = bench.latest().resolve(RunFolder.PLAN);
        long writes = bench.writes();
        refused(bench.command("apply", id), "apply makes 4 changes in 4 mailboxes and there is nobody to ask",
                "add --yes");
        refused(bench.command("apply", "1999", "--yes"), "there is no run or plan '1999'", id);
        refused(bench.command("apply", run, "--yes"), "is no plan but a run (sync)");
        refused(bench.command("apply", id, "--yes", "--set", "sync.instance=other"),
                "is the plan of the installation 'main', and this one is 'other'");
        refused(bench.command("apply", id, "--yes", "--set", "category.name=Foo"), "was made with the category '",
                "and this one is 'Foo' (category.name)");
        String whole = Files.readString(file);
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        lines.remove(2);
        Files.write(file, lines);
        refused(bench.command("apply", id, "--yes"), "is damaged or cut off in line 3");
        PlanFile.write(file, earlier(plan));
        refused(bench.command("apply", id, "--yes"), "was made by another version", "contact-sync plan");
        Files.writeString(file, whole.substring(0, whole.length() / 2));
        refused(bench.command("apply", id, "--yes"), "is damaged or cut off in line");
        Files.writeString(file, whole.replace("Cleo", "Clea"));
        refused(bench.command("apply", id, "--yes"), "is damaged or cut off in line");
        Files.delete(file);
        refused(bench.command("apply", id, "--yes"), "has no plan");
        assertThat(bench.writes()).isEqualTo(writes);
        assertThat(bench.journals()).as("no run was begun").hasSize(2);
    }

    private static StoredPlan earlier(StoredPlan plan) {
        StoredPlan.Head head = plan.head();
        return new StoredPlan(new StoredPlan.Head(1, head.id(), head.kind(), head.at(), head.instance(), null,
                head.fingerprint(), null, head.exit(), head.approvals(), head.adopted(), head.order()),
                plan.mailboxes(), plan.changes());
    }

    @Test
    void whatWasSetOtherwiseSinceThePlanIsNamed() {
        phone("Ann Apply", "+1 202-224-3333");
        StoredPlan plan = plan();
        bench.with("guard.deletes-min", "4");
        assertThat(apply(plan).changes()).containsExactly(0, 4, 0);
        assertThat(bench.report().notes()).singleElement().asString()
                .startsWith("the configuration is not as it was when the plan was made (guard.deletes-min)");
    }

    @Test
    void whatItsOwnerHasTakenOutOfOurHandsIsNotSaidToBeDone() {
        phone("Ann Apply", "+1 202-224-3333");
        StoredPlan plan = plan();
        String mailbox = targets.get(0);
        String contact = bench.sandbox().tenant().snapshot(mailbox).entrySet().stream()
                .filter(each -> SyncBench.parse(new String(each.getValue())).path("displayName").asText()
                        .equals("Ann Apply")).findFirst().orElseThrow().getKey();
        bench.sandbox().tenant().changeContact(mailbox, contact, "{\"categories\":[]}");
        Result result = apply(plan);
        assertThat(result.changes()).containsExactly(0, 3, 0);
        assertThat(result.exit()).isEqualTo(ExitCode.PARTLY);
        assertThat(bench.report().moved()).singleElement().asString()
                .startsWith("1 person there, but released or another installation's, so left as they are: Ann Apply");
    }

    private static void refused(Result result, String... parts) {
        assertThat(result.exit()).as(result.err()).isEqualTo(ExitCode.USAGE);
        assertThat(result.sentences()).singleElement().asString().contains(parts);
    }

    @Test
    void aConfigurationThatChangedSinceThePlanIsSaid() {
        phone("Ann Apply", "+1 202-224-3333");
        StoredPlan plan = plan();
        apply(plan);
        assertThat(bench.report().notes()).isEmpty();
        phone("Ann Apply", "+1 202-224-4444");
        StoredPlan other = plan();
        bench.with("guard.deletes-min", "4");
        Result applied = apply(other);
        assertThat(applied.changes()).containsExactly(0, 4, 0);
        assertThat(bench.report().notes()).singleElement().asString()
                .startsWith("the configuration is not as it was when the plan was made");
    }
}
