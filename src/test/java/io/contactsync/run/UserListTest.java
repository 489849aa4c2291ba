package io.contactsync.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.contactsync.core.KnownUsers;
import io.contactsync.core.Limits;
import io.contactsync.journal.FilesAlone;
import io.contactsync.journal.UserMemory;
import io.contactsync.microsoftgraph.GraphTime;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is kept of a list of users, and taken again. */
class UserListTest extends RunTestBase {

    private static final Duration OFTEN = Duration.ofDays(3);
    private static final String LINK = "/users/delta?token";
    private static final List<String> ROWS = List.of("{\"id\":\"1\",\"displayName\":\"Änn 😀\"}",
            "{\"id\":\"2\",\"displayName\":\"half of one \\ud83d\"}");
    private Instant now = NOON;
    private String properties = "id,displayName";

    /** A Graph whose clock goes on. */
    private final class Later implements GraphTime {
        @Override
        public Instant serverTime() {
            return now;
        }

        @Override
        public String relative(String link) {
            return link;
        }
    }

    @BeforeEach
    void graph() {
        runs = RunsOnOtherClocks.of(settings, new Limits(2, 3, 30, 2, 20), RENDERER, new Later(),
                Clock.fixed(NOON, ZoneOffset.UTC), System::nanoTime, () -> 0, FilesAlone.INSTANCE);
    }

    private static Iterator<JsonNode> users() {
        return ROWS.stream().map(UserListTest::json).iterator();
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private UserList open(Run run, String list, BooleanSupplier exact) {
        return new UserList(run, list, properties, OFTEN, users(), exact);
    }

    /** A run that reads that list, asked for its changes or not, an hour later. */
    private List<JsonNode> day(String list, boolean asked, boolean exact) {
        now = now.plus(Duration.ofHours(1));
        List<JsonNode> rows = new ArrayList<>();
        try (Run run = begin(false)) {
            UserList users = open(run, list, () -> exact);
            assertThat(users.isToBeAsked()).isEqualTo(asked);
            if (asked || users.isToBeBegun()) {
                users.told(false, LINK);
            }
            users.rows().forEachRemaining(rows::add);
            take(run, people(0, 1));
            steps.keepContents(run);
        }
        return rows;
    }

    @Test
    void whatIsTakenAgainIsWhatWasRead() {
        List<JsonNode> read = day("targets", false, true);
        day("targets", false, true);
        assertThat(day("targets", true, true)).isEqualTo(read);
    }

    /** Graph counts a user whom the list lacks: no change will ever tell of somebody who has not changed. */
    @Test
    void aListThatLacksSomebodyIsReadAgain() {
        day("targets", false, true);
        day("targets", false, false);
        day("targets", false, true);
        day("targets", true, true);
    }

    @Test
    void aListOfOtherPropertiesIsReadAgain() {
        day("targets", false, true);
        day("targets", false, true);
        properties = "id,displayName,userType";
        day("targets", false, true);
        day("targets", false, true);
        day("targets", true, true);
    }

    /** As if that version of the program had read it. */
    private void readBy(String program) {
        UserMemory memory = new UserMemory(data);
        UserMemory.Read read = memory.read("targets");
        KnownUsers known = read.known();
        String wanted = new ReadPrint(program, "fingerprint").with("targets\n" + properties + '\n' + OFTEN);
        memory.write("targets", new UserMemory.Read(
                new KnownUsers(known.link(), wanted, known.told(), known.read(), known.until()), read.rows()));
    }

    /** The one before may have asked for other users. */
    @Test
    void aListThatAnotherVersionOfTheProgramReadIsReadAgain() {
        day("targets", false, true);
        day("targets", false, true);
        readBy(ProgramVersion.text());
        day("targets", true, true);
        readBy("0.9");
        day("targets", false, true);
    }

    /** Users are held in memory while they are taken, and not before: what has gone meanwhile is read. */
    @Test
    void aListThatIsDamagedWhileItIsAskedForIsRead() throws IOException {
        day("targets", false, true);
        day("targets", false, true);
        now = now.plus(Duration.ofHours(1));
        try (Run run = begin(false)) {
            UserList users = open(run, "targets", () -> true);
            users.told(false, LINK);
            Files.writeString(data.resolve("state/users/targets.jsonl"), "{}\n");
            assertThat(users.rows()).toIterable().hasSize(ROWS.size());
        }
    }

    /** They hold names and numbers, of people who may be long gone. */
    @Test
    void listsOfWhichNobodyAsksAreForgotten() {
        day("source-old", false, true);
        assertThat(data.resolve("state/users/source-old.jsonl")).exists();
        day("targets", false, true);
        assertThat(data.resolve("state/users")).isDirectoryContaining("glob:**targets.jsonl");
        assertThat(data.resolve("state/users/source-old.jsonl")).doesNotExist();
    }

    @Test
    void aPlanForgetsNone() {
        day("source-old", false, true);
        try (Run plan = begin(true)) {
            take(plan, people(0, 1));
            steps.keepContents(plan);
        }
        assertThat(data.resolve("state/users/source-old.jsonl")).exists();
    }
}
