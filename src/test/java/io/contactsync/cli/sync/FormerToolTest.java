package io.contactsync.cli.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.contactsync.cli.GraphClient;
import io.contactsync.cli.SyncBench;
import io.contactsync.cli.SyncBench.Result;
import io.contactsync.contact.HiddenProperties;
import io.contactsync.core.HiddenKey;
import io.contactsync.sandbox.Finding.Rule;
import io.contactsync.sandbox.people.FormerTool;
import io.contactsync.sandbox.people.Population;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A former tool has left contacts in mailboxes: homonyms, without an address, edited, of people who left. */
class FormerToolTest {

    private static final int CONTACTS = Integer.getInteger("former.contacts", 100);
    private static final int MAILBOXES = Integer.getInteger("former.mailboxes", 3);

    @TempDir
    Path temp;
    private SyncBench bench;
    private GraphClient graph;
    private Set<String> targets;

    @BeforeEach
    void start() {
        bench = SyncBench.start(temp, Population.shipped().withGenerated(CONTACTS + 5, 2, 1).withFormerTool(CONTACTS))
                .with("sync.sources", "graph-users");
        graph = new GraphClient(bench.sandbox().address());
        targets = Set.copyOf(List.copyOf(new TreeSet<>(bench.targets(graph))).subList(0, MAILBOXES));
        bench.with("targets.from", "file").with("targets.file", temp.resolve("targets.txt").toString());
        write(temp.resolve("targets.txt"), String.join("\n", targets));
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    private Result adopt(String... more) {
        return bench.command("adopt", Stream.concat(Stream.of("--category",
                "administrator"), Arrays.stream(more)).toArray(String[]::new));
    }

    private JsonNode duplicates() {
        Result result = bench.command("duplicates", "--category", "Administrator", "--json");
        assertThat(result.exit()).as(result.err()).isZero();
        return SyncBench.parse(result.out());
    }

    private List<JsonNode> contacts(String mailbox) {
        String ids = "id eq '" + HiddenProperties.KEY + "' or id eq '" + FormerTool.PROPERTY + "'";
        return graph.list("/users/" + mailbox + "/contacts?$top=999&$expand="
                + URLEncoder.encode(HiddenProperties.MEMBER + "($filter=" + ids + ")", StandardCharsets.UTF_8)
                .replace("+", "%20"));
    }

    private static Map<String, String> hidden(JsonNode contact) {
        Map<String, String> values = new HashMap<>();
        contact.path(HiddenProperties.MEMBER).forEach(each -> values.put(each.path("id").asText(),
                each.path("value").asText()));
        return values;
    }

    /** Each adopted contact is whose it is in truth; how many are adopted. */
    private int adoptedRightly() {
        int adopted = 0;
        for (String mailbox : targets) {
            for (JsonNode contact : contacts(mailbox)) {
                HiddenKey key = HiddenKey.parse(hidden(contact).get(HiddenProperties.KEY));
                String truth = hidden(contact).get(FormerTool.PROPERTY);
                if (key != null && truth != null) {
                    assertThat(key.key().id()).as(contact.toString()).isEqualTo(truth);
                    assertThat(contact.path("categories").toString()).contains("Colleagues")
                            .doesNotContain(FormerTool.CATEGORY);
                    adopted++;
                }
            }
        }
        return adopted;
    }

    /** They are changed although they carry none of our marks: that was asked for. */
    private void expectTakeOver() {
        bench.expect(Rule.FOREIGN_CONTACT);
        targets.forEach(mailbox -> contacts(mailbox).stream()
                .filter(contact -> hidden(contact).containsKey(FormerTool.PROPERTY))
                .forEach(contact -> bench.byOwner(contact.path("id").asText())));
    }

    private Map<String, String> privateOnes() {
        Map<String, String> all = new TreeMap<>();
        targets.forEach(mailbox -> bench.sandbox().tenant().snapshot(mailbox).forEach((id, json) -> {
            String text = new String(json, StandardCharsets.UTF_8);
            if (!text.contains(FormerTool.PROPERTY) && !text.contains(HiddenProperties.KEY)) {
                all.put(mailbox + id, text.replaceFirst("\"createdDateTime\":\"[^\"]*\"", "")); // time passes
            }
        }));
        return all;
    }

    @Test
    void isShownFirstAndTakenOverOnceAndNothingStandsTwiceAfterwards() {
        Map<String, String> before = privateOnes();
        assertThat(before).isNotEmpty();
        Result shown = adopt("--dry-run", "--json");
        assertThat(shown.exit()).as(shown.err()).isZero();
        JsonNode found = SyncBench.parse(shown.out()).path("former");
        assertThat(found.path("certain").asInt()).isGreaterThan(CONTACTS * 85 / 100 * targets.size());
        assertThat(found.path("unmatched").asInt()).as("who left, and whose number nobody has")
                .isBetween(1, CONTACTS / 50 * targets.size());
        assertThat(bench.writes()).isZero();
        Result asked = adopt();
        assertThat(asked.exit()).isEqualTo(2);
        assertThat(asked.err()).contains("there is nobody to ask");
        assertThat(bench.writes()).isZero();
        expectTakeOver();
        Result done = adopt("--yes", "--json");
        assertThat(done.exit()).as(done.err()).isZero();
        assertThat(done.changes()).containsExactly(0, found.path("certain").asInt(), 0);
        assertThat(adoptedRightly()).isEqualTo(found.path("certain").asInt());
        Result first = bench.json();
        assertThat(first.exit()).as(first.err()).isZero();
        assertThat(duplicates().at("/former/certain").asInt()).isZero();
        assertThat(duplicates().at("/former/double").asInt() + duplicates().at("/former/ambiguous").asInt())
                .as("what is not certain stays, and now stands beside ours").isPositive();
        Result rest = adopt("--remove-rest", "--remove-ambiguous", "--yes", "--json");
        assertThat(rest.exit()).as(rest.err()).isZero();
        assertThat(rest.changes()).containsExactly(0, 0, CONTACTS * targets.size() - found.path("certain").asInt());
        JsonNode last = duplicates();
        assertThat(last.path("contacts")).isEmpty();
        assertThat(bench.json().changes()).containsExactly(0, 0, 0);
        assertThat(privateOnes()).isEqualTo(before);
    }

    @Test
    void whatWasEditedSinceItWasShownStaysAsItIs() {
        String mailbox = targets.iterator().next();
        assertThat(adopt("--dry-run", "--json", "--mailbox", mailbox).exit()).isZero();
        JsonNode edited = contacts(mailbox).stream().filter(each -> hidden(each).containsKey(FormerTool.PROPERTY)
                && each.path("emailAddresses").size() > 0).findFirst().orElseThrow();
        bench.sandbox().tenant().changeContact(mailbox, edited.path("id").asText(),
                "{\"personalNotes\":\"Call on Friday\"}");
        expectTakeOver();
        Result applied = bench.command("apply", "latest", "--yes", "--json");
        assertThat(applied.exit()).as(applied.err()).isEqualTo(3);
        JsonNode now = contacts(mailbox).stream().filter(each -> each.path("id").equals(edited.path("id"))).findFirst()
                .orElseThrow();
        assertThat(hidden(now)).doesNotContainKey(HiddenProperties.KEY);
        assertThat(now.path("categories").toString()).contains(FormerTool.CATEGORY);
        assertThat(adoptedRightly()).isGreaterThan(CONTACTS * 80 / 100);
    }

    @Test
    void anAdoptionIsNotTakenBackAndNobodysDoing() {
        bench.with("drift.deleted-times", "1");
        expectTakeOver();
        Result adopted = adopt("--remove-rest", "--yes", "--json");
        assertThat(adopted.exit()).as(adopted.err()).isZero();
        int ours = adopted.changes().get(1);
        assertThat(ours).isPositive();
        long writes = bench.writes();
        Result undo = bench.command("undo", "latest", "--yes");
        assertThat(undo.exit()).as(undo.err()).isZero();
        assertThat(undo.err()).contains("changed nothing that an undo takes back");
        assertThat(bench.writes()).isEqualTo(writes);
        assertThat(adoptedRightly()).isEqualTo(ours);
        Result next = bench.json();
        assertThat(next.exit()).as("nothing has to settle: %s", next.err()).isZero();
        assertThat(bench.journal("intent")).extracting(line -> line.path("reason").asText()).containsOnly("new");
        assertThat(bench.json().changes()).containsExactly(0, 0, 0);
    }
}
