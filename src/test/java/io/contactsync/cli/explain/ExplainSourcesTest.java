package io.contactsync.cli.explain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.contactsync.cli.GraphClient;
import io.contactsync.cli.SyncBench;
import io.contactsync.cli.SyncBench.Result;
import io.contactsync.sandbox.store.Tenant;
import io.contactsync.sandbox.store.User;
import io.contactsync.sandbox.store.UserAttribute;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code explain} of what happens in a source: who is left out, refused, or not named any more. */
class ExplainSourcesTest {

    @TempDir
    Path temp;
    private SyncBench bench;
    private Tenant tenant;
    private String mailbox;

    @BeforeEach
    void start() {
        bench = SyncBench.start(temp).with("sync.sources", "graph-users");
        tenant = bench.sandbox().tenant();
        mailbox = bench.targets(new GraphClient(bench.sandbox().address())).iterator().next();
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    private Result ask(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--json");
        return bench.command("explain", all.toArray(String[]::new));
    }

    private JsonNode explain(String why, String... arguments) {
        Result result = ask(arguments);
        assertThat(result.exit()).as(result.out() + result.err()).isZero();
        assertThat(result.json().path("why").asText()).as(result.out()).isEqualTo(why);
        return result.json();
    }

    private static String sentence(JsonNode answer) {
        return answer.path("sentence").asText();
    }

    @Test
    void whoIsLeftOutOrGoneAndWhy() throws IOException {
        String group = bench.sandbox().excludedGroup();
        User member = bench.colleagues().stream().filter(user -> tenant.members(tenant.group(group).orElseThrow(), true)
                .stream()
                .anyMatch(each -> each.id().equals(user.id()))).findFirst().orElseThrow();
        String letter = member.displayName().substring(0, 1);
        bench.with("source.graph-users.filter", "startsWith(displayName,'" + letter + "')");
        List<User> others = bench.colleagues().stream().filter(user -> user.displayName().startsWith(letter)
                && !user.id().equals(mailbox)
                && tenant.members(tenant.group(group).orElseThrow(), true).stream()
                .noneMatch(each -> each.id().equals(user.id()))).limit(5).toList();
        assertThat(bench.json().exit()).isZero();

        User byProperty = others.get(0);
        User byFile = others.get(1);
        User disabled = others.get(2);
        User unlicensed = others.get(3);
        Path file = Files.writeString(temp.resolve("out.txt"), byFile.id() + "\n");
        tenant.put(disabled.with(UserAttribute.ACCOUNT_ENABLED, false));
        tenant.put(unlicensed.with(UserAttribute.ASSIGNED_LICENSES, List.of()));
        bench.with("source.graph-users.filter",
                "accountEnabled eq true and userType eq 'Member' and assignedLicenses/$count ne 0 and "
                        + "startsWith(displayName,'"
                        + letter + "')");
        bench.with("source.graph-users.exclude-properties", "\"displayName=" + byProperty.displayName() + "\"")
                .with("source.graph-users.exclude-groups", group)
                .with("source.graph-users.exclude-file", file.toString()).with("guard.vanished-percent", "100")
                .with("guard.deletes-percent", "100");
        assertThat(bench.json().exit()).isZero();

        JsonNode property = explain("excluded", byProperty.displayName(), mailbox);
        assertThat(sentence(property)).endsWith("not on the phone, because graph-users leaves them out (displayName="
                + byProperty.displayName() + ").");
        assertThat(property.path("next").toString()).contains("source.graph-users.exclude-properties");
        assertThat(sentence(explain("excluded", member.displayName(), mailbox))).contains("(group " + group + ")");
        JsonNode byId = explain("excluded", byFile.id(), mailbox, "--offline");
        assertThat(sentence(byId)).contains("(file " + file + ")");
        assertThat(byId.path("facts").toString()).contains("deleted ");
        assertThat(sentence(explain("disabled", disabled.displayName(), mailbox)))
                .contains("because their account is disabled");
        assertThat(sentence(explain("no-licence", unlicensed.displayName(), mailbox)))
                .contains("because they have no licence");
        assertThat(sentence(explain("not-named", unlicensed.displayName(), mailbox, "--offline")))
                .contains("graph-users does not name them any more; it did last on ");
        assertThat(sentence(explain("nowhere", disabled.displayName())))
                .endsWith(
                        " is in 0 of 5 mailboxes: graph-users does not name them any more - the account is disabled.");
    }

    @Test
    void whomOnlyTheDirectoryKnowsIsLookedUpThere() {
        bench.with("source.graph-users.filter", "startsWith(displayName,'J')");
        assertThat(bench.json().exit()).isZero();
        User guest = tenant.users().stream().filter(user -> !user.member()).findFirst().orElse(null);
        User other = bench.colleagues().stream().filter(user -> !user.displayName().startsWith("J")).findFirst()
                .orElseThrow();
        JsonNode unnamed = explain("not-named", other.userPrincipalName(), mailbox);
        assertThat(unnamed.path("facts").toString())
                .contains("graph-users does not name them; in the directory: enabled, licensed");
        if (guest != null) {
            assertThat(sentence(explain("guest", guest.id(), mailbox))).contains("they are a guest");
        }
        Result nobody = ask("nobody@congress.example", mailbox);
        assertThat(nobody.exit()).isEqualTo(2);
        assertThat(nobody.json().path("sentence").asText())
                .contains(
                        "no source names, leaves out or named 'nobody@congress.example', and the directory knows no "
                                + "such user");
        User own = bench.colleagues().stream().filter(user -> user.displayName().startsWith("J") && tenant.mailboxes()
                .contains(user.id())).findFirst().orElse(null);
        if (own != null) {
            assertThat(sentence(explain("own-card", own.id(), own.id())))
                    .contains("nobody gets their own card (sync.own-card)");
        }
    }

    @Test
    void aRowThatIsRefusedIsToldWithItsPlace() throws IOException {
        Path folder = Files.createDirectories(bench.data().resolve("inbox"));
        bench.with("sync.sources", "supplier-csv").with("source.supplier-csv.folder", folder.toString());
        List<String> rows =
                Files.readAllLines(
                        Path.of("src/sandbox/resources/io/contactsync/sandbox/people/us-congress-district-offices.csv"))
                .subList(0, 4);
        String id = rows.get(2).split(",")[0];
        Files.write(folder.resolve("offices.csv"), Stream.concat(rows.stream()
                .map(row -> row.replace(id, "x".repeat(200))), Stream.of()).toList());
        assertThat(bench.json().exit()).isEqualTo(3);
        JsonNode reading = SyncBench.parse(Files.readAllLines(bench.data().resolve("state/readings/supplier-csv.jsonl"))
                .stream()
                .filter(line -> line.contains("\"reason\"")).findFirst().orElseThrow());
        JsonNode answer = explain("refused", reading.path("name").asText(), mailbox, "--offline");
        assertThat(sentence(answer))
                .contains(
                        "their row in supplier-csv cannot be read: offices.csv, line 3: a contact's id must have 1 to "
                                + "190 characters");
        assertThat(answer.path("next").toString()).contains("mend it in the source");
        explain("refused", "offices.csv, line 3", mailbox);
    }
}
