package io.contactsync.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.run.RunReport;
import io.contactsync.sandbox.protocol.ServiceRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Mailboxes that are settled, and what a run asks of them. */
@Timeout(120)
abstract class DeltaTestBase {

    static final Duration HOUR = Duration.ofHours(1);
    static final String LISTS = "lists ";
    static final String ASKS = "asks ";
    static final String FINDS = "finds ";
    static final String OTHERS = "other ";
    static final int MAILBOXES = 25;
    static ProofBench bench;
    @TempDir
    static Path temp;
    final List<String> calls = Collections.synchronizedList(new ArrayList<>());

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

    static String central() {
        return bench.sandbox().address().centralMailbox();
    }

    static String customer(String name) {
        return bench.sandbox().tenant().createContact(central(), "{\"givenName\":\"" + name
                + "\",\"displayName\":\"" + name + " Other\",\"businessPhones\":[\"202-555-0101\"]}");
    }

    RunReport run() {
        calls.clear();
        bench.sandbox().faults().when((ServiceRequest request) -> note(request.method() + " " + request.target()))
                .drop();
        RunReport report = bench.run();
        bench.sandbox().faults().clear();
        PassingTime.ONE.pass(HOUR);
        return report;
    }

    boolean note(String call) {
        for (String mailbox : bench.targets()) {
            if (call.contains("/" + mailbox + "/")) {
                calls.add((call.contains("delta?") ? ASKS : !call.contains("/contacts?") ? OTHERS
                        : call.contains("$filter=") ? FINDS : LISTS) + mailbox);
            }
        }
        return false;
    }

    List<String> only(String what) {
        return calls.stream().filter(call -> call.startsWith(what)).map(call -> call.substring(what.length()))
                .sorted().toList();
    }

    void assertListed(String... mailboxes) {
        assertThat(only(LISTS)).isEqualTo(List.of(mailboxes).stream().sorted().toList());
    }

    void assertAllAsked() {
        assertThat(only(ASKS)).isEqualTo(bench.targets().stream().sorted().toList());
    }

    RunReport quietRun() {
        RunReport report = run();
        assertThat(report.exit()).isZero();
        assertThat(report.totals().unchanged()).isEqualTo((long) MAILBOXES * MAILBOXES);
        return report;
    }

    static String ours(String mailbox) {
        return bench.contacts(mailbox).entrySet().stream().filter(each -> ProofBench.MARKS.on(each.getValue()))
                .map(Map.Entry::getKey).findFirst().orElseThrow();
    }

    static String journal(RunReport report) throws IOException {
        return Files.readString(bench.data().resolve("runs").resolve(report.id()).resolve("journal.jsonl"),
                StandardCharsets.UTF_8);
    }
}
