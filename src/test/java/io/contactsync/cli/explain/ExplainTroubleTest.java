package io.contactsync.cli.explain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.contactsync.cli.SyncBench;
import io.contactsync.cli.SyncBench.Result;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Why it is not as it should be where something failed, is held, skipped or not clear. */
class ExplainTroubleTest extends ExplainedMailbox {

    @Test
    void aFullMailboxIsToldWithItsRemedy() {
        bench.sandbox().faults().whenInBatch("POST").after(5).refuse(507, "ErrorQuotaExceeded", "full");
        assertThat(bench.json().exit()).isEqualTo(3);
        bench.sandbox().faults().clear();
        String full = bench.journal("left").get(0).path("mailbox").asText();
        JsonNode answer = explain("lacking", "--mailbox", full);
        assertThat(answer.path("groups").toString()).contains("were not written: ", "the mailbox is full");
        assertThat(answer.path("next").toString()).contains("its owner makes room");
    }

    @Test
    void whoIsToGoAndIsHeldIsSaidToBeHeld() {
        sync();
        List<String> gone = managed().values().stream().map(ExplainMailboxTest::name).distinct().limit(6).toList();
        gone.forEach(name -> tenant.deleteContact(central, centralId(name)));
        bench.with("guard.vanished-min", "2");
        assertThat(bench.json().exit()).isEqualTo(4);
        JsonNode alone = explain("there", gone.get(0));
        assertThat(alone.path("sentence").asText()).contains("in 5 of them the deletion waits for an approval [");
        assertThat(alone.path("next").toString()).contains("contact-sync holds show ");
    }

    @Test
    void inDoubtUntilItHasSettled() {
        bench.sandbox().faults().whenBatch().drop();
        assertThat(bench.json().exit()).isEqualTo(3);
        List<JsonNode> unknown = bench.journal("outcome").stream().filter(line -> line.path("outcome").asText()
                .equals("unknown")).toList();
        String there = unknown.get(0).path("mailbox").asText();
        JsonNode answer = explain("in-doubt", unknown.get(0).path("key").asText(), there);
        assertThat(answer.path("sentence").asText()).contains("a create was sent on ",
                "and whether it was done is not clear; it is not repeated before ");
        assertThat(answer.path("next").toString()).contains("run again after ");
        explain("in-doubt", unknown.get(0).path("key").asText(), there, "--offline");
        JsonNode person = explain("there", unknown.get(0).path("key").asText());
        assertThat(person.path("groups").toString()).contains("\"count\":4,\"text\":\"have the contact\"",
                "\"count\":1,\"text\":\"a create is in doubt\"");
        bench.letPass(SETTLED);
        assertThat(sentence("in-doubt", unknown.get(0).path("key").asText(), there)).contains("the next run decides");
    }

    @Test
    void refusedByGraphAndAMailboxThatFailed() {
        bench.sandbox().faults().whenInBatch("POST").after(5).refuse(400, "ErrorInvalidProperty", "no such name");
        bench.sandbox().faults().when(request -> mailbox.equals(request.mailbox()) && request.method().equals("GET"))
                .refuse(403);
        assertThat(bench.json().exit()).isEqualTo(3);
        JsonNode rejected = bench.journal("outcome").stream().filter(line -> line.path("outcome").asText()
                .equals("rejected")).findFirst().orElseThrow();
        assertThat(sentence("rejected", rejected.path("key").asText(), rejected.path("mailbox").asText()))
                .contains("the contact was not written: ", "ErrorInvalidProperty");
        bench.sandbox().faults().clear();
        assertThat(sentence("mailbox-failed", rejected.path("key").asText(), mailbox))
                .contains("the mailbox failed in the latest run: ", "403");
        assertThat(sentence("lacking", "--mailbox", mailbox, "--offline"))
                .contains("holds 0 of 40 contacts", "by the journals");
        bench.sandbox().faults().when(request -> mailbox.equals(request.mailbox()) && request.method().equals("GET"))
                .times(100).refuse(403);
        assertThat(sentence("unreadable", rejected.path("key").asText(), mailbox))
                .contains("whether the contact is there is not known: the mailbox cannot be read just now: ", "403");
        bench.sandbox().faults().clear();
    }

    @Test
    void skippedNotATargetAndNeverRun() {
        String other = tenant.users().stream().filter(user -> user.licensed() && !tenant.mailboxes()
                .contains(user.id())).findFirst().orElseThrow().userPrincipalName();
        Result before = bench.command("explain", "Nobody Knows", mailbox);
        assertThat(before.exit()).isEqualTo(2);
        assertThat(before.err()).contains("no source was read yet: contact-sync sync --dry-run reads them");
        tenant.administration().refuseMailbox(mailbox, "MailboxNotEnabledForRESTAPI");
        assertThat(bench.json().exit()).isZero();
        String name = bench.journal("intent").stream().filter(line -> line.has("key")).findFirst().orElseThrow()
                .path("key").asText();
        assertThat(sentence("skipped", name, mailbox))
                .contains("nothing can be synchronised there: no mailbox: MailboxNotEnabledForRESTAPI");
        assertThat(sentence("skipped", name, owner, "--offline")).contains("MailboxNotEnabledForRESTAPI");
        JsonNode none = explain("not-a-target", name, other);
        assertThat(none.path("sentence").asText()).contains("this mailbox is none of the targets");
        assertThat(none.path("next").toString()).contains("targets.from");
        explain("not-a-target", "--mailbox", other);
        JsonNode alone = explain("there", name);
        assertThat(alone.path("sentence").asText()).endsWith(" is in 4 of 5 mailboxes.");
        assertThat(alone.path("groups").toString()).contains("skipped: no mailbox: MailboxNotEnabledForRESTAPI");
    }

    @Test
    void heldDeletionsOfASourceAndOfAMailbox() {
        sync();
        List<String> gone = managed().values().stream().map(ExplainMailboxTest::name).distinct().limit(6).toList();
        gone.forEach(name -> tenant.deleteContact(central, centralId(name)));
        bench.with("guard.vanished-min", "2");
        assertThat(bench.json().exit()).isEqualTo(4);
        String hold = bench.journal("hold").get(0).path("hold").asText();
        JsonNode answer = explain("name-held", gone.get(0), mailbox);
        assertThat(answer.path("sentence").asText())
                .contains(
                        "still there, because graph-contacts does not name them any more, and its deletions wait for "
                                + "an approval ["
                                + hold + "]");
        assertThat(answer.path("next").toString()).contains(hold);
        bench.with("guard.vanished-min", "10").with("guard.deletes-percent", "1");
        assertThat(bench.json().exit()).isEqualTo(4);
        String other = bench.command("holds", "--json").json().at("/holds/0/id").asText();
        assertThat(sentence("mailbox-held", gone.get(0), mailbox))
                .contains("the deletions in this mailbox wait for an approval [" + other + "]");
        for (JsonNode held : List.of(explain("mailbox-held", gone.get(0), mailbox),
                explain("complete", "--mailbox", mailbox))) {
            String shown = held.path("next").toString().replaceAll("(?s).*holds show ([0-9a-f]+).*", "$1");
            Result show = SyncBench.run("holds", "show", shown, "--set", "sync.data=" + bench.data());
            assertThat(show.exit()).as(show.err()).isZero();
            assertThat(show.out()).contains("hold " + other);
        }
        bench.with("source.graph-contacts.mailboxes", central + ",nobody@congress.example");
        assertThat(bench.json().exit()).isEqualTo(3);
        assertThat(sentence("source-incomplete", gone.get(0), mailbox))
                .contains("graph-contacts could not be read to its end");
    }

    @Test
    void whoeverIsNotClearIsAskedBack() {
        sync();
        Result many = bench.command("explain", "a", mailbox);
        assertThat(many.exit()).isEqualTo(2);
        assertThat(many.err()).contains("contact-sync: 'a' may be ", "say which one, by address or key",
                "graph-contacts|");
        assertThat(many.out()).isEmpty();
        String name = name(any().getValue());
        Result near = bench.command("explain", name.substring(0, name.length() - 1) + "x", mailbox, "--offline",
                "--json");
        assertThat(near.exit()).isEqualTo(2);
        assertThat(near.json().path("candidates").toString()).contains(name);
        assertThat(bench.command("explain", name, "Nobody Knows", "--offline").err())
                .contains("no mailbox of the latest run");
        assertThat(bench.command("explain", name, "\u001b[31mred").err()).doesNotContain("\u001b");
        assertThat(bench.command("explain").exit()).isEqualTo(2);
        assertThat(bench.command("explain").err())
                .contains("say whom: a person, a person and a mailbox, or --mailbox <mailbox>");
    }

    @Test
    void damageOfWhatIsRememberedCostsOnlyTheExplanation() throws Exception {
        sync();
        String name = name(any().getValue());
        Path reading = bench.data().resolve("state/readings/graph-contacts.jsonl");
        Path journal = bench.journals().get(0);
        List<String> lines = java.nio.file.Files.readAllLines(journal);
        byte[] whole = java.nio.file.Files.readAllBytes(journal);
        int own = java.util.stream.IntStream.range(0, lines.size())
                .filter(line -> lines.get(line).contains(mailbox) && lines.get(line).contains("\"intent\"")
                && lines.get(line).contains("\"create\"")).findFirst().orElseThrow();
        lines.set(own, lines.get(own).replace("\"create\"", "\"crea"));
        java.nio.file.Files.write(journal, lines);
        assertThat(explain("there", name, mailbox).path("notes").toString())
                .contains("could not be read in line " + (own + 1));
        java.nio.file.Files.write(journal, whole);
        java.nio.file.Files.writeString(reading, "nonsense");
        Result lost = bench.command("explain", name, mailbox);
        assertThat(lost.exit()).isEqualTo(2);
        assertThat(lost.err()).contains("what graph-contacts named last cannot be told", "the next run writes it anew");
    }
}
