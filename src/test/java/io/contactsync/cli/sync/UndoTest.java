package io.contactsync.cli.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contactsync.cli.SyncBench;
import io.contactsync.cli.SyncBench.Result;
import io.contactsync.contact.HiddenProperties;
import io.contactsync.run.ExitCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A run is undone: mailboxes hold what they held before, but for what people have touched since. */
class UndoTest extends PlannedTenant {

    private static final Duration SETTLED = Duration.ofMinutes(16);

    /** All that is seen of a mailbox's managed contacts, by their keys. */
    private Map<String, JsonNode> seen(String mailbox) {
        Map<String, JsonNode> seen = new TreeMap<>();
        bench.sandbox().tenant().snapshot(mailbox).forEach((id, json) -> {
            ObjectNode contact = (ObjectNode) SyncBench.parse(new String(json, StandardCharsets.UTF_8));
            String key = OwnedMailbox.key(contact);
            if (!key.isEmpty()) {
                seen.put(key, contact.without(List.of("id", "changeKey", "createdDateTime", "lastModifiedDateTime",
                        "@odata.etag")));
            }
        });
        return seen;
    }

    private List<Map<String, JsonNode>> seen() {
        return targets.subList(0, 4).stream().map(this::seen).toList();
    }

    private String contact(String mailbox, String name) {
        return bench.sandbox().tenant().snapshot(mailbox).entrySet().stream()
                .filter(each -> SyncBench.parse(new String(each.getValue(), StandardCharsets.UTF_8))
                        .path("displayName").asText().equals(name))
                .findFirst().orElseThrow().getKey();
    }

    private Result undo(String... more) {
        List<String> all = new ArrayList<>(List.of("--yes", "--json"));
        all.addAll(0, List.of(more));
        return bench.command("undo", all.toArray(String[]::new));
    }

    private void change() {
        bench.letPass(SETTLED);
        phone("Ann Apply", "+1 202-224-3333");
        delete("Bob Apply");
        add("Cleo Apply", "+1 202-224-4444");
        assertThat(bench.json().changes()).containsExactly(4, 4, 4);
    }

    @Test
    void aRunIsUndoneAndTheUndoToo() {
        List<Map<String, JsonNode>> before = seen();
        change();
        List<Map<String, JsonNode>> after = seen();
        bench.letPass(SETTLED);
        Result undo = undo("latest");
        assertThat(undo.exit()).as(undo.err() + undo.out()).isZero();
        assertThat(undo.changes()).containsExactly(4, 4, 4);
        assertThat(seen()).isEqualTo(before);
        bench.letPass(SETTLED);
        assertThat(bench.json("--dry-run").exit()).as("deletions that were undone wait for a person")
                .isEqualTo(ExitCode.HELD);
        assertThat(bench.report().totals().tally().deleted()).isZero();
        Result again = undo("latest");
        assertThat(again.changes()).as(again.err() + again.out()).containsExactly(4, 4, 4);
        assertThat(seen()).isEqualTo(after);
    }

    @Test
    void whatPeopleTouchedSinceStaysAndIsNamed() {
        change();
        bench.letPass(SETTLED);
        String first = targets.get(0);
        for (String name : List.of("Ann Apply", "Cleo Apply")) {
            bench.sandbox().tenant().changeContact(first, bench.byOwner(contact(first, name)),
                    "{\"mobilePhone\":\"+49 30 1\"}");
        }
        String second = targets.get(1);
        bench.sandbox().tenant().changeContact(second, bench.byOwner(contact(second, "Cleo Apply")),
                "{\"spouseName\":\"Kim\"}");
        Map<String, JsonNode> theirs = seen(first);
        Result undo = undo("latest");
        assertThat(undo.exit()).as(undo.err()).isEqualTo(ExitCode.PARTLY);
        assertThat(undo.changes()).containsExactly(4, 3, 2);
        Map<String, JsonNode> now = seen(first);
        theirs.forEach((key, contact) -> assertThat(now.get(key)).isEqualTo(contact));
        assertThat(undo.json().path("spared")).hasSize(3);
        assertThat(bench.report().spared()).extracting(spared -> spared.name() + ": " + spared.reason() + " "
                + spared.fields() + " " + spared.reach().text()).containsExactly(
                        "Ann Apply: changed since by its owner [mobilePhone] 0",
                        "Cleo Apply: changed since by its owner [mobilePhone] 0",
                        "Cleo Apply: changed since by its owner [spouseName] 1");
    }

    @Test
    void aDryRunShowsItAndWritesNothing() {
        change();
        long writes = bench.writes();
        Result shown = bench.command("undo", "latest", "--dry-run");
        assertThat(shown.exit()).as(shown.err()).isZero();
        assertThat(bench.writes()).isEqualTo(writes);
        assertThat(shown.out()).contains("+ 1 person comes back", "- 1 person goes again",
                "~ 1 person goes back to what it was", "+1 202-224-3333 → +1 202-224-1111",
                "next: deletions of graph-contacts wait for a person in it");
    }

    @Test
    void onlyThatMailboxAndThatPerson() {
        change();
        bench.letPass(SETTLED);
        Result undo = undo("latest", "--mailbox", targets.get(2), "--person", "Ann Apply");
        assertThat(undo.changes()).as(undo.err()).containsExactly(0, 1, 0);
        assertThat(undo.number("/mailboxes/total")).isEqualTo(1);
    }

    @Test
    void whatCannotBeUndoneIsSaid() throws IOException {
        change();
        bench.letPass(SETTLED);
        assertThat(undo("20200101").sentences()).singleElement().asString().contains("there is no run or plan");
        assertThat(bench.json("--dry-run").exit()).isZero();
        assertThat(undo(bench.latest().getFileName().toString()).sentences()).singleElement().asString()
                .contains("was a plan and changed nothing");
        try (Stream<Path> images = Files.list(bench.data().resolve("state/images"))) {
            for (Path image : images.collect(Collectors.toList())) {
                Files.delete(image);
            }
        }
        Result undo = undo("latest");
        assertThat(undo.exit()).isEqualTo(ExitCode.PARTLY);
        assertThat(undo.changes()).containsExactly(0, 0, 0);
        assertThat(bench.report().spared()).hasSize(3)
                .allMatch(spared -> spared.reason().equals("what it held is not kept any more"));
    }

    @Test
    void whatTheOwnerHadChangedBeforeTheRunComesBackToo() {
        bench.letPass(SETTLED);
        assertThat(bench.json().changes()).containsExactly(0, 0, 0);
        String first = targets.get(0);
        for (String name : List.of("Ann Apply", "Bob Apply")) {
            bench.sandbox().tenant().changeContact(first, bench.byOwner(contact(first, name)),
                    "{\"jobTitle\":\"My neighbour\"}");
        }
        List<Map<String, JsonNode>> before = seen();
        change();
        bench.letPass(SETTLED);
        Result undo = undo("latest");
        assertThat(undo.changes()).as(undo.err() + undo.out()).containsExactly(4, 4, 4);
        assertThat(seen()).isEqualTo(before);
    }

    /** Journal reasons of what the next run creates. */
    private List<String> made() {
        Result result = bench.json();
        assertThat(result.exit()).as(result.err()).isZero();
        return bench.journal("intent").stream().filter(line -> line.path("change").asText().equals("create"))
                .map(line -> line.path("reason").asText()).distinct().toList();
    }

    @Test
    void whatAnUndoDeletedIsNoOwnersDoing() {
        bench.with("drift.deleted-times", "1");
        bench.letPass(SETTLED);
        add("Cleo Apply", "+1 202-224-4444");
        phone("Ann Apply", "+1 202-224-3333");
        assertThat(bench.json().changes()).containsExactly(4, 4, 0);
        bench.letPass(SETTLED);
        assertThat(undo("latest").changes()).containsExactly(0, 4, 4);
        assertThat(made()).containsExactly("new");
        assertThat(bench.journal("intent")).as("four are made again, four are written again").hasSize(8)
                .noneMatch(line -> line.path("reason").asText().equals("drifted"));
        assertThat(bench.report().totals().tally().created()).isEqualTo(4);
    }

    @Test
    void aCopyThatItsOwnerGotIsNotTakenBack() {
        bench.letPass(SETTLED);
        String first = targets.get(0);
        String copy = bench.sandbox().tenant().copyContact(first, contact(first, "Ann Apply"));
        bench.sandbox().tenant().changeContact(first, bench.byOwner(copy), "{\"personalNotes\":\"met in May\"}");
        assertThat(bench.json().changes()).as("it is its owner's now").containsExactly(0, 1, 0);
        long writes = bench.writes();
        Result undo = undo("latest");
        assertThat(undo.exit()).as(undo.err()).isZero();
        assertThat(undo.err()).contains("changed nothing that an undo takes back");
        assertThat(bench.writes()).isEqualTo(writes);
    }
}
