package io.contactsync.run;

import io.contactsync.core.MailboxResult;
import io.contactsync.core.Outcome;

import java.util.List;

/**
 * What a run hears of its sources and mailboxes while it goes on, each kind where it is added up for the end. Told by
 * all mailboxes at once.
 *
 * @param findings what was wrong, and why
 * @param notes what is worth saying although nothing is wrong
 * @param gathered sources and mailboxes, for the report
 * @param progress how far it is
 * @param holds what waits for a human, and what a human lets through
 * @param names of people that something is held about
 * @param plan the plan of the whole run
 */
record Tidings(Findings findings, RunNotes notes, Gathered gathered, RunProgress progress, RunHolds holds,
        HeldNames names, RunPlan plan) {

    /**
     * Of a run that begins.
     *
     * @param carriedOut the plan that is carried out; null if none is
     */
    static Tidings of(Begun begun, StoredPlan carriedOut, Fingerprint fingerprint, RunHolds holds) {
        RunSettings settings = begun.settings();
        Findings findings = new Findings();
        if (holds.begin().damage() != null) {
            findings.add(holds.begin().damage());
        }
        Gathered gathered = new Gathered(begun.time().clock(), begun.at());
        RunProgress progress = new RunProgress(begun.id(), begun.request().kind(), begun.time().clock(),
                () -> begun.graph().throttled());
        return new Tidings(findings, notes(begun, carriedOut, fingerprint), gathered, progress, holds,
                new HeldNames(settings.data()),
                new RunPlan(begun, carriedOut, fingerprint, gathered));
    }

    private static RunNotes notes(Begun begun, StoredPlan carriedOut, Fingerprint fingerprint) {
        RunNotes notes = new RunNotes();
        if (carriedOut != null && !carriedOut.head().fingerprint().equals(fingerprint.whole())) {
            notes.reconfigured(new PlanFit(begun.settings(), begun.category(), fingerprint).changed(carriedOut));
        }
        return notes;
    }

    /** A mailbox's turn has come. */
    void began(String mailbox) {
        progress.began(mailbox);
        gathered.began(mailbox);
    }

    /** A mailbox was planned. */
    void planned(MailboxPlan planned) {
        notes.plan(planned.plan());
        gathered.planned(planned.mailbox(), planned.plan().managed());
        progress.planned(planned.mailbox(), planned.plan().changes().size());
        plan.add(planned);
    }

    /** What became of changes in a mailbox. */
    void came(String mailbox, List<Outcome> outcomes, Brief brief) {
        outcomes.forEach(outcome -> {
            findings.causes().came(mailbox, outcome, brief.name(outcome.change().key()));
            holds.came(mailbox, outcome);
        });
        progress.came(mailbox, outcomes);
        notes.outcomes(outcomes);
    }

    /** A mailbox is through. */
    void ended(MailboxResult result) {
        progress.ended(result.mailbox());
        gathered.ended(result, findings.causes().ended(result));
        holds.ended(result);
    }
}
