package io.contactsync.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.contactsync.journal.Ageing;
import io.contactsync.contact.ContactRenderer;
import io.contactsync.contact.RenderedContact;
import io.contactsync.core.Contact;
import io.contactsync.core.ContactField;
import io.contactsync.core.ContactKey;
import io.contactsync.core.CurrentContact;
import io.contactsync.core.Desired;
import io.contactsync.core.DriftRules;
import io.contactsync.core.HiddenKey;
import io.contactsync.core.Limits;
import io.contactsync.core.MailboxResult;
import io.contactsync.core.Value;
import io.contactsync.journal.GrammarCheck;
import io.contactsync.problem.Problem;
import io.contactsync.source.SourceContacts;
import io.contactsync.source.SourceCounts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.time.Duration;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A run over one source, without Camel and without Graph. */
abstract class RunTestBase {

    static final ContactRenderer RENDERER = new ContactRenderer("Company", "main");
    static final Instant NOON = Instant.parse("2024-11-23T12:00:00Z");

    @TempDir
    Path data;

    RunSettings settings;
    Runs runs;
    RunSteps steps;
    Mailboxes mailboxes;
    final MailboxResults results = new MailboxResults();
    final JournalEntries entries = new JournalEntries();

    @BeforeEach
    void wire() {
        settings = RunSettings.of("main", "staff", "", false, 30, 15, false, data.toString());
        runs = new Runs(settings, new Limits(2, 3, 30, 2, 20), RENDERER, Fingerprint.parse("fingerprint"),
                Clock.fixed(NOON, ZoneOffset.UTC));
        steps = new RunSteps(RENDERER, false, DriftRules.STANDARD, runs.ended());
        mailboxes = new Mailboxes("Company");
    }

    @AfterEach
    void journalsKeepToTheGrammar() {
        GrammarCheck.all(data);
    }

    Run begin(boolean dryRun, String... approvals) {
        return runs.begin(new RunRequest(dryRun, Set.of(approvals)));
    }

    /** For longer than the settle time the data folder knows all that was sent. */
    void grownUp() {
        try (Run run = begin(false)) {
            entries.targets(run, List.of());
            steps.recall(run);
        }
        Ageing.of(data, Duration.ofMinutes(16));
    }

    void take(Run run, SourceContacts source) {
        steps.guard(run, List.of(source));
        entries.sources(run, List.of(source));
    }

    List<MailboxTask> tasks(Run run, List<Target> targets) {
        entries.targets(run, targets);
        steps.recall(run);
        if (!steps.isGoing(run)) {
            return List.of();
        }
        steps.keepContents(run);
        return steps.tasks(run);
    }

    /** The turns of those mailboxes, in order. */
    List<MailboxTurn> turns(Run run, String... ids) {
        return tasks(run, Stream.of(ids).map(id -> new Target(id, null)).toList()).stream().map(runs::turn).toList();
    }

    MailboxResult written(MailboxStep last) {
        return results.written(last.planned(), last);
    }

    /** Compared with what it holds, and past its guard. */
    MailboxPlan plan(MailboxTurn turn, Iterator<CurrentContact> held) {
        return mailboxes.guard(mailboxes.plan(turn, held));
    }

    /** Of a run that has read nothing. */
    static Brief brief(String run) {
        return new Brief(run, false, new SyncOrder(), SyncPlanning::plan, null, null, null, null, Map.of(),
                new Desired(List.of()), null, null, null);
    }

    static Contact person(int number) {
        return new Contact(new ContactKey("staff", "p" + number),
                Map.of(ContactField.DISPLAY_NAME, new Value.Text("Person " + number)));
    }

    static SourceContacts people(int from, int to, String... problems) {
        return new SourceContacts("staff", IntStream.range(from, to).mapToObj(RunTestBase::person).toList(),
                Arrays.stream(problems).map(Problem::of).toList(),
                new SourceCounts(problems.length, 0, 0, 0, 0, 0, 0, 0), List.of(), "");
    }

    /** People that a mailbox holds as they are desired. */
    static List<CurrentContact> held(int from, int to) {
        return IntStream.range(from, to).mapToObj(number -> {
            RenderedContact rendered = RENDERER.render(person(number));
            return new CurrentContact("c" + number, "v", true, new HiddenKey("main", rendered.key()), rendered.hash());
        }).toList();
    }

    static List<JsonNode> journal(Run run, String event) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(run.journal().file())) {
            JsonNode entry = new ObjectMapper().readTree(line);
            if (entry.path("event").asText().equals(event)) {
                lines.add(entry);
            }
        }
        return lines;
    }
}
