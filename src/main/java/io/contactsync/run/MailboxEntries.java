package io.contactsync.run;

import io.contactsync.contact.RenderedContact;
import io.contactsync.core.Action;
import io.contactsync.core.Change;
import io.contactsync.core.Kept;
import io.contactsync.core.Kept.Reason;
import io.contactsync.core.MailboxResult;
import io.contactsync.core.Outcome;
import io.contactsync.core.SeenContent;
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
                .withSome("keptIncompleteSource", kept.of(Reason.INCOMPLETE_SOURCE))
                .withSome("keptHeldSource", kept.of(Reason.HELD_SOURCE))
                .withSome("keptUnknownSource", kept.of(Reason.UNKNOWN_SOURCE))
                .withSome("released", kept.of(Reason.RELEASED)).withSome("unproven", kept.of(Reason.UNPROVEN))
                .withSome("otherInstance", kept.of(Reason.OTHER_INSTANCE))
                .withSome("elsewhere", kept.of(Reason.ELSEWHERE)).withSome("doubles", plan.sweeps())
                .withSome("drifted", plan.drift().size()).withSome("unread", kept.of(Reason.UNREAD))
                .withSome("deletedByOwner", kept.of(Reason.DELETED))
                .withSome("strange", kept.of(Reason.STRANGE)).withSome("waiting", kept.of(Reason.WAITING))
                .withSome("refused", kept.of(Reason.REFUSED))
                .with("read", read(mailbox, planned.turn().run().tidings().deltas()))
                .with("hold", planned.holds().isEmpty() ? null : planned.holds().get(0).id());
    }

    /** What the mailbox is planned by, where that is less than its list. */
    private static String read(String mailbox, RunDeltas deltas) {
        return deltas.isQuiet(mailbox) ? "delta" : deltas.few().isOf(mailbox) ? "search" : null;
    }

    /** @param seen what was read of the contact because somebody had touched it; null if it was not */
    JournalEntry intent(Change change, SeenContent seen) {
        return change(Grammar.INTENT, change).with("reason", change.reason()).with("contact", change.contactId())
                .with("before", seen == null ? change.before() : seen.hash()).with("after", change.after());
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

    /** What is done about our category in a mailbox's category list. */
    static JournalEntry category(Grammar event, String mailbox) {
        return entry(event, mailbox).with("change", "category");
    }

    /** Creates wait, for our category was there before us. */
    static JournalEntry waits(String mailbox, int creates) {
        return entry(Grammar.WAITS, mailbox).with("create", creates).with("reason", "our category may be there before "
                + "us, our contacts are not listed, and this data folder is too young to know why");
    }

    private static JournalEntry entry(Grammar event, String mailbox) {
        return JournalEntry.of(event).with("mailbox", mailbox);
    }
}
