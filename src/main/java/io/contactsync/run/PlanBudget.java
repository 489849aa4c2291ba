package io.contactsync.run;

import io.contactsync.core.Action;
import io.contactsync.core.Plan;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * How many planned changes may be in memory at a time, over all mailboxes: a planned update or delete keeps the id and
 * the version that Graph gave the contact, some 350 bytes; a planned create has neither. On a worker it is noted with
 * both until the mailbox is given back, and weighs the same.
 *
 * <p>Before a mailbox is read it reserves the worst case, all that is desired or looked for being updates; when its
 * plan is known it gives back what that does not need, and the rest when it is finished. First come, first served. A
 * mailbox holds one reservation and never waits for a second, so whoever holds one comes to an end, and no mailbox is
 * too large to get its turn. No more are begun than Graph takes calls at a time ({@link Flights}).
 */
public final class PlanBudget {

    /** Of the heap for each change, which leaves two thirds of it to everything else. */
    private static final int BYTES_PER_CHANGE = 1_024;
    private static final int CREATES_PER_CHANGE = 16;
    /**
     * What the program itself takes, whatever it does: on a small heap that is most of it, and mailboxes go fewer at a
     * time.
     */
    private static final long ALL_ELSE = 40L << 20;
    /**
     * What a mailbox takes beside its plan while it is read and written, in changes: pages and batches in its
     * connection's buffers.
     */
    private static final int BUFFERS = 200;

    private final int budget;
    private final int buffers;
    private final Permits permits;
    private final Flights flights = new Flights();
    private final Map<MailboxTask, Integer> reserved = new ConcurrentHashMap<>();

    /** A fair semaphore that can be overdrawn. */
    private static final class Permits extends Semaphore {

        private static final long serialVersionUID = 1L;

        Permits(int permits) {
            super(permits, true);
        }

        void overdraw(int number) {
            reducePermits(number);
        }
    }

    /** As many changes as this process's largest heap allows. */
    public PlanBudget() {
        this(changes(Runtime.getRuntime().maxMemory()), BUFFERS);
    }

    static int changes(long heap) {
        return (int) Math.min(Integer.MAX_VALUE, Math.max(1, (heap - ALL_ELSE) / BYTES_PER_CHANGE));
    }

    /** That many changes. */
    public PlanBudget(int budget) {
        this(budget, 0);
    }

    private PlanBudget(int budget, int buffers) {
        this.budget = budget;
        this.buffers = buffers;
        this.permits = new Permits(budget);
    }

    /** Waits until Graph takes one more mailbox, and its plan fits, whatever will be in it. */
    public void reserve(MailboxTurn turn) throws InterruptedException {
        flights.enter(turn);
        FewChanges few = turn.run().tidings().deltas().few();
        take(turn.task(), (few.isOf(turn.mailbox()) ? few.size() : turn.brief().desired().size()) + buffers);
    }

    void take(MailboxTask task, int worst) throws InterruptedException {
        if (reserved.containsKey(task)) {
            throw new IllegalStateException("the mailbox " + task.mailbox() + " has a reservation");
        }
        int wanted = Math.min(worst, budget);
        permits.acquire(wanted);
        reserved.put(task, wanted);
    }

    /**
     * The mailbox's plan is known: what it does not need is given back. A plan larger than its reservation, which
     * deletions can make of it, overdraws the budget at once; others then wait the longer.
     */
    public MailboxPlan known(MailboxTask task, MailboxPlan planned) {
        boolean noted = planned.turn().run().record().witness() != Witness.NONE;
        keep(task, (noted ? planned.plan().changes().size() : weight(planned.plan())) + buffers);
        return planned;
    }

    void keep(MailboxTask task, int weight) {
        int spare = reserved.put(task, weight) - weight;
        if (spare > 0) {
            permits.release(spare);
        } else {
            permits.overdraw(-spare);
        }
    }

    static int weight(Plan plan) {
        int creates = plan.count(Action.CREATE);
        return plan.changes().size() - creates + (creates + CREATES_PER_CHANGE - 1) / CREATES_PER_CHANGE;
    }

    /** The mailbox is finished, in whatever way; one that reserved nothing gives nothing back. */
    public void giveBack(MailboxTurn turn) {
        giveBack(turn.task());
        flights.leave(turn);
    }

    void giveBack(MailboxTask task) {
        Integer held = reserved.remove(task);
        if (held != null) {
            permits.release(held);
        }
    }

    /** What is free at present; less than nothing if the budget is overdrawn. */
    public int free() {
        return permits.availablePermits();
    }

    /** How many mailboxes wait, roughly. */
    int waiting() {
        return permits.getQueueLength();
    }
}
