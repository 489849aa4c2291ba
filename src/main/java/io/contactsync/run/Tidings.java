package io.contactsync.run;

import io.contactsync.core.MailboxResult;
import io.contactsync.core.Outcome;
import io.contactsync.core.Plan;
import io.contactsync.journal.MailboxFiles;
import io.contactsync.journal.QuarantineFile;
import io.contactsync.journal.RefusedFile;
import io.contactsync.problem.Problem;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

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
 * @param quarantine mailboxes that are left alone
 * @param refusals contacts that Graph refuses
 * @param acquaintances what is known of the mailboxes whose turn it is
 * @param deltas by which links mailboxes are asked for their changes
 * @param users which lists of users are as they were
 * @param asked what Graph was asked
 */
record Tidings(Findings findings, RunNotes notes, Gathered gathered, RunProgress progress, RunHolds holds,
        HeldNames names, RunPlan plan, RunQuarantine quarantine, RunRefusals refusals,
        Acquaintances acquaintances, RunDeltas deltas, RunUsers users, Asked asked) {

    /**
     * Of a run that begins.
     *
     * @param carriedOut the plan that is carried out; null if none is
     */
    static Tidings of(Begun begun, StoredPlan carriedOut, Fingerprint fingerprint, RunHolds holds) {
        RunSettings settings = begun.settings();
        Findings findings = new Findings();
        RunQuarantine quarantine = RunQuarantine.read(new QuarantineFile(settings.data()));
        RunRefusals refusals = RunRefusals.read(new RefusedFile(settings.data()));
        Stream.of(holds.begin().damage(), quarantine.damage(), refusals.damage()).filter(Objects::nonNull)
                .forEach(findings::add);
        Asked asked = new Asked(begun);
        ReadPrint print = ReadPrint.of(fingerprint);
        Gathered gathered = new Gathered(begun.time().clock(), begun.at());
        RunProgress progress = new RunProgress(begun.id(), begun.request().kind(), begun.time().clock(),
                () -> asked.all().throttled());
        return new Tidings(findings, notes(begun, carriedOut, fingerprint), gathered, progress, holds,
                new HeldNames(settings.data()),
                new RunPlan(begun, carriedOut, fingerprint, gathered), quarantine, refusals,
                new Acquaintances(new MailboxFiles(settings.data())),
                new RunDeltas(settings.data(), print),
                new RunUsers(settings.data(), print), asked);
    }

    private static RunNotes notes(Begun begun, StoredPlan carriedOut, Fingerprint fingerprint) {
        RunNotes notes = new RunNotes(new Elsewhere(begun.request().dryRun() ? Set.of()
                : new Neighbours(begun.settings().data()).known()), begun.request().dryRun());
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
        notes.plan(gathered.place(planned.mailbox()), planned.plan());
        gathered.planned(planned.mailbox(), planned.plan().managed());
        progress.planned(planned.mailbox(), planned.plan().changes().size());
        plan.add(planned);
        deltas.planned(planned);
    }

    /**
     * A mailbox is about to be written.
     *
     * @throws io.contactsync.journal.JournalException if what this makes untrue cannot be forgotten
     */
    void begins(String mailbox, Plan plan) {
        deltas.begins(mailbox, plan);
        remember(() -> {
            acquaintances.begins(mailbox, plan);
            return Instant.EPOCH;
        });
    }

    /** What became of changes in a mailbox. */
    void came(String mailbox, List<Outcome> outcomes, Brief brief) {
        outcomes.forEach(outcome -> {
            findings.causes().came(mailbox, outcome, brief.name(outcome.change().key()));
            holds.came(mailbox, outcome);
        });
        progress.came(mailbox, outcomes);
        acquaintances.came(mailbox, outcomes);
        deltas.came(mailbox, outcomes);
        refusals.came(mailbox, outcomes);
        notes.outcomes(outcomes);
    }

    /** A mailbox is through. */
    void ended(MailboxResult result, boolean isPlan) {
        deltas.ended(result, remember(() -> acquaintances.ended(result.mailbox(), !isPlan)));
        progress.ended(result.mailbox());
        gathered.ended(result, findings.causes().ended(result));
        holds.ended(result);
        quarantine.ended(result);
    }

    private interface Remembering {
        Instant run() throws IOException;
    }

    /** A mailbox of which nothing can be remembered costs readings in the next run, and nothing else. */
    private Instant remember(Remembering remembering) {
        try {
            return remembering.run();
        } catch (IOException unwritable) {
            findings.add(Problem.of("what is known of mailboxes cannot be kept: " + unwritable.getMessage()));
            return Instant.EPOCH;
        }
    }
}
