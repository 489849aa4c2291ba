package io.contactsync.cli.explain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.contactsync.cli.GraphClient;
import io.contactsync.cli.SyncBench;
import io.contactsync.cli.SyncBench.Result;
import io.contactsync.contact.HiddenProperties;
import io.contactsync.sandbox.Finding.Rule;
import io.contactsync.sandbox.store.Tenant;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code explain} of what happens in a mailbox: each cause is brought about in the sandbox, and asked for by the
 * command line.
 */
class ExplainMailboxTest {

    private static final Duration SETTLED = Duration.ofMinutes(16);

    @TempDir
    Path temp;
    private SyncBench bench;
    private Tenant tenant;
    private String mailbox;
    private String owner;
    private String central;

    @BeforeEach
    void firstRun() {
        bench = SyncBench.startSmall(temp);
        tenant = bench.sandbox().tenant();
        mailbox = bench.targets(new GraphClient(bench.sandbox().address())).iterator().next();
        owner = tenant.user(mailbox).orElseThrow().displayName();
        central = bench.sandbox().address().centralMailbox();
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    private void sync() {
        assertThat(bench.json().exit()).isZero();
        bench.letPass(SETTLED);
    }

    private Map<String, JsonNode> managed() {
        Map<String, JsonNode> managed = new LinkedHashMap<>();
        tenant.snapshot(mailbox).forEach((id, json) -> {
            JsonNode contact = SyncBench.parse(new String(json, StandardCharsets.UTF_8));
            if (contact.path("singleValueExtendedProperties").toString().contains("ContactSyncKey")) {
                managed.put(id, contact);
            }
        });
        return managed;
    }

    /** A managed contact whose name nobody else has. */
    private Map.Entry<String, JsonNode> any() {
        Map<String, JsonNode> managed = managed();
        return managed.entrySet().stream().filter(one -> managed.values().stream()
                .filter(other -> name(other).contains(name(one.getValue()))).count() == 1)
                .findFirst().orElseThrow();
    }

    private static String name(JsonNode contact) {
        return contact.path("displayName").asText();
    }

    private static String key(JsonNode contact) {
        for (JsonNode property : contact.path("singleValueExtendedProperties")) {
            if (property.path("id").asText().equals(HiddenProperties.KEY)) {
                return property.path("value").asText();
            }
        }
        return "";
    }

    private JsonNode explain(String why, String... arguments) {
        String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 1);
        all[arguments.length] = "--json";
        Result result = bench.command("explain", all);
        assertThat(result.exit()).as(result.out() + result.err()).isZero();
        assertThat(result.json().path("why").asText()).as(result.out()).isEqualTo(why);
        return result.json();
    }

    private String sentence(String why, String... arguments) {
        return explain(why, arguments).path("sentence").asText();
    }

    private static String fact(JsonNode answer, String about) {
        for (JsonNode fact : answer.path("facts")) {
            if (fact.path("about").asText().equals(about)) {
                return fact.path("text").asText();
            }
        }
        return "";
    }

    private String centralId(String name) {
        return tenant.snapshot(central).entrySet().stream().filter(entry ->
                new String(entry.getValue(), StandardCharsets.UTF_8).contains("\"" + name + "\""))
                .map(Map.Entry::getKey).findFirst().orElseThrow();
    }

    @Test
    void nothingIsWrongAndThenItIsThePhonesTurn() {
        sync();
        String name = name(any().getValue());
        JsonNode answer = explain("there", name, mailbox);
        assertThat(answer.path("sentence").asText()).isEqualTo(name + " in the mailbox of " + owner
                + ": the contact is there, and as it should be; if the phone does not show it, it is the phone's turn.");
        assertThat(fact(answer, "source")).startsWith("graph-contacts names them (read ");
        assertThat(fact(answer, "mailbox")).isEqualTo("contact is there, key ours, category there - seen just now");
        assertThat(fact(answer, "history")).startsWith("created ");
        assertThat(answer.path("next").toString()).contains("Save contacts", "Android", "iOS", "not IMAP");
        assertThat(sentence("there", name, owner, "--offline"))
                .contains("the contact should be there, by the journals");
        assertThat(bench.command("explain", name, owner).out().lines().toList()).as("piped, one fact a line")
                .hasSize(1 + 5 + 5).noneMatch(line -> line.contains("\u001b"));
    }

    @Test
    void releasedByItsOwner() {
        sync();
        Map.Entry<String, JsonNode> one = any();
        tenant.changeContact(mailbox, one.getKey(), "{\"categories\":[]}");
        String name = name(one.getValue());
        JsonNode answer = explain("released", name, mailbox);
        assertThat(answer.path("sentence").asText()).isEqualTo(name + " in the mailbox of " + owner
                + ": not on the phone, because " + owner
                + " took the category off the contact: it is theirs now, and is neither changed nor doubled.");
        assertThat(fact(answer, "mailbox")).contains("key ours, category missing");
        assertThat(fact(answer, "history")).contains("released by its owner since ");
        assertThat(bench.json().exit()).isZero();
        assertThat(fact(explain("released", name, mailbox), "history")).contains("released by its owner before ");
        JsonNode box = explain("lacking", "--mailbox", mailbox);
        assertThat(box.path("sentence").asText()).isEqualTo("The mailbox of " + owner
                + " holds 39 of 40 contacts that it should hold.");
        assertThat(box.path("groups").toString())
                .contains(
                        "\"count\":1,\"text\":\"were released by the owner: the category was taken off\",\"first\":[\""
                                + name);
        assertThat(explain("there", name).path("notes").toString())
                .contains("in 1 of these mailboxes the owner took the category off some contact");
    }

    @Test
    void deletedByItsOwnerAndNotYetBack() {
        sync();
        Map.Entry<String, JsonNode> one = any();
        tenant.deleteContact(mailbox, one.getKey());
        assertThat(sentence("deleted-by-owner", name(one.getValue()), mailbox))
                .contains(owner + " (or a phone) deleted the contact; it comes back with the next run");
        bench.json();
        bench.letPass(SETTLED);
        explain("there", name(one.getValue()), mailbox);
    }

    @Test
    void deletedByItsOwnerSoonAfterARunThatSawIt() {
        assertThat(bench.json().exit()).isZero();
        bench.letPass(Duration.ofMinutes(1));
        assertThat(bench.json().exit()).isZero();
        Map.Entry<String, JsonNode> early = any();
        tenant.deleteContact(mailbox, early.getKey());
        JsonNode waits = explain("deleted-by-owner", name(early.getValue()), mailbox);
        assertThat(waits.path("sentence").asText())
                .contains("it comes back with the next run once the settle time is over, at ");
        bench.json();
        assertThat(managed()).as("as said, the next run waits").hasSize(39);
    }

    @Test
    void deletedByItsOwnerOnceARunHasSeenEveryRecentCreate() {
        assertThat(bench.json().exit()).isZero();
        bench.letPass(Duration.ofMinutes(5));
        assertThat(bench.json().exit()).isZero();
        Map.Entry<String, JsonNode> one = any();
        tenant.deleteContact(mailbox, one.getKey());
        assertThat(sentence("deleted-by-owner", name(one.getValue()), mailbox))
                .endsWith("deleted the contact; it comes back with the next run.");
        bench.json();
        assertThat(managed()).as("as said, the next run creates it").hasSize(40);
    }

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
    void anotherInstallationsContact() {
        sync();
        Map.Entry<String, JsonNode> one = any();
        tenant.changeContact(mailbox, one.getKey(), "{\"singleValueExtendedProperties\":[{\"id\":\""
                + HiddenProperties.KEY + "\",\"value\":\""
                + key(one.getValue()).replace("|main|", "|old|") + "\"}]}");
        JsonNode answer = explain("other-instance", name(one.getValue()), mailbox);
        assertThat(answer.path("sentence").asText()).contains("another installation (old) keeps the contact there");
        assertThat(answer.path("next").toString()).contains("adopt --instance");
    }

    @Test
    void twiceInAFolderAndOutOfDate() {
        sync();
        bench.expect(Rule.KEY_TWICE); // the owner made a copy and changed it
        Map.Entry<String, JsonNode> one = any();
        tenant.changeContact(mailbox, tenant.copyContact(mailbox, one.getKey()), "{\"personalNotes\":\"met in May\"}");
        assertThat(sentence("twice", name(one.getValue()), mailbox)).contains("stands there 2 times");
        Map.Entry<String, JsonNode> moved = managed().entrySet().stream()
                .filter(each -> !name(each.getValue()).equals(name(one.getValue()))).findFirst().orElseThrow();
        tenant.moveContact(mailbox, moved.getKey(), tenant.mailbox(mailbox).addFolder("Friends").id());
        assertThat(sentence("in-folder", key(moved.getValue()).substring("v1|main|".length()), mailbox))
                .contains("phones see the default folder only");
        String changed = managed().values().stream().map(ExplainMailboxTest::name)
                .filter(name -> !name.equals(name(one.getValue())) && !name.equals(name(moved.getValue())))
                .findFirst().orElseThrow();
        tenant.changeContact(central, centralId(changed), "{\"jobTitle\":\"Chair\"}");
        assertThat(bench.json("--dry-run").exit()).isZero();
        assertThat(sentence("outdated", changed, mailbox))
                .contains("with values of before; the next run brings it up to date");
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
                .contains("the mailbox cannot be read: ", "403");
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
