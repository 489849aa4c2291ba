package io.contactsync.cli.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.cli.SyncBench;
import io.contactsync.cli.SyncBench.Result;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A data folder that is lost, cut off in mid-run or damaged, while mailboxes do not list yet what it knew. */
class LostFolderTest extends SmallTenant {

    private Result state(String... arguments) {
        List<String> line = new ArrayList<>(List.of("state"));
        line.addAll(List.of(arguments));
        line.addAll(List.of("--set", "sync.data=" + bench.data()));
        return SyncBench.run(line.toArray(String[]::new));
    }

    @Test
    void aLostJournalWithLateListsDoublesNothing() {
        assertThat(bench.json().number("/changes/created")).isEqualTo(ALL);
        bench.loseData();
        lateLists();
        Result careful = bench.sync();
        assertThat(careful.exit()).isEqualTo(3);
        assertThat(bench.journal("intent")).extracting(line -> line.path("change").asText()).containsOnly("category");
        assertThat(bench.journal("waits")).hasSize(5).allMatch(line -> line.path("create").asInt() == CONTACTS);
        assertThat(problems()).anyMatch(problem -> problem
                .matches("5 mailboxes were written before by an installation whose data folder is not here: "
                + "contacts there may not be listed yet, so nothing was created; run again after \\d\\d:\\d\\d UTC"));
        bench.json();
        assertThat(bench.journal("intent").stream().filter(line -> line.path("change").asText().equals("create")))
                .as("still young").isEmpty();
        bench.sandbox().faults().clear();
        bench.letPass(SETTLED);
        Result grown = bench.json();
        assertThat(grown.exit()).isZero();
        assertThat(grown.number("/changes/created")).isZero();
        complete();
    }

    @Test
    void aCategoryThatSomebodyElseMadeCostsASettleTimeAndNoMore() {
        bench.sandbox().faults().when(request -> request.target().contains("masterCategories")).times(10).refuse(409);
        assertThat(bench.json().exit()).isEqualTo(3);
        assertThat(bench.journal("waits")).hasSize(5);
        bench.letPass(SETTLED);
        Result grown = bench.json();
        assertThat(grown.exit()).isZero();
        assertThat(grown.number("/changes/created")).isEqualTo(ALL);
        complete();
    }

    @Test
    void aCategoryThatGraphWantsLaterIsAskedForAgain() {
        bench.sandbox().faults().when(request -> request.target().contains("masterCategories")).times(3).refuse(429, 1);
        Result run = bench.json();
        assertThat(run.exit()).isZero();
        assertThat(run.number("/changes/created")).isEqualTo(ALL);
        assertThat(bench.journal("intent").stream().filter(line -> line.path("change").asText().equals("category")))
                .as("each of them is in the journal").hasSize(5 + 3);
        complete();
    }

    @Test
    void aFolderThatPutTheCategoryThereItselfNeedNotWait() {
        bench.sandbox().faults().whenInBatch("POST").times(ALL).refuse(400, "ErrorInvalidProperty", "no");
        assertThat(bench.json().number("/changes/created")).isZero();
        assertThat(bench.json().number("/changes/created")).isEqualTo(ALL);
        complete();
    }

    @Test
    void journalsThatWereRemovedMakeTheFolderYoungAgain() throws IOException {
        assertThat(bench.json().number("/changes/created")).isEqualTo(ALL);
        bench.letPass(SETTLED);
        delete(bench.data().resolve("runs"));
        lateLists();
        assertThat(bench.json().exit()).isEqualTo(3);
        assertThat(bench.journal("waits")).hasSize(5);
        bench.sandbox().faults().clear();
        complete();
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private List<String> problems() {
        List<String> problems = new ArrayList<>();
        bench.journal("run-end").get(0).path("problems").forEach(problem -> problems.add(problem.asText()));
        return problems;
    }

    @Test
    void aFolderRemovedInMidRunStopsTheWrites() {
        AtomicInteger batches = new AtomicInteger();
        bench.with("sync.mailboxes-in-flight", "1").sandbox().faults().when(request -> {
            if (request.isBatch() && batches.incrementAndGet() == 3) {
                bench.loseData();
            }
            return false;
        }).drop();
        Result result = bench.sync();
        assertThat(result.exit()).isEqualTo(1);
        assertThat(batches).as("not one batch after the sync that noticed it").hasValue(3);
        assertThat(result.out() + result.err()).contains("it was removed or moved while the run was under way");
    }

    @Test
    void aJournalOrALockPutInThePlaceOfTheRunsOwnStopsTheWrites() {
        for (String name : List.of("lock", "runs")) {
            AtomicInteger batches = new AtomicInteger();
            bench.with("sync.mailboxes-in-flight", "1").with("sync.data", temp.resolve("of-" + name).toString());
            bench.sandbox().faults().when(request -> {
                if (request.isBatch() && batches.incrementAndGet() == 1) {
                    replace(temp.resolve("of-" + name), name);
                }
                return false;
            }).drop();
            Result result = bench.sync();
            assertThat(result.exit()).as(name).isEqualTo(1);
            assertThat(batches).as(name).hasValue(1);
            assertThat(result.out() + result.err()).as(name).contains("another file has taken its place");
            bench.sandbox().faults().clear();
            bench.letPass(SETTLED);
        }
    }

    private static void replace(Path data, String name) {
        try {
            Path file = name.equals("lock") ? data.resolve(name) : journal(data);
            Path copy = Files.copy(file, file.resolveSibling("copy"));
            Files.move(copy, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static Path journal(Path data) throws IOException {
        try (var runs = Files.list(data.resolve("runs"))) {
            return runs.findFirst().orElseThrow().resolve("journal.jsonl");
        }
    }

    @Test
    void aDamagedStateFileCostsItsDeletionsAndNothingElse() throws IOException {
        assertThat(bench.json().exit()).isZero();
        Path file = bench.data().resolve("state").resolve("sources").resolve("graph-contacts.keys");
        Files.write(file, new byte[] {'h', ' ', (byte) 0xC3, '\n'});
        String central = bench.sandbox().address().centralMailbox();
        bench.sandbox().tenant().createContact(central, "{\"displayName\":\"Ann Other\"}");
        bench.sandbox().tenant().deleteContact(central,
                bench.sandbox().tenant().snapshot(central).keySet().iterator().next());
        Result damaged = bench.json();
        assertThat(damaged.exit()).as("deletions wait").isEqualTo(4);
        assertThat(damaged.number("/changes/created")).isEqualTo(5);
        assertThat(damaged.number("/changes/deleted")).isZero();
        assertThat(problems())
                .anyMatch(problem -> problem.contains("graph-contacts.keys' is damaged in line 1, which is not UTF-8")
                && problem.contains("contact-sync state forget graph-contacts"));
        assertThat(damaged.err()).doesNotContain("MalformedInputException", "\tat ");
    }

    @Test
    void aDamagedStateFileIsWrittenAfreshOrForgottenByACommand() throws IOException {
        assertThat(bench.json().exit()).isZero();
        Path file = bench.data().resolve("state").resolve("sources").resolve("graph-contacts.keys");
        Files.write(file, new byte[0]);
        assertThat(bench.json().exit()).isEqualTo(3);
        assertThat(bench.json().exit()).as("nothing was waiting: it is written afresh").isZero();
        Files.delete(file);
        Files.createDirectory(file);
        assertThat(bench.json().exit()).isEqualTo(3);
        assertThat(bench.json().exit()).as("a folder is in its place").isEqualTo(3);
        assertThat(state("show").out()).contains("graph-contacts", "is a folder");
        Result unknown = state("forget", "grph-contacts");
        assertThat(unknown.exit()).isEqualTo(2);
        assertThat(unknown.sentences()).singleElement().asString()
                .contains("no source 'grph-contacts' is remembered - remembered are: graph-contacts");
        assertThat(state("forget", "graph-contacts").exit()).isZero();
        assertThat(bench.json().exit()).isZero();
        assertThat(state("show").out()).contains("graph-contacts", "40 contacts");
    }

    @Test
    void aDamagedJournalStopsRunsUntilTheStateIsRebuilt() throws IOException {
        assertThat(bench.json().number("/changes/created")).isEqualTo(ALL);
        Path journal = bench.journals().get(0);
        String run = journal.getParent().getFileName().toString();
        List<String> lines = Files.readAllLines(journal);
        lines.set(10, lines.get(10).replaceFirst("\"event\"", "\"evennt\""));
        Files.write(journal, lines);
        lateLists();
        Result refused = bench.sync();
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.out() + refused.err())
                .contains("is damaged in line 11", "'contact-sync state rebuild'")
                .doesNotContain("\tat ");
        Result aside = state("rebuild");
        assertThat(aside.exit()).isZero();
        assertThat(String.join(" ", aside.out().lines().map(String::strip).toList()))
                .contains(run, "is damaged in line 11", "nothing is created", "set-aside");
        assertThat(state("rebuild").out()).contains("nothing is damaged");
        Result careful = bench.json();
        assertThat(careful.exit()).isEqualTo(3);
        assertThat(careful.number("/changes/created")).isZero();
        assertThat(problems()).anyMatch(problem -> problem.startsWith("a journal was set aside"));
        bench.sandbox().faults().clear();
        bench.letPass(SETTLED);
        bench.sandbox().tenant().createContact(bench.sandbox().address().centralMailbox(),
                "{\"displayName\":\"Ann Other\"}");
        assertThat(bench.json().number("/changes/created")).as("and then all is as before").isEqualTo(5);
    }
}
