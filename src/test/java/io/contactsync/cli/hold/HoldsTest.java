package io.contactsync.cli.hold;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.contactsync.cli.SyncBench.Result;
import io.contactsync.sandbox.store.User;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;

/** What waits for a person, from the run that holds it to the run that carries it out. */
class HoldsTest extends HeldRun {

    private void firstRunForAll() {
        bench.with("targets.from", "licensed-users");
        firstRun(PEOPLE);
    }

    /** The retired source's contacts are all that is there. */
    private void retire() {
        bench.with("sync.sources", "graph-contacts").with("sync.retired-sources", "graph-users");
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
}
