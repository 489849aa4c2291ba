package io.contactsync.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.contactsync.contact.Normaliser;
import io.contactsync.core.MailboxResult;
import io.contactsync.core.Tally;
import io.contactsync.core.Totals;
import io.contactsync.journal.JournalException;
import io.contactsync.source.SourceContacts;
import io.contactsync.source.SourceReader;
import io.contactsync.source.SourceReaders;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Iterator;
import java.util.List;

/** A run from its begin to its exit code. */
class RunTest extends RunTestBase {

    private static final Totals ONE_DONE =
            Totals.NONE.plus(new MailboxResult("alice", MailboxResult.Status.DONE, "", Tally.NONE, 0));

    private RunReport run(SourceContacts source, Totals totals, String... approvals) {
        try (Run run = begin(false, approvals)) {
            take(run, source);
            tasks(run, List.of(new Target("alice", null)));
            return steps.finish(run, totals);
        }
    }

    @Test
    void endsWithAnExitCodeThatIsTrue() {
        assertThat(run(people(0, 10), ONE_DONE).exit()).isEqualTo(ExitCode.DONE);
        assertThat(run(people(0, 9, "line 7: bad"), ONE_DONE).exit()).isEqualTo(ExitCode.PARTLY);
        Totals failed = Totals.NONE.plus(new MailboxResult("alice", MailboxResult.Status.FAILED, "x", Tally.NONE, 0));
        assertThat(run(people(0, 10), failed).exit()).as("not one went through").isEqualTo(ExitCode.FAILED);
        assertThat(
                run(people(0, 10), failed.plus(new MailboxResult("bob", MailboxResult.Status.DONE, "", Tally.NONE, 0)))
                        .exit())
                .isEqualTo(ExitCode.PARTLY);
        Totals held = Totals.NONE.plus(new MailboxResult("alice", MailboxResult.Status.HELD, "x", Tally.NONE, 0));
        assertThat(run(people(0, 10), held).exit()).isEqualTo(ExitCode.HELD);
    }

    /** A bad value once made the reading incomplete, and every deletion of the source impossible. */
    @Test
    void aBadValueIsCountedAndNamedWithoutWhatWasFoundAndTheRunIsDone() throws IOException {
        SourceReader reader = new SourceReaders(new Normaliser("e164"), 60).open("staff", "DE");
        reader.accept("staff.csv, line 2",
                JsonNodeFactory.instance.objectNode().put("id", "1").put("displayName", "Anna")
                .put("birthday", "00.00.00").put("mobilePhone", "0171 1234567 privat"));
        reader.accept("staff.csv, line 3",
                JsonNodeFactory.instance.objectNode().put("id", "2").put("displayName", "Ben"));
        reader.accept("staff.csv, line 4",
                JsonNodeFactory.instance.objectNode().put("id", "2").put("displayName", "Ben"));
        try (Run run = begin(false)) {
            take(run, reader.finish());
            JsonNode source = journal(run, "source").get(0);
            assertThat(source.toString()).contains("\"state\":\"complete\"", "\"repeated\":1", "\"unreadPhones\":0",
                    "\"phonesOutOfText\":1", "\"leftOut\":1", "staff.csv, line 2: 'birthday' is left out",
                    "staff.csv, line 2: 'mobilePhone' is read out of a longer text")
                    .doesNotContain("00.00.00", "1234567", "Anna");
            RunReport summary = steps.finish(run, ONE_DONE);
            assertThat(summary.exit()).isEqualTo(ExitCode.DONE);
            assertThat(summary.notes()).singleElement().asString()
                    .startsWith(
                            "staff: 1 number read out of a longer text, 1 value left out; the first: staff.csv, line "
                                    + "2, Anna: ");
        }
    }

    @Test
    void holdsWhatVanishedUntilExactlyThatIsApproved() {
        run(people(0, 100), ONE_DONE);
        RunReport held = run(people(0, 90), ONE_DONE);
        assertThat(held.exit()).isEqualTo(ExitCode.HELD);
        assertThat(held.holds()).extracting(hold -> hold.sentence())
                .containsExactly("10 of 100 people of staff vanished (10 %, allowed 3 % and 2)");
        assertThat(run(people(0, 90), ONE_DONE).exit()).as("still held").isEqualTo(ExitCode.HELD);
        assertThat(run(people(0, 89), ONE_DONE, held.holds().get(0).id()).exit()).as("one more")
                .isEqualTo(ExitCode.HELD);
        assertThat(run(people(0, 90), ONE_DONE, held.holds().get(0).id()).exit()).isEqualTo(ExitCode.DONE);
        assertThat(run(people(0, 90), ONE_DONE).exit()).as("accepted for good").isEqualTo(ExitCode.DONE);
    }

    @Test
    void forgetsNothingAfterAnIncompleteReading() {
        run(people(0, 100), ONE_DONE);
        run(people(0, 10, "page 2 failed"), ONE_DONE);
        assertThat(run(people(0, 10), ONE_DONE).exit()).isEqualTo(ExitCode.HELD);
    }

    @Test
    void doesNotAcceptWhatADryRunOrAStoppedRunRead() {
        run(people(0, 100), ONE_DONE);
        try (Run run = begin(true)) {
            take(run, people(0, 99));
            steps.finish(run, ONE_DONE);
        }
        assertThat(run(people(0, 97), ONE_DONE).exit()).isEqualTo(ExitCode.DONE);
        assertThat(run(people(0, 93), ONE_DONE).holds()).extracting(hold -> hold.sentence())
                .containsExactly("4 of 97 people of staff vanished (4 %, allowed 3 % and 2)");
    }

    @Test
    void doesNotRememberANewSourceAsLongAsSomethingWaits() {
        Totals held = Totals.NONE.plus(new MailboxResult("alice", MailboxResult.Status.HELD, "x", Tally.NONE, 0));
        try (Run run = begin(false)) {
            take(run, people(0, 2));
            assertThat(plan(turns(run, "alice").get(0), held(0, 3).iterator()).holds()).isNotEmpty();
            assertThat(steps.finish(run, held).exit()).isEqualTo(ExitCode.HELD);
        }
        try (Run run = begin(false)) {
            assertThat(steps.isMissingAny(run, people(0, 1))).as("nothing to compare with").isFalse();
        }
        run(people(0, 2), ONE_DONE);
        try (Run run = begin(false)) {
            assertThat(steps.isMissingAny(run, people(0, 1))).isTrue();
            assertThat(steps.isMissingAny(run, people(0, 3))).isFalse();
            assertThat(steps.isMissingAny(run, people(0, 1, "page 2 failed"))).as("incomplete anyway").isFalse();
            assertThat(steps.together(people(0, 1), people(1, 3)).contacts()).extracting(contact -> contact.key().id())
                    .containsExactly("p0", "p1", "p2");
            assertThat(steps.together(people(0, 1), people(0, 1, "broken")).isComplete()).isFalse();
        }
    }

    @Test
    void doesNotRememberWhatAnAbortedRunRead() {
        run(people(0, 100), ONE_DONE);
        try (Run run = begin(false)) {
            take(run, people(0, 98));
            run.abort(new IllegalArgumentException("no token"));
            RunReport summary = steps.finish(run, ONE_DONE);
            assertThat(summary.exit()).isEqualTo(ExitCode.FAILED);
            assertThat(summary.totals()).isEqualTo(ONE_DONE);
            assertThat(summary.problems()).containsExactly("no token");
        }
        assertThat(run(people(0, 96), ONE_DONE).holds()).extracting(hold -> hold.sentence())
                .containsExactly("4 of 100 people of staff vanished (4 %, allowed 3 % and 2)");
    }

    @Test
    void anApprovalOfWhatDoesNotWaitIsRefusedBeforeAnythingIsRead() {
        run(people(0, 100), ONE_DONE);
        String id = run(people(0, 90), ONE_DONE).holds().get(0).id();
        assertThatThrownBy(() -> begin(false, id, "9009")).isInstanceOf(UnknownHoldException.class)
                .hasMessage("there is no hold '9009': held is " + id + " - see 'contact-sync holds'");
        assertThat(run(people(0, 90), ONE_DONE, id).exit()).as("nothing was lost by it").isEqualTo(ExitCode.DONE);
    }

    @Test
    void journalsItsBeginAndItsEnd() throws Exception {
        run(people(0, 100), ONE_DONE);
        String id = run(people(0, 90), ONE_DONE).holds().get(0).id();
        try (Run run = begin(false, id)) {
            steps.fail(run, new IllegalArgumentException("no source"));
            assertThat(journal(run, "run-start").get(0).path("approvals").toString()).isEqualTo("[\"" + id + "\"]");
            assertThat(journal(run, "run-end").get(0).path("exit").asInt()).isEqualTo(ExitCode.FAILED);
            assertThat(journal(run, "run-end").get(0).path("problems").get(0).asText()).isEqualTo("no source");
        }
    }

    @Test
    void letsNoSecondRunBeginBeside() {
        try (Run run = begin(false)) {
            assertThat(run.id()).isNotEmpty();
            assertThatThrownBy(() -> begin(false)).isInstanceOf(JournalException.class)
                    .hasMessageContaining("another run is in progress");
        }
        begin(false).close();
    }

    /** Camel looks for the next one before it has read the one before. */
    @Test
    void aSourceIsToldWhenItsTurnHasCome() {
        try (Run run = begin(false)) {
            Iterator<String> sources = steps.sources(run);
            assertThat(sources).hasNext();
            assertThat(runs.progress().doing()).isEmpty();
            assertThat(sources.next()).isEqualTo("staff");
            assertThat(runs.progress().doing()).isEqualTo("staff");
        }
    }

    @Test
    void countsATargetOnce() {
        try (Run run = begin(false)) {
            take(run, people(0, 1));
            assertThat(tasks(run, List.of(new Target("alice", null), new Target("alice", "x"))))
                    .containsExactly(new MailboxTask(brief(run.id()), "alice", null));
        }
    }

    @Test
    void leavesAReportHoweverItEnds() {
        try (Run run = begin(false)) {
            RunReport report = steps.fail(run, new IllegalArgumentException("no source"));
            assertThat(RunFolder.read(data.resolve("runs").resolve(run.id()))).isEqualTo(report);
        }
        try (Run run = begin(false)) {
            take(run, people(0, 1, "line 7: bad"));
            List<Target> targets =
                    List.of(new Target("alice", null, "Alice", "alice@x"), new Target("bob", null, "Bob", ""));
            entries.end(runs.turn(tasks(run, targets).get(0)),
                    new MailboxResult("alice", MailboxResult.Status.FAILED, "broken 7", "broken", Tally.NONE, 0));
            RunReport report = steps.fail(run, new IllegalArgumentException("gone"));
            assertThat(RunFolder.read(data.resolve("runs").resolve(run.id()))).isEqualTo(report);
            assertThat(report.mailboxes()).extracting(MailboxLine::called).containsExactly("alice@x", "Bob");
            assertThat(report.mailboxes()).extracting(MailboxLine::cause).containsExactly("broken",
                    "the run ended before it");
            assertThat(report.sources()).extracting(SourceLine::problems).containsExactly(List.of("line 7: bad"));
            assertThat(report.beats()).containsExactly(new Beat(0, 0, 0, 1));
        }
    }

    @Test
    void aReportThatCannotBeWrittenIsSaid() throws IOException {
        try (Run run = begin(false)) {
            take(run, people(0, 1));
            tasks(run, List.of(new Target("alice", null)));
            Files.createDirectories(data.resolve("runs").resolve(run.id()).resolve(RunFolder.REPORT).resolve("x"));
            RunReport report = steps.finish(run, ONE_DONE);
            assertThat(report.exit()).isEqualTo(ExitCode.PARTLY);
            assertThat(report.problems()).singleElement().asString().contains("cannot be written", "is a folder");
        }
    }
}
