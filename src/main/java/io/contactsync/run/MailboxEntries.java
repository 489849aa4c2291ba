package io.contactsync.run;

import io.contactsync.contact.RenderedContact;
import io.contactsync.core.Action;
import io.contactsync.core.Change;
import io.contactsync.core.Kept;
import io.contactsync.core.Kept.Reason;
import io.contactsync.core.MailboxResult;
import io.contactsync.core.Outcome;
import io.contactsync.core.Plan;
import io.contactsync.journal.Grammar;
import io.contactsync.journal.JournalEntry;

/** What a mailbox's steps say in the journal. Ids and keys; names only where the configuration allows them. */
record MailboxEntries(String mailbox, Brief brief) {

    static MailboxEntries of(MailboxTurn turn) {
        return new MailboxEntries(turn.mailbox(), turn.brief());
    }

    static JournalEntry plan(MailboxPlan planned) {
        Plan plan = planned.plan();
        Kept kept = plan.kept();
        String mailbox = planned.mailbox();
        boolean settled = planned.turn().brief().earlier().recent().isConfirmedBy(mailbox, kept.of(Reason.CONFIRMED));
        return entry(Grammar.PLAN, mailbox).with("create", plan.count(Action.CREATE))
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
                .with("hold", planned.holds().isEmpty() ? null : planned.holds().get(0).id());
    }

    private static Integer some(int number) {
        return number == 0 ? null : number;
    }

    JournalEntry intent(Change change) {
        return change(Grammar.INTENT, change).with("reason", change.reason()).with("contact", change.contactId());
    }

    /** What was not sent had no intent, and its word is another one. */
    JournalEntry outcome(Outcome outcome) {
        JournalEntry entry = outcome.kind().isSent()
                ? change(Grammar.OUTCOME, outcome.change()).with("outcome", outcome.kind().word())
                : change(Grammar.LEFT, outcome.change());
        return entry.with("reason", outcome.reason()).with("contact", outcome.contactId());
    }

    private JournalEntry change(Grammar event, Change change) {
        boolean personal = brief.settings().personalData();
        RenderedContact named = personal ? brief.rendered(change.key()) : null;
        return entry(event, mailbox).with("change", change.action().word())
                .with("key", (personal ? change.key() : change.key().shown()).text())
                .with("name", named == null ? null : named.name());
    }

    static JournalEntry result(MailboxResult result) {
        return entry(result.status() == MailboxResult.Status.SKIPPED ? Grammar.SKIP : Grammar.MAILBOX, result.mailbox())
                .with("status", result.status().word()).with("reason", result.reason())
                .with("created", result.tally().created()).with("updated", result.tally().updated())
                .with("deleted", result.tally().deleted()).with("unchanged", result.unchanged());
    }

    private static JournalEntry entry(Grammar event, String mailbox) {
        return JournalEntry.of(event).with("mailbox", mailbox);
    }
}
