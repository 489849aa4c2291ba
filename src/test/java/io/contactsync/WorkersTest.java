package io.contactsync;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.cli.Above;
import io.contactsync.journal.Ageing;
import io.contactsync.journal.GrammarCheck;
import io.contactsync.journal.Journal;
import io.contactsync.run.ExitCode;
import io.contactsync.run.RunReport;
import io.contactsync.sandbox.Sandbox;
import io.contactsync.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A coordinator and its workers, each a Camel of its own, over a broker of their own. */
@Timeout(120)
class WorkersTest {

    private static final int MAILBOXES = 6;
    private static final int CONTACTS = 40;

    private static final String LOST = """
                              - bean:
                                  ref: contact-sync-lost
                                  method: pass
                """;

    @TempDir
    Path temp;
    private Sandbox sandbox;
    private EmbeddedBroker broker;

    @BeforeEach
    void start() throws Exception {
        sandbox = Sandbox.start(SandboxOptions.defaults().withMailboxes(MAILBOXES));
        broker = EmbeddedBroker.start();
    }

    @AfterEach
    void stop() throws Exception {
        broker.close();
        sandbox.close();
        try (Stream<Path> machines = Files.list(temp)) {
            machines.map(machine -> machine.resolve("data")).filter(Files::exists).forEach(GrammarCheck::all);
        }
    }

    /** @param role what it does: coordinates, or works */
    private RoutesUnderTest machine(String name, String role) throws Exception {
        return broker.machine(new RoutesUnderTest(Files.createDirectory(temp.resolve(name)))
                .with(sandbox.address()).with("sync.sources", "graph-contacts")
                .with("source.graph-contacts.region", "US").with("targets.from", "group")
                .with("targets.group", sandbox.address().targetGroup())
                .with("workers.name", name).with("sync.data", temp.resolve(name + "/data").toString()), role);
    }

    private String journals(String machine) throws IOException {
        Path runs = temp.resolve(machine + "/data/runs");
        if (!Files.exists(runs)) {
            return "";
        }
        try (Stream<Path> files = Files.walk(runs)) {
            return files.filter(file -> file.toString().endsWith(".jsonl")).map(WorkersTest::text)
                    .collect(Collectors.joining());
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static long count(String text, String pattern) {
        return Pattern.compile(pattern).matcher(text).results().count();
    }

    @Test
    void twoWorkersDoAllOfItWhateverOffersAreDoubledAndTheNextRunHasNothingToDo() throws Exception {
        try (RoutesUnderTest coordinator = machine("coordinator", "coordinates")
                .change("workers/offer-mailbox.camel.yaml", "isToBeOffered", "isUnderWay");
                RoutesUnderTest one = machine("one", "works"); RoutesUnderTest two = machine("two", "works")) {
            coordinator.start();
            one.start();
            two.start();
            RunReport first = coordinator.sync();
            assertThat(first.exit()).as(first.toString()).isZero();
            assertThat(first.totals().tally().created()).isEqualTo(MAILBOXES * CONTACTS);
            assertThat(first.requests()).as("those of workers too").isGreaterThan(MAILBOXES * CONTACTS);
            assertThat(Above.ours(sandbox)).hasSize(MAILBOXES).allMatch(contacts -> contacts == CONTACTS);
            RunReport second = coordinator.sync();
            assertThat(second.exit()).as(second.toString()).isZero();
            assertThat(second.totals().unchanged()).isEqualTo(MAILBOXES * CONTACTS);
            assertThat(second.totals().tally().created()).isZero();
        }
        String all = journals("coordinator");
        assertThat(count(all, "\"event\":\"handed\"")).isEqualTo(2 * MAILBOXES);
        assertThat(count(all, "\"event\":\"returned\"")).isEqualTo(2 * MAILBOXES);
        assertThat(count(all, "\"event\":\"intent\".*\"key\".*\"worker\":\"(one|two)\""))
                .isEqualTo((long) MAILBOXES * CONTACTS);
        assertThat(count(journals("one") + journals("two"), "\"event\":\"intent\".*\"key\""))
                .isEqualTo((long) MAILBOXES * CONTACTS);
    }

    /** It takes mailboxes and is not heard of again. */
    private RoutesUnderTest silent(String from, String to) throws Exception {
        return machine("silent", "works")
                .change("workers/write-letters.camel.yaml", "\"{{contact-sync.workers.works:false}}\"", "\"false\"")
                .change("workers/take-mailbox.camel.yaml", from, to);
    }

    private RoutesUnderTest alone(String name) throws Exception {
        return new RoutesUnderTest(Files.createDirectory(temp.resolve(name))).with(sandbox.address())
                .with("sync.sources", "graph-contacts").with("source.graph-contacts.region", "US")
                .with("targets.from", "group").with("targets.group", sandbox.address().targetGroup())
                .with("sync.data", temp.resolve("coordinator/data").toString()).start();
    }

    private void lose(RoutesUnderTest worker) throws Exception {
        try (RoutesUnderTest coordinator = EmbeddedBroker.hasty(machine("coordinator", "coordinates"));
                worker) {
            coordinator.start();
            worker.start();
            RunReport first = coordinator.sync();
            assertThat(first.totals().failed()).isEqualTo(MAILBOXES);
            assertThat(first.causes().toString()).contains("unclear: the worker silent was not heard any more");
        }
        assertThat(journals("coordinator")).doesNotContain("\"event\":\"returned\"");
    }

    /** As if the coordinator's journals had been written so much earlier. */
    private void pass(Duration time) throws IOException {
        Path data = temp.resolve("coordinator/data");
        try (Stream<Path> runs = Files.list(data.resolve("runs"))) {
            Ageing.of(data, runs.map(run -> run.resolve(Journal.FILE)).filter(Files::exists).toList(), time);
        }
    }

    @Test
    void whatALostWorkerHadNotBegunSettlesBeforeTheNextRunCreatesThere() throws Exception {
        lose(silent("direct:contact-sync-do-mailbox", "log:silent?level=OFF"));
        assertThat(Above.ours(sandbox)).allMatch(contacts -> contacts == 0);
        try (RoutesUnderTest alone = alone("alone")) {
            RunReport second = alone.sync();
            assertThat(second.totals().waits()).as("the worker may still be there").isEqualTo(MAILBOXES);
            assertThat(second.exit()).isEqualTo(ExitCode.PARTLY);
            assertThat(second.causes().toString()).containsPattern("not known to be through: not before .{16} UTC");
            pass(Duration.ofMinutes(6));
            RunReport third = alone.sync();
            assertThat(third.totals().tally().created()).isZero();
            assertThat(third.totals().waits()).as(third.toString()).isEqualTo(MAILBOXES);
            pass(Duration.ofMinutes(15));
            RunReport fourth = alone.sync();
            assertThat(fourth.totals().tally().created()).as(fourth.toString()).isEqualTo(MAILBOXES * CONTACTS);
        }
        assertThat(Above.ours(sandbox)).allMatch(contacts -> contacts == CONTACTS);
    }

    @Test
    void whatALostWorkerDidIsFoundAndNotDoneAgain() throws Exception {
        lose(silent("done(${variable.taken}, ${body})", "isWriting(${variable.taken})"));
        assertThat(Above.ours(sandbox)).allMatch(contacts -> contacts == CONTACTS);
        pass(Duration.ofMinutes(6));
        try (RoutesUnderTest alone = alone("alone")) {
            RunReport second = alone.sync();
            assertThat(second.exit()).as(second.toString()).isZero();
            assertThat(second.totals().unchanged()).isEqualTo(MAILBOXES * CONTACTS);
        }
        assertThat(Above.ours(sandbox)).allMatch(contacts -> contacts == CONTACTS);
    }

    @Test
    void oneThatKeepsItsPartKeepsNobodyFromTheirs() throws Exception {
        try (RoutesUnderTest coordinator = EmbeddedBroker.hasty(machine("coordinator", "coordinates"));
                RoutesUnderTest silent = silent("direct:contact-sync-do-mailbox", "log:silent?level=OFF");
                RoutesUnderTest good = machine("good", "works")) {
            coordinator.start();
            silent.start();
            good.start();
            RunReport report = coordinator.sync();
            assertThat(report.totals().failed() * CONTACTS + report.totals().tally().created())
                    .as(report.toString()).isEqualTo(MAILBOXES * CONTACTS);
        }
    }

    @Test
    void answersThatAreLostCostNoMailbox() throws Exception {
        try (RoutesUnderTest coordinator = machine("coordinator", "coordinates");
                RoutesUnderTest deaf = machine("deaf", "works").change("workers/write-letters.camel.yaml",
                        "                  variableReceive: answer\n", "                  variableReceive: answer\n"
                                + LOST)) {
            coordinator.start();
            deaf.bind("contact-sync-lost", new LostAnswers()).start();
            RunReport report = coordinator.sync();
            assertThat(report.exit()).as(report.toString()).isZero();
            assertThat(Above.ours(sandbox)).allMatch(contacts -> contacts == CONTACTS);
        }
        assertThat(count(journals("coordinator"), "\"event\":\"returned\".*\"journal\"")).isEqualTo(MAILBOXES);
    }

    /** Every fourth answer does not come, seed or no seed: all kinds of letters are among them. */
    public static final class LostAnswers {

        private final java.util.concurrent.atomic.AtomicInteger letters =
                new java.util.concurrent.atomic.AtomicInteger();

        /** Lets an answer through, or does not. */
        public void pass() {
            if (letters.incrementAndGet() % 4 == 0) {
                throw new IllegalStateException("lost on the way");
            }
        }
    }

    @Test
    void aWorkerOfAnotherConfigurationOrSecretGetsNothing() throws Exception {
        Path secret = Files.writeString(temp.resolve("secret"), "s".repeat(40));
        Files.setPosixFilePermissions(secret, java.nio.file.attribute.PosixFilePermissions.fromString("rw-------"));
        try (RoutesUnderTest coordinator = machine("coordinator", "coordinates")
                .with("workers.secret-file", secret.toString())
                .change("workers/offer-mailbox.camel.yaml", "isToBeOffered", "isUnderWay");
                RoutesUnderTest other = machine("other", "works").with("workers.secret-file", secret.toString())
                        .with("category.name", "Others");
                RoutesUnderTest unsigned = machine("unsigned", "works");
                RoutesUnderTest good = machine("good", "works").with("workers.secret-file", secret.toString())) {
            for (RoutesUnderTest machine : List.of(coordinator, other, unsigned, good)) {
                machine.start();
            }
            RunReport report = coordinator.sync();
            assertThat(report.exit()).as(report.toString()).isZero();
        }
        assertThat(journals("other") + journals("unsigned")).isEmpty();
        assertThat(count(journals("coordinator"), "\"event\":\"returned\".*\"worker\":\"good\"")).isEqualTo(MAILBOXES);
    }
}
