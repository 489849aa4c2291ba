package io.contactsync.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.core.KnownUsers;
import io.contactsync.journal.UserMemory;
import io.contactsync.run.RunReport;
import io.contactsync.sandbox.protocol.ServiceRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a run cannot ask of users, or is not told, reads them in full and costs nothing else. */
class UserDeltaLossTest extends UserDeltaTestBase {

    private static final List<String> LISTS = List.of("targets", "source-graph-users");
    private static final int ONCE_FOR_ALL_AND_ONCE_AGAIN = 4;

    @Test
    void aLinkThatIsGoneReadsAll() {
        tenant().administration().expireDirectoryTokens();
        rename();
        assertRenamed(run());
        assertAllRead();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[],\"@odata.deltaLink\":\"https://graph.microsoft.com.evil/v1.0/users/delta?x\"",
        "[],\"@odata.nextLink\":\"http://127.0.0.2:1/v1.0/users/delta?x\"", "[]",
        "[{\"id\":\"1\",\"@removed\":{\"reason\":\"changed\"}}]"})
    void anAnswerThatSaysSomethingElseReadsAll(String value) {
        bench.sandbox().faults().when((ServiceRequest request) -> request.target().contains("deltatoken"))
                .times(ONCE_FOR_ALL_AND_ONCE_AGAIN).refuseWith(200, "{\"value\":" + value + "}");
        rename();
        assertRenamed(run());
        assertAllRead();
        assertThat(bench.sandbox().findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404, 501})
    void whereThereIsNoLinkAllIsReadAndNothingIsAskedEveryDay(int status) {
        bench.begin();
        for (int day = 0; day < 3; day++) {
            RunReport report = run(target -> target.contains(ASKED), status);
            assertThat(report.exit()).isZero();
            assertThat(calls).filteredOn(ASKED::equals).hasSize(day == 0 ? 2 : 0);
            assertAllRead();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no state"})
    void lostOrDamagedStateReadsAll(String content) throws IOException {
        for (String list : LISTS) {
            Path file = bench.data().resolve("state/users/" + list + ".jsonl");
            Files.delete(file);
            if (!content.isEmpty()) {
                Files.writeString(file, content);
            }
        }
        rename();
        assertRenamed(run());
        assertAllRead();
        run();
        assertAllRead();
        run();
        assertAllAsked();
    }

    @ParameterizedTest
    @CsvSource({"another,", ",https://graph.microsoft.com.evil/v1.0/users/delta?x", ",http://127.0.0.2:1/x"})
    void whatAnotherConfigurationOrAnotherGraphLeftIsNotTrusted(String wanted, String link) {
        UserMemory memory = new UserMemory(bench.data());
        for (String list : LISTS) {
            UserMemory.Read read = memory.read(list);
            KnownUsers known = read.known();
            memory.write(list, new UserMemory.Read(new KnownUsers(link == null ? known.link() : link,
                    wanted == null ? known.wanted() : wanted, known.told(), known.read(), known.until()), read.rows()));
        }
        rename();
        assertRenamed(run());
        assertAllRead();
        assertThat(bench.sandbox().findings()).isEmpty();
    }

    /** What a run read that failed before its first mailbox is not kept: the link before still tells of it. */
    @Test
    void aRunThatFailsAfterItsReadingLosesNothing() {
        rename();
        RunReport failed = run(target -> target.contains(READ) && target.contains("userPrincipalName"), 403);
        assertThat(failed.exit()).isEqualTo(1);
        assertRenamed(run());
        assertAllRead();
    }
}
