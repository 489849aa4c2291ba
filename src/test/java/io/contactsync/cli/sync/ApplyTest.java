package io.contactsync.cli.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.cli.SyncBench.Result;
import io.contactsync.core.Action;
import io.contactsync.core.FieldChange;
import io.contactsync.core.PlannedChange;
import io.contactsync.core.PlannedChange.Move;
import io.contactsync.run.ExitCode;
import io.contactsync.run.RunFolder;
import io.contactsync.run.StoredPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A plan is made, things move, and the plan is carried out: never more than was planned. */
class ApplyTest extends PlannedTenant {

    @Test
    void aPlanTellsWhoJoinsWhoLeavesAndWhatChangesOfWhom() throws IOException {
        phone("Ann Apply", "+1 202-224-3333");
        delete("Bob Apply");
        add("Cleo Apply", "+1 202-224-4444");
        StoredPlan plan = plan();
        assertThat(plan.changes()).extracting(PlannedChange::name)
                .containsExactlyInAnyOrder("Ann Apply", "Bob Apply", "Cleo Apply");
        assertThat(plan.changes()).allMatch(change -> change.reach().text().equals("0-3"));
        PlannedChange ann = of(plan, "Ann Apply");
        assertThat(List.<Object>of(ann.action(), ann.move(), ann.known()))
                .containsExactly(Action.UPDATE, Move.CHANGED, true);
        assertThat(ann.fields()).containsExactly(new FieldChange("mobilePhone", "+1 202-224-1111", "+1 202-224-3333"));
        PlannedChange bob = of(plan, "Bob Apply");
        assertThat(List.<Object>of(bob.action(), bob.move(), bob.known(), bob.reason()))
                .containsExactly(Action.DELETE, Move.LEFT, true, "gone from its source");
        assertThat(of(plan, "Cleo Apply").move()).isEqualTo(Move.JOINED);
        assertThat(bench.report().changes()).isEqualTo(plan.changes());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(bench.latest().resolve(RunFolder.PLAN))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(bench.data()
                .resolve("state/contents/graph-contacts.jsonl")))).isEqualTo("rw-------");
    }

    @Test
    void whatWasThereBeforeIsNotKnownIfItIsLost() throws IOException {
        phone("Ann Apply", "+1 202-224-3333");
        Files.delete(bench.data().resolve("state/contents/graph-contacts.jsonl"));
        PlannedChange ann = of(plan(), "Ann Apply");
        assertThat(ann.known()).isFalse();
        assertThat(ann.fields()).isEmpty();
        assertThat(ann.before()).as("the hash that the mailbox carries").isNotEmpty().isNotEqualTo(ann.after());
        assertThat(bench.data().resolve("state/contents")).as("a plan keeps nothing").isEmptyDirectory();
    }

    @Test
    void aPlanIsCarriedOutOnceAndTheSecondTimeThereIsNothingToDo() throws IOException {
        phone("Ann Apply", "+1 202-224-3333");
        delete("Bob Apply");
        add("Cleo Apply", "+1 202-224-4444");
        StoredPlan plan = plan();
        Result first = bench.command("apply", "latest", "--yes", "--json");
        assertThat(first.changes()).as(first.err()).containsExactly(4, 4, 4);
        assertThat(first.exit()).isZero();
        assertThat(bench.report().kind()).isEqualTo("apply");
        assertThat(bench.report().plan()).isEqualTo(plan.head().id());
        assertThat(bench.report().moved()).isEmpty();
        assertThat(bench.journal("run-start").get(0).path("plan").asText()).isEqualTo(plan.head().id());
        long writes = bench.writes();
        Result second = apply(plan);
        assertThat(second.exit()).isZero();
        assertThat(bench.writes()).isEqualTo(writes);
        assertThat(bench.report().moved()).singleElement().asString()
                .startsWith("3 people done already, nothing was left to do: ")
                .contains("Ann Apply", "Bob Apply", "Cleo Apply", "12 changes in 4 mailboxes");
        assertThat(bench.json().changes()).as("and an ordinary run agrees").containsExactly(0, 0, 0);
        String journals = bench.journals().stream().map(ApplyTest::text).collect(Collectors.joining());
        assertThat(journals).doesNotContain("Apply", "224-3333");
    }

    @Test
    void whatMovedSinceIsLeftAndNamed() throws IOException {
        phone("Ann Apply", "+1 202-224-3333");
        delete("Bob Apply");
        add("Cleo Apply", "+1 202-224-4444");
        add("Dora Apply", "+1 202-224-5555");
        StoredPlan plan = plan();
        phone("Ann Apply", "+1 202-224-6666");
        delete("Dora Apply");
        add("Emil Apply", "+1 202-224-7777");
        targets(1, 5);
        Result result = apply(plan);
        assertThat(result.changes()).as("Cleo comes and Bob goes, where both plans say so: " + result.err())
                .containsExactly(3, 0, 3);
        assertThat(result.exit()).isEqualTo(ExitCode.PARTLY);
        assertThat(bench.journal("intent")).hasSize(6).noneMatch(line -> line.path("mailbox").asText()
                .equals(targets.get(4)));
        assertThat(bench.report().moved()).hasSize(5).anyMatch(moved -> moved.startsWith("1 person changed again")
                && moved.endsWith("Ann Apply (3 changes in 3 mailboxes)"))
                .anyMatch(moved -> moved.startsWith("1 person no longer named") && moved.contains("(3 changes"))
                .anyMatch(moved -> moved.startsWith("1 person new since the plan") && moved.contains("Emil Apply"))
                .anyMatch(moved -> moved.startsWith("1 mailbox no target any more") && moved.contains(targets.get(0)))
                .anyMatch(moved -> moved.startsWith("1 mailbox new since the plan"));
        assertThat(bench.plan().size()).as("its own plan is what both agree on").isEqualTo(6);
        assertThat(bench.json().changes()).as("the next run does the rest").containsExactly(3 + 43, 3, 0);
    }

    @Test
    void aDeletionThatIsHeldByThenStaysHeld() throws IOException {
        delete("Bob Apply");
        StoredPlan plan = plan();
        List.copyOf(bench.sandbox().tenant().snapshot(central).keySet()).stream().limit(20)
                .forEach(id -> bench.sandbox().tenant().deleteContact(central, id));
        bench.with("guard.vanished-min", "2").with("guard.changed-percent", "100");
        Result result = apply(plan);
        assertThat(result.exit()).as(result.err()).isEqualTo(ExitCode.HELD);
        assertThat(result.changes()).containsExactly(0, 0, 0);
        assertThat(bench.report().moved()).singleElement().asString()
                .startsWith("1 person not deleted: their deletion waits").contains("Bob Apply");
    }

    private static String text(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.collect(Collectors.joining("\n"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
