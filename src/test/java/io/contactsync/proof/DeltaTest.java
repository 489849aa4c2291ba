package io.contactsync.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.core.KnownDelta;
import io.contactsync.journal.DeltaMemory;
import io.contactsync.journal.GrammarCheck;
import io.contactsync.run.RunReport;
import io.contactsync.run.RunRequest;
import io.contactsync.sandbox.protocol.ServiceRequest;
import io.contactsync.sandbox.store.Tenant;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A run asks mailboxes as desired for their changes alone, and lists those of which these do not say all. */
@Timeout(120)
class DeltaTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final String LISTS = "lists ";
    private static final String ASKS = "asks ";
    private static final String OTHERS = "other ";
    private static final int MAILBOXES = 25;
    private static ProofBench bench;
    @TempDir
    static Path temp;
    private final List<String> calls = Collections.synchronizedList(new ArrayList<>());

    @BeforeAll
    static void start() throws IOException {
        bench = new ProofBench(temp, MAILBOXES, Duration.ofSeconds(20));
    }

    @AfterAll
    static void end() {
        bench.close();
    }

    /** The first run fills; the second begins the links, the third lists once more; all mailboxes are settled then. */
    @BeforeEach
    void settle() {
        bench.begin();
        bench.contacts(central()).keySet().forEach(id -> bench.sandbox().tenant().deleteContact(central(), id));
        customer("Ada");
        for (int run = 0; run < 3; run++) {
            RunReport report = bench.run();
            assertThat(report.exit()).as(report.toString()).isZero();
            PassingTime.ONE.pass(HOUR);
        }
    }

    private static String central() {
        return bench.sandbox().address().centralMailbox();
    }

    private static String customer(String name) {
        return bench.sandbox().tenant().createContact(central(), "{\"givenName\":\"" + name
                + "\",\"displayName\":\"" + name + " Other\",\"businessPhones\":[\"202-555-0101\"]}");
    }

    private RunReport run() {
        calls.clear();
        bench.sandbox().faults().when((ServiceRequest request) -> note(request.method() + " " + request.target()))
                .drop();
        RunReport report = bench.run();
        bench.sandbox().faults().clear();
        PassingTime.ONE.pass(HOUR);
        return report;
    }

    private boolean note(String call) {
        for (String mailbox : bench.targets()) {
            if (call.contains("/" + mailbox + "/")) {
                calls.add((call.contains("delta?") ? ASKS : call.contains("/contacts?") ? LISTS : OTHERS) + mailbox);
            }
        }
        return false;
    }

    private List<String> only(String what) {
        return calls.stream().filter(call -> call.startsWith(what)).map(call -> call.substring(what.length()))
                .sorted().toList();
    }

    private void assertListed(String... mailboxes) {
        assertThat(only(LISTS)).isEqualTo(List.of(mailboxes).stream().sorted().toList());
    }

    private void assertAllAsked() {
        assertThat(only(ASKS)).isEqualTo(bench.targets().stream().sorted().toList());
    }

    private RunReport quietRun() {
        RunReport report = run();
        assertThat(report.exit()).isZero();
        assertThat(report.totals().unchanged()).isEqualTo((long) MAILBOXES * MAILBOXES);
        return report;
    }

    private static String ours(String mailbox) {
        return bench.contacts(mailbox).entrySet().stream().filter(each -> ProofBench.MARKS.on(each.getValue()))
                .map(Map.Entry::getKey).findFirst().orElseThrow();
    }

    private static String journal(RunReport report) throws IOException {
        return Files.readString(bench.data().resolve("runs").resolve(report.id()).resolve("journal.jsonl"),
                StandardCharsets.UTF_8);
    }

    @Test
    void anUnchangedDayAsksEachMailboxOnceAndListsNone() throws IOException {
        long before = bench.sandbox().requests();
        RunReport report = quietRun();
        assertAllAsked();
        assertListed();
        assertThat(only(OTHERS)).isEmpty();
        assertThat(bench.sandbox().requests() - before).as("batches, questions, sources").isLessThan(MAILBOXES + 15);
        assertThat(journal(report).lines().filter(line -> line.contains("\"read\":\"delta\""))).hasSize(MAILBOXES);
        GrammarCheck.all(bench.data());
    }

    /** What a list shows may lag behind what its changes told: it is listed once more after that. */
    @ParameterizedTest
    @ValueSource(strings = {"edits", "deletes", "makes", "takes the category off"})
    void whatAnOwnerDoesCostsAListOfThatMailboxAlone(String deed) {
        String mailbox = bench.targets().get(7);
        act(mailbox, deed);
        RunReport report = run();
        assertAllAsked();
        assertListed(mailbox);
        assertThat(report.totals().tally().applied()).isEqualTo(deed.equals("edits") || deed.equals("deletes") ? 1 : 0);
        run();
        assertListed(mailbox);
        run();
        assertThat(only(LISTS)).isEqualTo(deed.startsWith("takes") ? List.of(mailbox) : List.of());
    }

    private static void act(String mailbox, String deed) {
        Tenant tenant = bench.sandbox().tenant();
        switch (deed) {
            case "edits" -> tenant.changeContact(mailbox, ours(mailbox), "{\"displayName\":\"Somebody\"}");
            case "deletes" -> tenant.deleteContact(mailbox, ours(mailbox));
            case "makes" -> tenant.createContact(mailbox, "{\"displayName\":\"Aunt Emma\"}");
            default -> tenant.changeContact(mailbox, ours(mailbox), "{\"categories\":[]}");
        }
    }

    @Test
    void whatTheRunBeforeWroteCostsNoList() {
        String bea = customer("Bea");
        assertThat(run().totals().tally().created()).isEqualTo(MAILBOXES);
        assertThat(only(ASKS)).isEmpty();
        assertThat(run().totals().unchanged()).isEqualTo((long) MAILBOXES * (MAILBOXES + 1));
        assertAllAsked();
        assertListed();
        bench.sandbox().tenant().deleteContact(central(), bea);
        assertThat(run().totals().tally().deleted()).isEqualTo(MAILBOXES);
        quietRun();
        assertAllAsked();
        assertListed();
    }

    @Test
    void aLinkThatIsGoneIsBegunAnew() {
        String mailbox = bench.targets().get(3);
        bench.sandbox().tenant().administration().expireDeltaTokens(mailbox);
        bench.sandbox().tenant().deleteContact(mailbox, ours(mailbox));
        assertThat(run().totals().tally().created()).isEqualTo(1);
        assertListed(mailbox);
        run();
        assertListed(mailbox);
        quietRun();
        assertAllAsked();
        assertListed();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no state"})
    void lostOrDamagedStateCostsLists(String content) throws IOException {
        Path state = bench.data().resolve("state/deltas");
        Files.delete(state);
        if (!content.isEmpty()) {
            Files.writeString(state, content);
        }
        quietRun();
        assertThat(only(ASKS)).isEmpty();
        assertThat(only(LISTS)).hasSize(MAILBOXES);
    }

    @Test
    void whatAnotherConfigurationLeftIsNotTrusted() {
        DeltaMemory memory = new DeltaMemory(bench.data());
        Map<String, KnownDelta> all = memory.read();
        all.replaceAll((mailbox, known) -> new KnownDelta(known.link(), "another", known.told(), known.listed(),
                known.until(), known.held(), known.deleted()));
        memory.write(all);
        quietRun();
        assertThat(only(ASKS)).isEmpty();
        assertThat(only(LISTS)).hasSize(MAILBOXES);
    }

    @Test
    void everyFewDaysAllIsListed() {
        PassingTime.ONE.pass(Duration.ofDays(3));
        quietRun();
        assertThat(only(ASKS)).isEmpty();
        assertThat(only(LISTS)).hasSize(MAILBOXES);
        quietRun();
        assertListed();
    }

    @ParameterizedTest
    @CsvSource({"503, 0", "404, 0", "429, 2", "500, 0"})
    void aMailboxThatIsNotAnsweredIsListedOnceItsWaitIsOver(int status, int seconds) {
        String mailbox = bench.targets().get(20);
        bench.sandbox().faults().when((ServiceRequest request) -> request.target().contains(mailbox)
                && request.target().contains("delta")).times(1).refuse(status, seconds);
        quietRun();
        assertListed(mailbox);
        assertThat(bench.sandbox().findings()).isEmpty();
        quietRun();
        assertListed();
    }

    @Test
    void aPlanAsksNoMailboxAndForgetsNothing() {
        bench.run(new RunRequest(true, Set.of()));
        quietRun();
        assertAllAsked();
        assertListed();
    }
}
