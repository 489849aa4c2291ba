package io.contactsync.run;

import io.contactsync.core.Change;
import io.contactsync.core.MailboxResult;
import io.contactsync.core.SeenContent;
import io.contactsync.core.Tally;
import io.contactsync.journal.JournalException;
import io.contactsync.source.SourceContacts;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The door to a run's journal: the bean behind {@code routes/audit}. What is written is told to the run too. Nothing is
 * returned, so that the routes go on with what they had.
 */
public final class JournalEntries {

    /** What became of each source, once the guards have judged. */
    public void sources(Run run, List<SourceContacts> sources) {
        sources.forEach(source -> run.journal().write(
                RunEntries.source(source, run.given().verdicts().policy().sources().get(source.source()),
                        run.tidings().users().since(UserLists.ofSource(source.source())))));
    }

    /** The mailboxes to synchronise. */
    public void targets(Run run, List<Target> found) {
        Scope scope = run.begun().request().order().scope();
        run.tidings().gathered().targets(found.stream().filter(target -> scope.hasMailbox(target.mailbox())).toList());
        int mailboxes = run.tidings().gathered().ids().size();
        run.tidings().progress().begins(mailboxes);
        run.journal().write(RunEntries.targets(mailboxes, run.given().rendered().size(),
                run.tidings().users().since(UserLists.TARGETS)));
    }

    /** The plan in numbers; its changes go into the plan of the run. */
    public void plan(MailboxPlan planned) {
        Run run = planned.turn().run();
        run.tidings().planned(planned);
        run.record().witness().planned(planned);
        run.write(List.of(MailboxEntries.plan(planned)), false);
    }

    /**
     * The intents of a batch that is about to be sent, and before them what was read of its contacts: they are on the
     * disk when this returns.
     */
    public void intents(MailboxStep at) {
        MailboxEntries entries = MailboxEntries.of(at.turn());
        Run run = at.turn().run();
        List<Change> changes = at.step().send().changes();
        Map<String, SeenContent> seen = at.planned().seen();
        List<SeenContent> contents = changes.stream().map(change -> seen(seen, change)).filter(Objects::nonNull)
                .toList();
        run.images().add(run.id(), run.begun().at(), contents);
        run.record().witness().seen(at.turn().mailbox(), contents);
        run.write(changes.stream().map(change -> entries.intent(change, seen(seen, change))).toList(), true);
        run.record().witness().intended(at.turn().mailbox(), changes);
    }

    private static SeenContent seen(Map<String, SeenContent> seen, Change change) {
        return change.contactId() == null ? null : seen.get(change.contactId());
    }

    /** What became of changes, counted too; on the disk with the next intents or the run's end. */
    public void outcomes(MailboxStep at) {
        MailboxTurn turn = at.turn();
        at.step().outcomes().forEach(RunMeters.of(turn.run().begun().settings())::came);
        turn.run().tidings().came(turn.mailbox(), at.step().outcomes(), turn.brief());
        turn.run().record().witness().came(turn.mailbox(), at.step().outcomes());
        MailboxEntries entries = MailboxEntries.of(turn);
        turn.run().write(at.step().outcomes().stream().map(entries::outcome).toList(), false);
    }

    /** What those mailboxes came to whose changes say that nothing is due: no more is asked of them. */
    public void unchanged(List<MailboxPlan> plans) {
        plans.forEach(planned -> {
            planned.turn().run().tidings().began(planned.mailbox());
            plan(planned);
            end(planned.turn(), new MailboxResult(planned.mailbox(), MailboxResult.Status.DONE, "", Tally.NONE,
                    planned.plan().unchanged()));
        });
    }

    /**
     * What a mailbox came to, counted too. If it cannot be written, or if by now too many
     * mailboxes refuse this application, the run comes to its end.
     */
    public void end(MailboxTurn turn, MailboxResult result) {
        Run run = turn.run();
        RunMeters.of(run.begun().settings()).ended(result);
        try {
            run.write(List.of(MailboxEntries.result(result)), false);
        } catch (JournalException broken) {
            run.abort(broken);
        }
        run.tidings().ended(result, turn.brief().dryRun());
        String denied = run.budget().ended(result, run.tidings().progress().targets());
        if (denied != null) {
            run.abort(new ManyDeniedException(denied));
        }
    }
}
