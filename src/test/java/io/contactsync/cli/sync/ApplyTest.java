package io.contactsync.cli.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.cli.GraphClient;
import io.contactsync.cli.SyncBench;
import io.contactsync.cli.SyncBench.Result;
import io.contactsync.core.Action;
import io.contactsync.core.FieldChange;
import io.contactsync.core.PlannedChange;
import io.contactsync.core.PlannedChange.Move;
import io.contactsync.run.ExitCode;
import io.contactsync.run.PlanFile;
import io.contactsync.run.RunFolder;
import io.contactsync.run.StoredPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plan is made, things move, and the plan is carried out: never more than was planned. */
class ApplyTest {

    @TempDir
    Path temp;

    private SyncBench bench;
    private String central;
    private List<String> targets;

    /** Four of five mailboxes are targets and hold what the central mailbox holds; Ann and Bob are among them. */
    @BeforeEach
    void afterAFirstRun() throws IOException {
        bench = SyncBench.startSmall(temp);
        central = bench.sandbox().address().centralMailbox();
        targets = new ArrayList<>(bench.targets(new GraphClient(bench.sandbox().address())));
        bench.with("targets.from", "file").with("targets.file", temp.resolve("targets.txt").toString());
        targets(0, 4);
        bench.with("guard.deletes-min", "3").with("guard.deletes-percent", "90");
        add("Ann Apply", "+1 202-224-1111");
        add("Bob Apply", "+1 202-224-2222");
        assertThat(bench.json().exit()).isZero();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private void targets(int from, int to) throws IOException {
        Files.write(temp.resolve("targets.txt"), targets.subList(from, to));
    }

    private void add(String name, String phone) {
        bench.sandbox().tenant().createContact(central,
                "{\"displayName\":\"%s\",\"mobilePhone\":\"%s\"}".formatted(name, phone));
    }

    private String id(String name) {
        return bench.sandbox().tenant().snapshot(central).entrySet().stream()
                .filter(contact -> SyncBench.parse(new String(contact.getValue())).path("displayName").asText()
                        .equals(name)).findFirst().orElseThrow().getKey();
    }

    private void delete(String name) {
        bench.sandbox().tenant().deleteContact(central, id(name));
    }

    private void phone(String name, String phone) {
        bench.sandbox().tenant().changeContact(central, id(name), "{\"mobilePhone\":\"" + phone + "\"}");
    }

    private StoredPlan plan() {
        assertThat(bench.json("--dry-run").exit()).isZero();
        return bench.plan();
    }

    private Result apply(StoredPlan plan) {
        return bench.command("apply", plan.head().id(), "--yes", "--json");
    }

    private static List<Integer> changes(Result result) {
        return List.of(result.number("/changes/created"), result.number("/changes/updated"),
                result.number("/changes/deleted"));
    }

    private static PlannedChange of(StoredPlan plan, String name) {
        return plan.changes().stream().filter(change -> change.name().equals(name)).findFirst().orElseThrow();
    }

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
        assertThat(changes(first)).as(first.err()).containsExactly(4, 4, 4);
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
        assertThat(changes(bench.json())).as("and an ordinary run agrees").containsExactly(0, 0, 0);
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
        assertThat(changes(result)).as("Cleo comes and Bob goes, where both plans say so: " + result.err())
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
        assertThat(changes(bench.json())).as("the next run does the rest").containsExactly(3 + 43, 3, 0);
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
        assertThat(changes(result)).containsExactly(0, 0, 0);
        assertThat(bench.report().moved()).singleElement().asString()
                .startsWith("1 person not deleted: their deletion waits").contains("Bob Apply");
    }

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
                head.fingerprint(), null, head.exit(), head.approvals(), head.adopted()), plan.mailboxes(),
                plan.changes());
    }

    @Test
    void whatWasSetOtherwiseSinceThePlanIsNamed() {
        phone("Ann Apply", "+1 202-224-3333");
        StoredPlan plan = plan();
        bench.with("guard.deletes-min", "4");
        assertThat(changes(apply(plan))).containsExactly(0, 4, 0);
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
        assertThat(changes(result)).containsExactly(0, 3, 0);
        assertThat(result.exit()).isEqualTo(ExitCode.PARTLY);
        assertThat(bench.report().moved()).singleElement().asString()
                .startsWith("1 person there, but released or another installation's, so left as they are: Ann Apply");
    }

    private static void refused(Result result, String... parts) {
        assertThat(result.exit()).as(result.err()).isEqualTo(ExitCode.USAGE);
        assertThat(result.sentences()).singleElement().asString().contains(parts);
    }

    private static String text(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.collect(Collectors.joining("\n"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
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
        assertThat(changes(applied)).containsExactly(0, 4, 0);
        assertThat(bench.report().notes()).singleElement().asString()
                .startsWith("the configuration is not as it was when the plan was made");
    }
}
