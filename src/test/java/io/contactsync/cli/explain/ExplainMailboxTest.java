package io.contactsync.cli.explain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.contactsync.contact.HiddenProperties;
import io.contactsync.sandbox.Finding.Rule;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * {@code explain} of what happens in a mailbox: each cause is brought about in the sandbox, and asked for by the
 * command line.
 */
class ExplainMailboxTest extends ExplainedMailbox {

    private static String fact(JsonNode answer, String about) {
        for (JsonNode fact : answer.path("facts")) {
            if (fact.path("about").asText().equals(about)) {
                return fact.path("text").asText();
            }
        }
        return "";
    }

    @Test
    void nothingIsWrongAndThenItIsThePhonesTurn() {
        sync();
        String name = name(any().getValue());
        JsonNode answer = explain("there", name, mailbox);
        assertThat(answer.path("sentence").asText()).isEqualTo(name + " in the mailbox of " + owner
                + ": the contact is there, and as it should be; if the phone does not show it, it is the phone's "
                + "turn.");
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
    void anotherInstallationsContact() {
        sync();
        Map.Entry<String, JsonNode> one = any();
        tenant.changeContact(mailbox, one.getKey(), "{\"singleValueExtendedProperties\":[{\"id\":\""
                + HiddenProperties.KEY + "\",\"value\":\""
                + key(one.getValue()).replace("|main|", "|old|") + "\"}]}");
        JsonNode answer = explain("other-instance", name(one.getValue()), mailbox);
        assertThat(answer.path("sentence").asText()).contains("another installation (old) keeps the contact there");
        assertThat(answer.path("next").toString()).contains("contact-sync adopt --instance old --dry-run");
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
}
