package io.contactsync.cli.hold;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.core.Hold;
import com.fasterxml.jackson.databind.JsonNode;
import io.contactsync.cli.SyncBench;
import io.contactsync.cli.SyncBench.Result;
import io.contactsync.journal.HoldsFile;
import io.contactsync.journal.KnownHold;
import io.contactsync.journal.RunLock;
import io.contactsync.sandbox.people.Population;
import io.contactsync.sandbox.store.User;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What waits for a person, from the run that holds it to the run that carries it out. */
class HoldsTest {

    private static final int PEOPLE = 60;
    private static final int LEAVERS = 12;
    /** Two who leave and two who stay. */
    private static final int FEW = 4;

    @TempDir
    Path folder;
    private SyncBench bench;
    private List<User> leavers;

    @BeforeEach
    void start() {
        bench = SyncBench.start(folder, Population.shipped().withGenerated(PEOPLE, 1, 3)).with("sync.sources",
                "graph-users");
        leavers = bench.colleagues().subList(0, LEAVERS);
    }

    private void firstRunForAll() {
        bench.with("targets.from", "licensed-users");
        firstRun(PEOPLE);
    }

    private void firstRunForFew() throws IOException {
        Path file = Files.write(folder.resolve("targets.txt"),
                bench.colleagues().subList(LEAVERS - 2, LEAVERS + 2).stream().map(User::id).toList());
        bench.with("targets.from", "file").with("targets.file", file.toString());
        firstRun(FEW);
    }

    private void firstRun(int mailboxes) {
        Result first = bench.json();
        assertThat(first.exit()).as(first.err()).isZero();
        assertThat(first.number("/changes/created")).isEqualTo(mailboxes * (PEOPLE - 1));
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    private void exclude() {
        bench.with("source.graph-users.exclude-properties",
                leavers.stream().map(user -> "id=" + user.id()).collect(Collectors.joining(",")));
    }

    /** The retired source's contacts are all that is there. */
    private void retire() {
        bench.with("sync.sources", "graph-contacts").with("sync.retired-sources", "graph-users");
    }

    private JsonNode onlyHold() {
        JsonNode holds = bench.command("holds", "--json").json().path("holds");
        assertThat(holds).hasSize(1);
        return holds.get(0);
    }

    private Result holds(String... words) {
        List<String> all = new java.util.ArrayList<>(List.of(words));
        all.addAll(List.of("--set", "sync.data=" + bench.data()));
        all.add(0, "holds");
        return SyncBench.run(all.toArray(String[]::new));
    }

    @Test
    void whoVanishesByASettingIsNamedWithItAndGoesOnceApproved() throws Exception {
        firstRunForAll();
        exclude();
        Result held = bench.json();
        assertThat(held.exit()).isEqualTo(4);
        assertThat(held.number("/changes/deleted")).isZero();
        JsonNode hold = onlyHold();
        assertThat(hold.path("sentence").asText())
                .isEqualTo("12 of 60 people of graph-users vanished (20 %, allowed 3 % and 10)");
        assertThat(hold.path("reason").asText())
                .isEqualTo("since the configuration changed: source.graph-users.exclude-properties");
        assertThat(hold.path("deletions").asInt()).isEqualTo(708);
        assertThat(hold.path("mailboxes").asInt()).isEqualTo(60);
        assertThat(hold.path("names")).extracting(JsonNode::asText).containsExactlyInAnyOrderElementsOf(leavers.stream()
                .map(User::displayName).map(name -> java.text.Normalizer.normalize(name, java.text.Normalizer.Form.NFC))
                .toList());
        assertThat(Files.readString(bench.journals().get(1))).as("names are not in the journal")
                .doesNotContain(hold.path("names").get(0).asText())
                .contains("\"settings\":[\"source.graph-users.exclude-properties\"]");
        assertThat(PosixFilePermissions.toString(
                Files.getPosixFilePermissions(bench.data().resolve("state").resolve("holds"))))
                .isEqualTo("rw-------");

        Result approved = holds("approve", hold.path("id").asText().substring(0, 4));
        assertThat(approved.exit()).as(approved.err()).isZero();
        assertThat(approved.out()).startsWith("approved: 12 of 60 people of graph-users vanished");
        Result plan = bench.json("--dry-run");
        assertThat(plan.exit()).isZero();
        assertThat(plan.number("/changes/deleted")).as("a plan heeds it and does not use it up").isEqualTo(708);
        Result done = bench.json();
        assertThat(done.exit()).as(done.err()).isZero();
        assertThat(done.number("/changes/deleted")).isEqualTo(708);
        assertThat(bench.journal("run-start").get(0).path("approvals").get(0).asText())
                .isEqualTo(hold.path("id").asText());
        assertThat(bench.journal("run-start").get(0).path("decisions").get(0).asText())
                .startsWith(hold.path("id").asText() + " approved by " + System.getProperty("user.name") + " at ");
        assertThat(holds().out()).isEqualTo("nothing is held\n");
        assertThat(done.err()).contains("has ended: it has been carried out");
    }

    @Test
    void aRetiredSourceIsOneQuestionHoweverManyMailboxesHaveIt() {
        firstRunForAll();
        retire();
        Result held = bench.json();
        assertThat(held.exit()).isEqualTo(4);
        assertThat(held.number("/mailboxes/held")).isEqualTo(PEOPLE);
        JsonNode hold = onlyHold();
        assertThat(hold.path("sentence").asText())
                .isEqualTo("3,540 deletions in 60 mailboxes (up to 100 %, allowed 20 % and 5): graph-users is retired");
        assertThat(hold.path("names")).as("as it named them last").hasSize(PEOPLE);
        assertThat(hold.path("settings")).extracting(JsonNode::asText).contains("sync.retired-sources", "sync.sources");
        assertThat(holds("approve", hold.path("id").asText()).exit()).isZero();
        Result done = bench.json();
        assertThat(done.exit()).as(done.err()).isZero();
        assertThat(done.number("/changes/deleted")).isEqualTo(PEOPLE * (PEOPLE - 1));
        assertThat(holds().out()).isEqualTo("nothing is held\n");
    }

    @Test
    void whatIsRejectedStaysHeldAndIsNotAskedAgain() throws IOException {
        firstRunForFew();
        exclude();
        bench.json();
        String id = onlyHold().path("id").asText();
        assertThat(holds("reject", id).exit()).isZero();
        Result rejected = bench.sync();
        assertThat(rejected.exit()).isEqualTo(3);
        assertThat(rejected.out()).contains("rejected by " + System.getProperty("user.name"))
                .doesNotContain("--approve");
        assertThat(onlyHold().path("decision").asText()).isEqualTo("rejected");
        assertThat(holds("approve", id).exit()).isZero();
        Result done = bench.json();
        assertThat(done.exit()).as(done.err()).isZero();
        assertThat(done.number("/changes/deleted")).isEqualTo(FEW * LEAVERS - 2);
    }

    @Test
    void whatARunBeganWithIsNotSaidToStayHeld() throws IOException {
        firstRunForFew();
        exclude();
        bench.json();
        String id = onlyHold().path("id").asText();
        holds("approve", id);
        try (RunLock run = RunLock.take(bench.data())) {
            run.check();
            assertThat(holds("reject", id).out()).contains(
                    "a run that began with the approval is under way and may carry it out; stop it with Ctrl-C");
        }
        assertThat(holds("reject", id).out()).contains("it stays held").doesNotContain("under way");
    }

    @Test
    void whoRejectsAWholeRunLearnsThatNothingIsWritten() {
        new HoldsFile(bench.data()).update(none ->
                List.of(new KnownHold("aaaabbbbcccc", Hold.Kind.CHANGED, "staff", "50 of 60 people of staff vanished",
                        "", List.of("staff|1"), List.of(), 0, 0, Map.of(), true, List.of("sync.sources"), Instant.EPOCH,
                        "r", null, false)));
        assertThat(holds("reject", "AAAA").out())
                .contains("no run writes anything until the configuration is changed back (or it is approved)\n");
        assertThat(holds("show", "aaaa").out()).contains("rejected by");
    }

    @Test
    void aHoldEndsByItselfWhenThePeopleAreNamedAgain() throws IOException {
        firstRunForFew();
        exclude();
        bench.json();
        String id = onlyHold().path("id").asText();
        Result back = bench.with("source.graph-users.exclude-properties", "").json();
        assertThat(back.exit()).isZero();
        assertThat(back.err())
                .contains("the hold " + id + " has ended: the people of graph-users that had vanished are named again");
        assertThat(holds().out()).isEqualTo("nothing is held\n");
    }

    @Test
    void anIdThatIsNoneIsRefusedWithThoseThatAre() throws IOException {
        firstRunForFew();
        assertThat(holds("approve", "9009").err())
                .isEqualTo("contact-sync: there is no hold '9009': nothing is held - see 'contact-sync holds'\n");
        exclude();
        bench.json();
        String id = onlyHold().path("id").asText();
        for (String word : List.of("show", "approve", "reject")) {
            Result wrong = holds(word, "xyz1");
            assertThat(wrong.exit()).isEqualTo(2);
            assertThat(wrong.err()).isEqualTo(
                    "contact-sync: there is no hold 'xyz1': held is " + id + " - see 'contact-sync holds'\n");
        }
        assertThat(holds("show", id.substring(0, 3)).exit()).as("too short").isEqualTo(2);
        assertThat(bench.sync("--approve", "9009").exit()).isEqualTo(2);
        assertThat(onlyHold().path("decision").asText()).isEqualTo("waiting");
    }

    @Test
    void damagedDecisionsAreNoneAndThatIsSaidOnce() throws Exception {
        firstRunForFew();
        exclude();
        bench.json();
        holds("approve", onlyHold().path("id").asText());
        Path file = bench.data().resolve("state").resolve("holds");
        Files.writeString(file, Files.readString(file).replace("APPROVED", "APPROVER"));
        Result damaged = bench.json();
        assertThat(damaged.exit()).as("not let through").isEqualTo(4);
        assertThat(damaged.err()).contains("state/holds' is damaged").contains("has to be decided again");
        Result again = bench.json();
        assertThat(again.exit()).isEqualTo(4);
        assertThat(again.err()).doesNotContain("is damaged");
        assertThat(onlyHold().path("decision").asText()).isEqualTo("waiting");
    }

    @Test
    void aScriptMayStillApproveInTheRunItself() throws IOException {
        firstRunForFew();
        exclude();
        bench.json();
        Result done = bench.json("--approve", onlyHold().path("id").asText());
        assertThat(done.exit()).as(done.err()).isZero();
        assertThat(done.number("/changes/deleted")).isEqualTo(FEW * LEAVERS - 2);
        assertThat(holds().out()).isEqualTo("nothing is held\n");
    }
}
