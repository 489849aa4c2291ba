package io.contactsync.run;

import io.contactsync.core.Action;
import io.contactsync.core.Batch;
import io.contactsync.core.PlannedChange;
import io.contactsync.core.SecondLook;

import java.time.Duration;
import java.util.stream.IntStream;

/**
 * What it takes to carry out a plan, by what is known beforehand. Requests are counted as Graph counts them: what the
 * plan itself took to read, for it is read again, each change, and each contact that is looked at once more before it
 * is changed.
 *
 * <p>The time is that of the reading again, and the longest of three: all requests at the pace that is allowed; all
 * batches spread over the mailboxes that are written side by side; the batches of the mailbox with the most, one after
 * the other. A batch of {@value Batch#MAX} is taken for five single requests, because Graph works on four requests of a
 * mailbox at a time; how long a single one takes was measured while the mailboxes were read.
 *
 * @param requests about how many
 * @param time about how long
 */
public record PlanCost(long requests, Duration time) {

    private static final int ROUNDS = 5;
    /** A mailbox is read with its list of contacts and its list of folders. */
    private static final int REQUESTS_PER_READING = 2;
    private static final double UNKNOWN_MILLIS = 200;

    /**
     * How a plan is carried out.
     *
     * @param perSecond requests a second, at the most
     * @param inFlight mailboxes written side by side
     * @param updateIfMatch whether an update needs no second look
     */
    public record Means(int perSecond, int inFlight, boolean updateIfMatch) {
    }

    /** Requests of the mailboxes, by their places. */
    private record Requests(int[] writes, int[] looks, int[] deletes) {

        Requests(int places) {
            this(new int[places], new int[places], new int[places]);
        }

        void add(PlannedChange change, boolean updateIfMatch) {
            int look = SecondLook.weight(change.action(), change.isSweep(), updateIfMatch);
            int[] sent = change.action() == Action.DELETE ? deletes : writes;
            change.reach().places().forEach(place -> {
                sent[place]++;
                looks[place] += look;
            });
        }

        long all() {
            return IntStream.range(0, writes.length).mapToLong(place -> (long) writes[place] + looks[place]
                    + deletes[place]).sum();
        }

        /** Batches of each mailbox; deletions travel alone. */
        IntStream batches() {
            return IntStream.range(0, writes.length).map(place -> portions(writes[place]) + portions(looks[place])
                    + portions(deletes[place]));
        }

        private static int portions(int requests) {
            return (requests + Batch.MAX - 1) / Batch.MAX;
        }
    }

    /** Of that plan. */
    public static PlanCost of(RunReport plan, Means means) {
        int places = plan.changes().stream().flatMapToInt(change -> change.reach().places().max().stream()).max()
                .orElse(-1) + 1;
        Requests requests = new Requests(Math.max(places, plan.mailboxes().size()));
        plan.changes().forEach(change -> requests.add(change, means.updateIfMatch()));
        double batch = ROUNDS * single(plan);
        double spread = requests.batches().sum() * batch / Math.max(1, Math.min(means.inFlight(), places));
        double longest = requests.batches().max().orElse(0) * batch;
        double paced = 1000.0 * requests.all() / means.perSecond();
        return new PlanCost(plan.requests() + requests.all(), plan.took()
                .plusMillis((long) Math.max(paced, Math.max(spread, longest))));
    }

    /** How long a single request takes, in milliseconds: what the middle one of all mailboxes saw. */
    private static double single(RunReport plan) {
        long[] millis = plan.mailboxes().stream().mapToLong(MailboxLine::millis).filter(took -> took > 0).sorted()
                .toArray();
        return millis.length == 0 ? UNKNOWN_MILLIS : (double) millis[millis.length / 2] / REQUESTS_PER_READING;
    }
}
