package io.contactsync.run;

import io.contactsync.core.SourceState;
import io.contactsync.core.Totals;
import io.contactsync.journal.Grammar;
import io.contactsync.journal.Journal;
import io.contactsync.journal.JournalEntry;
import io.contactsync.source.SourceContacts;
import io.contactsync.source.SourceCounts;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** What a run as a whole says in its journal. Ids, keys and numbers; no names. */
final class RunEntries {

    private RunEntries() {
    }

    static JournalEntry start(String run, RunRequest request, RunSettings settings, String fingerprint, AtBegin held) {
        Deed deed = Deed.of(request);
        return JournalEntry.of(Grammar.RUN_START).with("run", run).with("mode", request.mode())
                .with("plan", request.plan().isEmpty() ? null : request.plan()).with("instance", settings.instance())
                .with("sources", settings.sources()).with("configuration", fingerprint)
                .with("order", deed.isSync() ? null : deed.order())
                .with("undoes", deed.undoes().isEmpty() ? null : deed.undoes())
                .with("adopted", sorted(request.adopted())).with("approvals", sorted(held.ids()))
                .with("decisions", held.decisions());
    }

    private static List<String> sorted(Collection<String> names) {
        return names.isEmpty() ? null : names.stream().sorted().toList();
    }

    /** @param since when it was read, if it is taken as it was then; else null */
    static JournalEntry source(SourceContacts source, SourceState state, Instant since) {
        SourceCounts counts = source.counts();
        return JournalEntry.of(Grammar.SOURCE).with("source", source.source())
                .with("contacts", source.contacts().size())
                .with("state", state.name().toLowerCase(Locale.ROOT)).with("unchangedSince", time(since))
                .with("excluded", counts.excluded())
                .with("refused", counts.refused())
                .with("repeated", counts.repeated()).with("unreadPhones", counts.unreadPhones())
                .with("phonesOutOfText", counts.phonesOutOfText())
                .with("leftOut", counts.leftOut()).with("dropped", counts.dropped())
                .with("shortened", counts.shortened())
                .with("problems", Findings.safe(source.problems())).with("notes", Findings.safe(source.notes()));
    }

    /** @param since when they were listed, if they are taken as they were then; else null */
    static JournalEntry targets(int mailboxes, int desired, Instant since) {
        return JournalEntry.of(Grammar.TARGETS).with("mailboxes", mailboxes).with("desired", desired)
                .with("unchangedSince", time(since));
    }

    private static String time(Instant at) {
        return at == null ? null : Journal.time(at);
    }

    /** What time it is by Graph's clock, if Graph has told it. */
    static JournalEntry clock(Instant graph) {
        return JournalEntry.of(Grammar.CLOCK).with("graph", time(graph));
    }

    /** Something waits for a human; keys of the configuration and files are told, names are not. */
    static JournalEntry hold(OpenHold hold) {
        return JournalEntry.of(Grammar.HOLD).with("hold", hold.id()).with("kind", hold.kind())
                .with("reason", hold.sentence()).withSome("people", hold.people())
                .withSome("deletions", hold.changes())
                .withSome("mailboxes", hold.mailboxes())
                .with("settings", hold.settings().isEmpty() ? null : hold.settings())
                .with("since", hold.since().toString()).with("decision", hold.decision());
    }

    static JournalEntry end(String run, Totals totals, int exit, Duration took, List<String> problems,
            List<String> notes) {
        return JournalEntry.of(Grammar.RUN_END).with("run", run).with("exit", exit).with("done", totals.done())
                .with("skipped", totals.skipped())
                .with("held", totals.held()).with("waits", totals.waits()).with("failed", totals.failed())
                .with("created", totals.tally().created())
                .with("updated", totals.tally().updated()).with("deleted", totals.tally().deleted())
                .with("unchanged", totals.unchanged())
                .with("inDoubt", totals.tally().unknown()).with("seconds", took.toMillis() / 1000.0)
                .with("problems", problems).with("notes", notes);
    }
}
