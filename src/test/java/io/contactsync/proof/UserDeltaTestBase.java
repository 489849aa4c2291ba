package io.contactsync.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.run.RunReport;
import io.contactsync.sandbox.protocol.ServiceRequest;
import io.contactsync.sandbox.store.Tenant;
import io.contactsync.sandbox.store.User;
import io.contactsync.sandbox.store.UserAttribute;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Users of the directory who are source and targets, and what a run asks of them. */
@Timeout(120)
abstract class UserDeltaTestBase {

    static final int USERS = 8;
    static final String READ = "/users?";
    static final String ASKED = "/users/delta?";
    static ProofBench bench;
    @TempDir
    static Path temp;
    final List<String> calls = Collections.synchronizedList(new ArrayList<>());
    User somebody;

    @BeforeAll
    static void start() throws IOException {
        bench = new ProofBench(temp, USERS, Duration.ofSeconds(20),
                Map.of("sync.sources", "graph-users", "targets.from", "licensed-users"));
    }

    @AfterAll
    static void end() {
        bench.close();
    }

    /** The first run begins the links and reads; the second reads once more, for a list may lag behind. */
    @BeforeEach
    void settle() {
        bench.begin();
        somebody = tenant().users().stream().filter(User::licensed).filter(User::accountEnabled).findFirst()
                .orElseThrow();
        for (int run = 0; run < 2; run++) {
            run();
            assertAllRead();
        }
    }

    @AfterEach
    void restore() {
        if (tenant().user(somebody.id()).isEmpty()) {
            tenant().administration().restoreUser(somebody.id());
        }
        tenant().put(somebody);
    }

    RunReport run() {
        RunReport report = run(target -> false, 500);
        assertThat(report.exit()).as(report.toString()).isZero();
        return report;
    }

    /** While requests for these targets are refused so. */
    RunReport run(Predicate<String> refused, int status) {
        calls.clear();
        bench.sandbox().faults().when((ServiceRequest request) -> note(request.target())
                || refused.test(request.target())).times(Integer.MAX_VALUE).refuse(status);
        RunReport report = bench.run();
        bench.sandbox().faults().clear();
        PassingTime.ONE.pass(Duration.ofHours(1));
        return report;
    }

    boolean note(String target) {
        if (target.contains(READ) || target.contains(ASKED)) {
            calls.add(target.contains(READ) ? READ : ASKED);
        }
        return false;
    }

    static Tenant tenant() {
        return bench.sandbox().tenant();
    }

    void rename() {
        tenant().put(somebody.with(UserAttribute.DISPLAY_NAME, "Another Name"));
    }

    static void assertRenamed(RunReport report) {
        assertThat(report.totals().tally().updated()).isEqualTo(USERS - 1);
    }

    void assertAllAsked() {
        assertThat(calls).as("for the source and for the targets").containsExactly(ASKED, ASKED);
    }

    void assertAllRead() {
        assertThat(calls).filteredOn(READ::equals).hasSizeGreaterThanOrEqualTo(2);
    }
}
