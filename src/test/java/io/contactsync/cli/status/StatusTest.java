package io.contactsync.cli.status;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.contactsync.cli.GraphClient;
import io.contactsync.cli.SyncBench;
import io.contactsync.cli.SyncBench.Result;
import io.contactsync.cli.words.CauseRows;
import io.contactsync.core.ContactKey;
import io.contactsync.core.Quarantine;
import io.contactsync.core.Tally;
import io.contactsync.core.Totals;
import io.contactsync.journal.FilesAlone;
import io.contactsync.journal.RefusedContact;
import io.contactsync.journal.RunLock;
import io.contactsync.run.Deed;
import io.contactsync.run.OpenHold;
import io.contactsync.run.ReportFixture;
import io.contactsync.run.RunReport;
import io.contactsync.sandbox.store.User;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How an installation is, seen from its files alone. */
class StatusTest {

    @TempDir
    Path temp;

    @Test
    void anEmptyDataFolderSaysWhatToDoFirstAndStaysAway() {
        Path data = temp.resolve("data");
        Result result = SyncBench.run("status", "--set", "sync.data=" + data);
        assertThat(result.exit()).isZero();
        assertThat(result.out()).contains("runs         none yet: 'contact-sync init' asks for the tenant",
                "next run     ", "05:00 UTC, where 'contact-sync serve' runs",
                "credential   none yet: contact-sync init", "data folder  0 B");
        assertThat(Files.exists(data)).isFalse();
    }

    @Test
    void runsAreListedAndNobodyIsAsked() {
        try (SyncBench bench = SyncBench.startSmall(temp)) {
            assertThat(bench.json().exit()).isZero();
            assertThat(bench.json("--dry-run").exit()).isZero();
            long asked = bench.sandbox().requestLog().orElseThrow().last().size();
            Result result = bench.command("status");
            assertThat(result.exit()).as(result.err()).isZero();
            List<String> lines = result.out().lines().toList();
            assertThat(lines).anyMatch(line -> line.matches("last runs    \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d UTC  plan "
                    + "  planned  \\d{8}-\\d{6}-.*0 changes .* s"))
                    .anyMatch(line -> line.matches("             \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d UTC  sync   done  "
                    + "\\d{8}-\\d{6}-.*200 changes .* s"));
            assertThat(result.out()).contains("now          no run is under way",
                    "holds        nothing waits for an approval", "failed       no mailbox in the last run",
                    "credential   client secret; Entra shows", "(runs ", "state ");
            assertThat(bench.with("schedule.time-zone", "CST").command("status").out())
                    .containsPattern("last runs    .{16} -0[56]:00  plan").containsPattern("05:00 -0[56]:00, where");
            assertThat(bench.sandbox().requestLog().orElseThrow().last()).hasSize((int) asked);
        }
    }

    @Test
    void aRunUnderWayAndOneThatWasKilledAreSaid() throws IOException {
        Path data = Files.createDirectory(temp.resolve("data"));
        Files.createDirectories(data.resolve("runs/20261125-050000-000-abcd"));
        assertThat(SyncBench.run("status", "--set", "sync.data=" + data).out())
                .contains("last runs    20261125-050000-000-abcd  has no report: it was killed, or an older version "
                + "made it", "now          no run is under way");
        try (RunLock lock = RunLock.take(data, FilesAlone.INSTANCE)) {
            lock.check();
            assertThat(SyncBench.run("status", "--set", "sync.data=" + data).out())
                    .contains("now          a run is under way: 20261125-050000-000-abcd",
                    "20261125-050000-000-abcd  is under way");
        }
        assertThat(RunLock.isTaken(data)).isFalse();
        RunLock.take(data, FilesAlone.INSTANCE).close();
    }

    @Test
    void mailboxesThatFailedAreNamedByTheirCause() {
        try (SyncBench bench = SyncBench.startSmall(temp)) {
            String mailbox = bench.targets(new GraphClient(bench.sandbox().address())).iterator().next();
            bench.sandbox().faults()
                    .when(request -> mailbox.equals(request.mailbox()) && request.method().equals("GET"))
                    .refuse(403);
            assertThat(bench.json().exit()).isEqualTo(3);
            String out = bench.command("status").out();
            assertThat(out).contains("partly done", "failed       1 mailbox in the last run",
                    "             ! 1: access denied (", "is the mailbox in the scope of the RBAC role?");
        }
    }

    @Test
    void whatWaitsForAPersonIsListed() throws IOException {
        try (SyncBench bench = SyncBench.start(temp).with("sync.sources", "graph-users")
                .with("source.graph-users.filter", "startsWith(displayName,'J')")) {
            List<String> ids = bench.colleagues().stream().filter(user -> user.displayName().startsWith("J"))
                    .map(User::id).toList();
            assertThat(bench.json().exit()).isZero();
            Path file = Files.write(temp.resolve("out.txt"), ids.subList(0, ids.size() / 2));
            assertThat(bench.with("source.graph-users.exclude-file", file.toString()).json().exit()).isEqualTo(4);
            String out = bench.command("status").out();
            assertThat(out).contains("  sync   held  ", "holds        1 waiting for an approval, 0 decided",
                    "             → contact-sync holds",
                    "             ! ", ids.size() / 2 + " of " + ids.size());
        }
    }

    @Test
    void forScriptsItIsOneLineOfJson() {
        try (SyncBench bench = SyncBench.startSmall(temp)) {
            bench.json();
            JsonNode json = bench.command("status", "--json").json();
            assertThat(json.at("/runs/0/end").asText()).isEqualTo("done");
            assertThat(json.at("/runs/0/created").asInt()).isEqualTo(200);
            assertThat(json.path("running").asBoolean()).isFalse();
            assertThat(json.at("/bytes/runs").asLong()).isPositive();
        }
    }

    @Test
    void aScheduleThatIsWrongDoesNotHideTheRest() {
        Result result = SyncBench.run("status", "--set", "schedule.cron=x", "--set", "sync.data="
                + temp.resolve("none"));
        assertThat(result.exit()).isZero();
        assertThat(result.out()).contains("next run     x schedule.cron or schedule.time-zone is wrong",
                "data folder  ");
    }

    private static Status.Past past(String kind, int exit) {
        RunReport report = new ReportFixture().kind(kind).exit(exit)
                .deed(kind.equals(RunReport.PLAN) ? Deed.SYNC : new Deed("undo", "20261125-050000-000-abcd", "sync"))
                .took(Duration.ofSeconds(750))
                .totals(new Totals(1, 0, 0, 0, new Tally(123_456, 0, 0, 0, 0, 0), 0)).report();
        return new Status.Past(report.id(), Optional.of(report), "");
    }

    @Test
    void aFileOfHoldsThatCannotBeUsedIsSaid() throws IOException {
        Path data = temp.resolve("data");
        Path file = Files.createDirectories(data.resolve("state").resolve("holds"));
        assertThat(SyncBench.run("status", "--set", "sync.data=" + data).out())
                .contains("must be an ordinary file, and is a folder", "rm -r '" + file + "'")
                .doesNotContain("nothing waits", "Exception");
        Result approve = SyncBench.run("holds", "approve", "3f2a", "--set", "sync.data=" + data);
        assertThat(approve.exit()).isNotZero();
        assertThat(approve.err()).contains("must be an ordinary file, and is a folder", "rm -r '" + file + "'")
                .doesNotContain("Exception");
    }

    /** One of the whole run. */
    private static OpenHold hold(String id, String sentence, String decision, String by) {
        return new OpenHold(id, "changed", sentence, List.of(), 0, List.of(), 0, 0, true, Instant.EPOCH, "", decision,
                by, null, "");
    }

    private static final Instant SIX = Instant.parse("2026-11-26T06:00:00Z");

    private static Trouble trouble() {
        Quarantine failed = new Quarantine(4, SIX, null, Duration.ZERO, false);
        RefusedContact refused = new RefusedContact(new ContactKey("staff", "m"), "hash", "400 ErrorInvalidProperty",
                "Maria Cantwell", SIX, 5);
        Quarantine twice = new Quarantine(2, SIX, null, Duration.ZERO, false);
        return new Trouble(List.of(new Trouble.Resting("6bfb0212", failed)), List.of(new Trouble.Resting("7bfb0212",
                twice), new Trouble.Resting("8bfb0212", failed.released())), List.of(refused), List.of());
    }

    @Test
    void onATerminalItFitsEightyColumns() {
        Status status = new Status("main", Path.of("/var/lib/contact-sync/data"), false,
                List.of(new Status.Past("20261125-050000-000-abcd", Optional.empty(), ""), past(RunReport.PLAN, 0),
                        past(RunReport.SYNC, 3)),
                ZonedDateTime.of(2026, 11, 27, 5, 0, 0, 0, ZoneOffset.UTC),
                List.of(hold("3f2a1b2c3d4e", "12 of 60 people of staff vanished", OpenHold.WAITING, ""),
                        hold("4f2a1b2c3d4e", "50 of 60 people of staff vanished", "rejected", "ann")), null,
                "the journal of the run r is damaged: contact-sync state rebuild", 1_200,
                List.of(new CauseRows.Row(3, "failed", "access denied", "403", "403", List.of("anna@contoso.com",
                "bob@contoso.com"), "contact-sync check")),
                List.of(new CauseRows.Row(1, "waits", "earlier ones settle", "", "", List.of("carl@contoso.com"), "")),
                new OwnersDoings(List.of(new OwnersDoings.One("Ben Oz", "anna@contoso.com", "released by its owner")),
                        "released by its owner: 1 contact in 1 mailbox"), trouble(), SIX, id -> "anna@contoso.com",
                "certificate until 2026-12-01, 5 days left",
                "the certificate of graph.certificate ends on 2026-12-01, in 5 days: make a new one",
                new DataFolderSize(new TreeMap<>(Map.of("runs", 15L << 20,
                "state", 2_000L, "", 0L))), Set.of(), 3L << 30, null);
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        new StatusScreen(status, io.contactsync.core.Times.UTC, true,
                new PrintStream(said, true, StandardCharsets.UTF_8)).show();
        assertThat(said.toString(StandardCharsets.UTF_8)).isEqualTo("""
                instance     main, data folder /var/lib/contact-sync/data
                now          no run is under way
                last runs    20261125-050000-000-abcd  has no report: it was killed, or an older
                             version made it
                             2026-11-25 18:04 UTC  plan   planned
                               20261125-180455-000-abcd   123,456 changes 12 min 30 s
                             2026-11-25 18:04 UTC  undo   partly done
                               20261125-180455-000-abcd   123,456 changes 12 min 30 s
                               takes back the run 20261125-050000-000-abcd of 2026-11-25 05:00
                             UTC (sync)
                damage       ! the journal of the run r is damaged: contact-sync state rebuild
                next run     Fri 2026-11-27 05:00 UTC, where 'contact-sync serve' runs
                holds        1 waiting for an approval, 1 decided
                             ! 12 of 60 people of staff vanished [3f2a1b2c3d4e]
                             - rejected: 50 of 60 people of staff vanished [4f2a1b2c3d4e], waits
                             for nobody: rejected by ann; nothing is written
                             → contact-sync holds
                targets      ! 1,200 mailboxes are no targets any more and may still hold
                             contacts of ours
                             → contact-sync remove --left --dry-run
                failed       3 mailboxes in the last run
                             ! 3: access denied (403) (anna@contoso.com, bob@contoso.com +1) →
                             contact-sync check
                waiting      1 mailbox since the last run, for a later one
                             ! 1: earlier ones settle (carl@contoso.com)
                owners       released by its owner: 1 contact in 1 mailbox
                             - Ben Oz in the mailbox of anna@contoso.com: released by its owner
                             → contact-sync repair --mailbox anna@contoso.com --person 'Ben Oz'
                resting      1 mailbox left alone for now
                             ! anna@contoso.com rests until 2026-11-26 08:00 UTC after 4 failed
                             runs → contact-sync release anna@contoso.com
                watched      anna@contoso.com has failed in 2 runs in a row; after 3 in a row it
                             rests
                             anna@contoso.com is what the next run begins with
                refused      1 contact skipped until it changes
                             ! "Maria Cantwell" (400 ErrorInvalidProperty) since 2026-11-26
                             06:00 UTC → contact-sync release 'Maria Cantwell'
                credential   certificate until 2026-12-01, 5 days left
                             ! the certificate of graph.certificate ends on 2026-12-01, in 5
                             days: make a new one
                data folder  15 MB (runs 15 MB, state 2.0 KB), 3.0 GB free
                """);
    }
}
