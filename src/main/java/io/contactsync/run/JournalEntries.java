package io.contactsync.run;

import io.contactsync.contact.RenderedContact;
import io.contactsync.core.Action;
import io.contactsync.core.Change;
import io.contactsync.core.Kept;
import io.contactsync.core.Kept.Reason;
import io.contactsync.core.MailboxResult;
import io.contactsync.core.Outcome;
import io.contactsync.core.Plan;
import io.contactsync.core.Step;
import io.contactsync.journal.Grammar;
import io.contactsync.journal.JournalEntry;
import io.contactsync.journal.JournalException;

import java.util.List;

/**
 * What a mailbox's steps say in the journal: the bean behind {@code write-journal}. Ids and keys; names only where the
 * configuration allows them.
 */
public final class JournalEntries {

    private final Runs runs;

    public JournalEntries(Runs runs) {
        this.runs = runs;
    }

    /** Writes entries into the run's journal; durable ones are on the disk when this returns. */
    public void write(MailboxTask task, List<JournalEntry> entries, boolean durable) {
        Run run = runs.of(task.run());
        run.hear(durable);
        run.journal().write(entries, durable);
    }

    /** Something waits for a human; keys of the configuration and files are told, names are not. */
    static JournalEntry hold(OpenHold hold) {
        return JournalEntry.of(Grammar.HOLD).with("hold", hold.id()).with("kind", hold.kind())
                .with("reason", hold.sentence()).with("people", some(hold.people()))
                .with("deletions", hold.changes() == 0 ? null : hold.changes())
                .with("mailboxes", some(hold.mailboxes()))
                .with("settings", hold.settings().isEmpty() ? null : hold.settings())
                .with("since", hold.since().toString()).with("decision", hold.decision());
    }

    /** Writes what a mailbox came to, and counts it. If that fails, the run comes to its end. */
    public void end(MailboxTask task, MailboxResult result) {
        Run run = runs.of(task.run());
        try {
            run.journal().write(result(task, result), false);
        } catch (JournalException broken) {
            run.abort(broken);
        }
        run.tidings().ended(result);
    }

    /** The plan in numbers; its changes go into the plan of the run. */
    public List<JournalEntry> plan(MailboxPlan planned) {
        Plan plan = planned.plan();
        Kept kept = plan.kept();
        Run run = runs.of(planned.task().run());
        run.tidings().planned(planned);
        boolean settled = run.caution().earlier().recent().isConfirmedBy(planned.task().mailbox(),
                kept.of(Reason.CONFIRMED));
        return List.of(entry(Grammar.PLAN, planned.task()).with("create", plan.count(Action.CREATE))
                .with("update", plan.count(Action.UPDATE)).with("delete", plan.count(Action.DELETE))
                .with("unchanged", plan.unchanged()).with("managed", plan.managed())
                .with("unsettled", kept.of(Reason.UNSETTLED)).with("settled", settled)
                .with("keptIncompleteSource", some(kept.of(Reason.INCOMPLETE_SOURCE)))
                .with("keptHeldSource", some(kept.of(Reason.HELD_SOURCE)))
                .with("keptUnknownSource", some(kept.of(Reason.UNKNOWN_SOURCE)))
                .with("released", some(kept.of(Reason.RELEASED))).with("unproven", some(kept.of(Reason.UNPROVEN)))
                .with("otherInstance", some(kept.of(Reason.OTHER_INSTANCE)))
                .with("elsewhere", some(kept.of(Reason.ELSEWHERE))).with("doubles", some(plan.sweeps()))
                .with("strange", some(kept.of(Reason.STRANGE))).with("waiting", some(kept.of(Reason.WAITING)))
                .with("hold", planned.hold() == null ? null : planned.hold().id()));
    }

    private static Integer some(int number) {
        return number == 0 ? null : number;
    }

    /** The intents of a batch that is about to be sent. */
    public List<JournalEntry> intents(MailboxTask task, Step step) {
        return step.send().changes().stream().map(change -> change(Grammar.INTENT, task, change)
                .with("reason", change.reason()).with("contact", change.contactId())).toList();
    }

    /** What became of changes, counted too. */
    public List<JournalEntry> outcomes(MailboxTask task, Step step) {
        Run run = runs.of(task.run());
        step.outcomes().forEach(RunMeters::came);
        run.tidings().came(task.mailbox(), step.outcomes(), run.brief());
        return step.outcomes().stream().map(outcome -> outcome(task, outcome)).toList();
    }

    /** What was not sent had no intent, and its word is another one. */
    private JournalEntry outcome(MailboxTask task, Outcome outcome) {
        JournalEntry entry = outcome.kind().isSent()
                ? change(Grammar.OUTCOME, task, outcome.change()).with("outcome", outcome.kind().word())
                : change(Grammar.LEFT, task, outcome.change());
        return entry.with("reason", outcome.reason()).with("contact", outcome.contactId());
    }

    private JournalEntry change(Grammar event, MailboxTask task, Change change) {
        return entry(event, task).with("change", change.action().word()).with("key", key(task, change))
                .with("name", name(task, change));
    }

    private String key(MailboxTask task, Change change) {
        return (runs.of(task.run()).begun().settings().personalData() ? change.key() : change.key().shown()).text();
    }

    private String name(MailboxTask task, Change change) {
        Run run = runs.of(task.run());
        RenderedContact rendered = run.begun().settings().personalData() ? run.brief().rendered(change.key()) : null;
        return rendered == null ? null : rendered.name();
    }

    private static List<JournalEntry> result(MailboxTask task, MailboxResult result) {
        return List.of(entry(result.status() == MailboxResult.Status.SKIPPED ? Grammar.SKIP : Grammar.MAILBOX, task)
                .with("status", result.status().word()).with("reason", result.reason())
                .with("created", result.tally().created()).with("updated", result.tally().updated())
                .with("deleted", result.tally().deleted()).with("unchanged", result.unchanged()));
    }

    private static JournalEntry entry(Grammar event, MailboxTask task) {
        return JournalEntry.of(event).with("mailbox", task.mailbox());
    }
}
