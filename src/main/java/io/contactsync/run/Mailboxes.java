package io.contactsync.run;

import io.contactsync.contact.CurrentContactReader;
import io.contactsync.contact.GraphBatches;
import io.contactsync.contact.MailboxContacts;
import io.contactsync.contact.Sights;
import io.contactsync.core.Change;
import io.contactsync.core.CurrentContact;
import io.contactsync.core.Dispatch;
import io.contactsync.core.EarlyEnd;
import io.contactsync.core.Event;
import io.contactsync.core.Hold;
import io.contactsync.core.MailboxGuard;
import io.contactsync.core.Plan;
import io.contactsync.core.Sight;
import io.contactsync.core.Step;
import io.contactsync.microsoftgraph.GraphBatchResponse;
import io.contactsync.microsoftgraph.GraphRequest;

import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The steps of one mailbox, as the routes take them: the bean behind {@code plan-mailbox}, {@code write-mailbox} and
 * {@code dispatch-step}.
 */
public final class Mailboxes {

    private final Sights sights;

    /** @param category the name of our category */
    public Mailboxes(String category) {
        this.sights = new Sights(new CurrentContactReader(category));
    }

    /** Compares what a mailbox holds, or what was found in it, with what is desired; reads that to its end. */
    public MailboxPlan plan(MailboxTurn turn, Iterator<CurrentContact> current) {
        turn.acquaintance(); // whatever the order: it hears of what this run does, and no owner is taken for it
        Plan plan = FewChanges.planning(turn, current).plan(turn, turn.run().tidings().deltas().lists(turn, current));
        return MailboxPlan.of(turn, plan, current instanceof MailboxContacts read && read.isShaky());
    }

    /** Whether it is planned by what a search finds in it. */
    public boolean isSearched(MailboxTurn turn) {
        return search(turn) != null;
    }

    /** That search, before it begins. */
    public FormerSearch search(MailboxTurn turn) {
        return turn.brief().planning().search(turn);
    }

    /** All folders were listed for it: nothing is planned before what is found was read. */
    public MailboxPlan searched(MailboxTurn turn, FormerSearch search) {
        return search.listed();
    }

    /** What is to be read was: asks the mailbox's guard. All goes, or what is too much waits, and the rest goes. */
    public MailboxPlan guard(MailboxPlan read) {
        MailboxPlan planned = read.read();
        Brief brief = planned.turn().brief();
        List<Hold> over = MailboxGuard.over(planned.mailbox(), planned.plan(), brief.policy(), brief.limits());
        Map<Boolean, List<Hold>> through = over.stream().collect(Collectors.partitioningBy(brief::lets));
        Tidings tidings = planned.turn().run().tidings();
        tidings.holds().guarded(planned.plan(), through.get(false), through.get(true));
        if (brief.order().isApproved() && !through.get(true).isEmpty()) {
            tidings.notes().over();
        }
        MailboxPlan held = planned.held(through.get(false));
        return held.shaky() && !held.turn().pause().isZero() ? held.confirmed(held.plan().withoutCreates()) : held;
    }

    /** Takes a second look before contacts are created that a list of several pages may have left out. */
    public MailboxPlan confirm(MailboxPlan planned, Iterator<CurrentContact> again) {
        return planned.confirmed(planned.plan().confirmedBy(again));
    }

    /** A run that carries a plan out does nothing that is not in it. */
    public MailboxPlan agree(MailboxPlan planned) {
        return planned.with(planned.turn().run().tidings().plan().agreed(planned));
    }

    /** Begins to write a planned mailbox, if anything is; after a stop all of it is left for the next run. */
    public MailboxStep begin(MailboxPlan agreed) {
        MailboxPlan planned = agreed.turn().run().caution().beside(agreed);
        MailboxTurn turn = planned.turn();
        Plan plan = planned.isToBeWritten() ? planned.plan() : planned.plan().only(change -> false);
        EarlyEnd ending = plan.changes().isEmpty() ? turn.run().ending() : turn.leaving();
        if (ending == null) {
            turn.run().tidings().begins(turn.mailbox(), plan);
        }
        return Calm.of(new MailboxStep(planned, ending != null
                ? Dispatch.stopped(turn.mailbox(), plan, turn.brief().rules(), ending, now(turn))
                : Dispatch.begin(turn.mailbox(), plan, turn.brief().rules(), turn.fitting(), now(turn))));
    }

    private static Instant now(MailboxTurn turn) {
        return turn.run().time().clock().instant();
    }

    /** The batch as Graph's requests. */
    public List<GraphRequest> requests(MailboxStep at) {
        Brief brief = at.turn().brief();
        return GraphBatches.requests(at.step().send(), brief::content, brief.rules().updateIfMatch());
    }

    /** The second look as Graph's requests. */
    public List<GraphRequest> questions(MailboxStep at) {
        return GraphBatches.requests(at.step().look());
    }

    /** Graph has answered the batch in flight. */
    public MailboxStep answered(MailboxStep at, GraphBatchResponse response) {
        at.turn().told(response);
        return on(at, new Event.Came(GraphBatches.answer(response), at.turn().run().time().chance()));
    }

    /** Graph has answered the second look. */
    public MailboxStep looked(MailboxStep at, GraphBatchResponse response) {
        at.turn().told(response);
        List<Sight> seen = sights.of(at.step().look(), response, at.turn().brief().policy());
        return on(at, new Event.Looked(seen, at.turn().run().time().chance()));
    }

    /** The mailbox was listed once more, after its first creates or its last deletions; reads the list to its end. */
    public MailboxStep listed(MailboxStep at, Iterator<CurrentContact> again) {
        if (at.step().emptying().watching()) {
            return on(at, new Event.Listed(0, plan(at.turn(), again).plan().changes().stream().map(Change::contactId)
                    .collect(Collectors.toSet())));
        }
        return on(at, new Event.Listed(SyncPlanning.freshness(at.turn()).strangers(again, at.turn().brief().policy(),
                at.step().state().first()::isOurs)));
    }

    /** What the dispatch asked for has come; if there was a stop meanwhile, it is told of that first. */
    private static MailboxStep on(MailboxStep at, Event event) {
        Dispatch state = at.step().state().holding(at.turn().fitting());
        EarlyEnd ending = at.turn().leaving();
        Dispatch told = ending != null ? state.on(new Event.Stop(ending), now(at.turn())).state() : state;
        return Calm.of(at.then(told.on(event, now(at.turn()))));
    }

    /** A slice of the wait is over; nothing came with it. */
    public MailboxStep due(MailboxStep at, Object nothing) {
        EarlyEnd ending = at.turn().leaving();
        Event event = ending != null ? new Event.Stop(ending) : new Event.Due();
        return Calm.of(at.then(at.step().state().on(event, now(at.turn()))));
    }

    // What the routes ask. Asked here and not as ${body...}: Camel would hash the whole plan to look its class up.

    /** Whether there is nothing to do. */
    public boolean isSkipped(MailboxTurn turn) {
        return turn.task().isSkipped() || turn.leaving() != null;
    }

    /** Whether the mailbox is to be listed once more before anything is created in it. */
    public boolean isShaky(MailboxPlan planned) {
        return planned.shaky();
    }

    /** Whether its run carries an earlier plan out. */
    public boolean isCarriedOut(MailboxPlan planned) {
        return planned.turn().run().tidings().plan().isCarriedOut();
    }

    /** Whether our category may be missing in the mailbox's list. */
    public boolean mayLackCategory(MailboxPlan planned) {
        return planned.mayLackCategory() && planned.turn().run().ending() == null;
    }

    /** Whether anything is left. Camel's loop asks after a failure too, with any body: another would hide it. */
    public boolean isRunning(Object body) {
        return body instanceof MailboxStep at && at.step().isRunning();
    }

    /** Whether a batch is to be sent. */
    public boolean isSending(MailboxStep at) {
        return at.step().isSending();
    }

    /** Whether contacts are to be looked at once more. */
    public boolean isLooking(MailboxStep at) {
        return at.step().isLooking();
    }

    /** Whether its default folder is to be listed once more, where contacts come to be. */
    public boolean isLookingForStrangers(MailboxStep at) {
        return at.step().isListing() && !at.step().emptying().watching();
    }

    /** Whether the mailbox is to be listed once more. */
    public boolean isListing(MailboxStep at) {
        return at.step().isListing();
    }
}
