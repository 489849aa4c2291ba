package io.contactsync.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contactsync.core.Action;
import io.contactsync.core.Cause;
import io.contactsync.core.ContactKey;
import io.contactsync.core.FieldChange;
import io.contactsync.core.MailboxResult.Status;
import io.contactsync.core.PlannedChange;
import io.contactsync.core.Reach;
import io.contactsync.core.SourceState;
import io.contactsync.core.Tally;
import io.contactsync.core.Totals;
import io.contactsync.journal.SaltedSettings;
import io.contactsync.source.SourceCounts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a run leaves in its folder for people. */
class RunFolderTest {

    private static final RunReport REPORT = new ReportFixture().kind(RunReport.PLAN).exit(ExitCode.HELD)
            .took(Duration.ofMillis(1_234))
            .totals(new Totals(1, 0, 1, 0, new Tally(1, 2, 3, 4, 5, 6, 7, 8), 8))
            .sources(List.of(new SourceLine("staff", 9, SourceState.HELD, new SourceCounts(1, 2, 3, 4, 5, 6, 7, 8),
                    List.of("a\nb"), List.of("é"), "x", Instant.EPOCH)))
            .mailboxes(List.of(new MailboxLine("m1", "Anna", "anna@contoso.com", Status.HELD, "why", "cause",
                    Tally.NONE, 3, 10, 20)))
            .holds(List.of(new OpenHold("3f2a", "vanished", "9 of 10", List.of("Bob"), 9, List.of("a.b"), 8, 7, false,
                    Instant.EPOCH, "r", "waiting")))
            .causes(List.of(new Cause(Status.HELD, "cause", 1, List.of("m1")))).problems(List.of("<script>"), 2)
                    .notes(List.of("note"))
            .beats(List.of(new Beat(1, 2, 3, 4))).requests(5, 6).report();
    private static final PlannedChange CHANGE = new PlannedChange(Action.UPDATE, new ContactKey("staff", "a|b"),
            "Bob \u2028\"x\"", PlannedChange.Move.CHANGED,
            "changed", "old", "new", true, List.of(new FieldChange("mobilePhone", "1", "2")), Reach.parse("0-2,7"));
    private static final StoredPlan PLAN = new StoredPlan(new StoredPlan.Head(PlanFile.VERSION, "id", RunReport.PLAN,
            Instant.EPOCH, "main", "Company", "f",
            new SaltedSettings("salt", Map.of("category.name", "89ab")), 0,
            Set.of("3f2a"), Set.of("old"), new SyncOrder()), List.of("m0", "m1", "m2", "m3", "m4", "m5", "m6", "m7"),
            List.of(CHANGE));

    @TempDir
    Path data;

    private Path folder() {
        return data.resolve("runs").resolve("20261125-1");
    }

    @Test
    void whatIsWrittenIsRead() throws IOException {
        RunFolder.write(folder(), REPORT);
        assertThat(RunFolder.read(folder())).isEqualTo(REPORT);
        PlanFile.write(folder().resolve(RunFolder.PLAN), PLAN);
        assertThat(PlanFile.read(folder().resolve(RunFolder.PLAN))).isEqualTo(PLAN);
        assertThat(RunFolder.read(folder())).isEqualTo(REPORT.with(List.of(CHANGE)));
    }

    @Test
    void onlyItsOwnerReadsIt() throws IOException {
        RunFolder.write(folder(), REPORT);
        PlanFile.write(folder().resolve(RunFolder.PLAN), PLAN);
        for (String name : List.of(RunFolder.REPORT, RunFolder.PLAN)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder().resolve(name))))
                    .isEqualTo("rw-------");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder()))).isEqualTo("rwx------");
    }

    /** The rest of the file is not even looked at: here it is torn. */
    @Test
    void itsHeadIsReadWithoutTheRest() throws IOException {
        RunFolder.write(folder(), REPORT);
        String text = Files.readString(folder().resolve(RunFolder.REPORT));
        Files.writeString(folder().resolve(RunFolder.REPORT), text.substring(0, text.indexOf("\"beats\"") + 12));
        RunReport head = RunFolder.head(folder());
        assertThat(head.mailboxes()).isEmpty();
        assertThat(head.beats()).isEmpty();
        assertThat(head.holds()).isEqualTo(REPORT.holds());
        assertThat(head.totals()).isEqualTo(REPORT.totals());
        assertThatThrownBy(() -> RunFolder.read(folder())).isInstanceOf(UnreadableRunException.class)
                .hasMessageContaining("damaged");
    }

    @Test
    void anotherVersionOrNoneIsSaid() throws IOException {
        Files.createDirectories(folder());
        assertThatThrownBy(() -> RunFolder.read(folder())).isInstanceOf(UnreadableRunException.class)
                .hasMessageContaining("20261125-1 has no report");
        RunFolder.write(folder(), REPORT);
        Path report = folder().resolve(RunFolder.REPORT);
        Files.writeString(report, Files.readString(report).replace("{\"report\":1", "{\"report\":2"));
        assertThatThrownBy(() -> RunFolder.head(folder())).isInstanceOf(UnreadableRunException.class)
                .hasMessageContaining("version '2'");
        Files.writeString(report, "[]");
        assertThatThrownBy(() -> RunFolder.head(folder())).isInstanceOf(UnreadableRunException.class);
    }

    private void isDamaged(Path file, List<String> lines, int line) throws IOException {
        Files.write(file, lines);
        assertThatThrownBy(() -> PlanFile.read(file)).as(lines.toString()).isInstanceOf(UnreadableRunException.class)
                .hasMessageContaining("plan.jsonl' is damaged or cut off in line " + line);
    }

    /** Each line has its own sum; that all are there, once and in their order, the last one holds. */
    @Test
    void aPlanWithALineMissingMovedOrDoubledIsNone() throws IOException {
        Path file = folder().resolve(RunFolder.PLAN);
        PlannedChange other = new PlannedChange(CHANGE.action(), new ContactKey("staff", "b"), "Ann", CHANGE.move(),
                CHANGE.reason(), CHANGE.before(), CHANGE.after(), true, List.of(), CHANGE.reach());
        PlanFile.write(file, new StoredPlan(PLAN.head(), PLAN.mailboxes(), List.of(CHANGE, other)));
        List<String> whole = Files.readAllLines(file);
        for (int line = 0; line < whole.size(); line++) {
            List<String> cut = new ArrayList<>(whole);
            cut.remove(line);
            Files.write(file, cut);
            assertThatThrownBy(() -> PlanFile.read(file)).isInstanceOf(UnreadableRunException.class)
                    .hasMessageContaining("is damaged or cut off in line");
        }
        List<String> swapped = new ArrayList<>(whole);
        Collections.swap(swapped, 9, 10);
        isDamaged(file, swapped, 12);
        List<String> doubled = new ArrayList<>(whole);
        doubled.set(9, whole.get(10));
        isDamaged(file, doubled, 11);
        List<String> mailbox = new ArrayList<>(whole);
        mailbox.set(3, whole.get(2));
        isDamaged(file, mailbox, 4);
        List<String> twice = new ArrayList<>(whole);
        twice.addAll(whole);
        isDamaged(file, twice, 13);
    }

    @Test
    void aPlanThatReachesAMailboxThatItDoesNotNameIsNone() throws IOException {
        Path file = folder().resolve(RunFolder.PLAN);
        PlanFile.write(file, new StoredPlan(PLAN.head(), List.of("m0", "m1"), List.of(CHANGE)));
        isDamaged(file, Files.readAllLines(file), 4);
    }

    @Test
    void aPlanThatIsTornOrChangedIsNone() throws IOException {
        Path file = folder().resolve(RunFolder.PLAN);
        assertThatThrownBy(() -> PlanFile.read(file)).isInstanceOf(UnreadableRunException.class)
                .hasMessageContaining("has no plan");
        PlanFile.write(file, PLAN);
        String whole = Files.readString(file);
        for (int length = 0; length < whole.length() - 1; length++) {
            Files.writeString(file, whole.substring(0, length));
            assertThatThrownBy(() -> PlanFile.read(file)).as("cut after " + length)
                    .isInstanceOf(UnreadableRunException.class);
        }
        for (String[] change : new String[][] {{"\"old\"", "\"odd\""}, {"m2", "m3"}, {"0-2,7", "0-3,7"},
                {"\"lines\":10", "\"lines\":11"}}) {
            Files.writeString(file, whole.replace(change[0], change[1]));
            assertThatThrownBy(() -> PlanFile.read(file)).isInstanceOf(UnreadableRunException.class)
                    .hasMessageContaining("damaged");
        }
    }

    @Test
    void aRunIsFoundByTheBeginningOfItsId() throws IOException {
        RunFolders folders = new RunFolders(data.resolve("runs"));
        assertThat(folders.ids()).isEmpty();
        assertThatThrownBy(() -> folders.find("x")).isInstanceOf(UnreadableRunException.class)
                .hasMessageContaining("there is none at all");
        RunFolder.write(folder(), REPORT);
        RunFolder.write(data.resolve("runs/20261125-22"), new ReportFixture().report());
        Files.createDirectories(data.resolve("runs/20261126-1"));
        assertThat(folders.ids()).containsExactly("20261126-1", "20261125-22", "20261125-1");
        assertThat(folders.find("20261125-1")).isEqualTo(folder());
        assertThat(folders.find("20261125-2").getFileName()).hasToString("20261125-22");
        assertThat(folders.find("latest").getFileName()).as("has a report").hasToString("20261125-22");
        assertThatThrownBy(() -> folders.find("20261125")).hasMessageContaining("2 runs (20261125-22, 20261125-1)");
        assertThatThrownBy(() -> folders.find("9"))
                .hasMessageContaining("the latest are 20261126-1, 20261125-22, 20261125-1");
        assertThatThrownBy(() -> folders.find("")).isInstanceOf(UnreadableRunException.class);
        assertThatThrownBy(() -> folders.find("../runs")).isInstanceOf(UnreadableRunException.class);
        assertThat(folders.latest(5)).hasSize(2);
        assertThat(folders.latest(1)).extracting(RunReport::kind).containsExactly(RunReport.SYNC);
        assertThat(folders.plans(5)).extracting(RunReport::kind).containsExactly(RunReport.PLAN);
    }
}
