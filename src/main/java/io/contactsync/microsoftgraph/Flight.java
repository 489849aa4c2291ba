package io.contactsync.microsoftgraph;

/**
 * How much may be under way at a time: a value that follows what comes back. Graph serves four requests of a batch at a
 * time, so that a batch takes four places and a single call takes one; until anything was refused each call counts as
 * four. A round is as much come back as may be under way.
 *
 * <pre>
 *  what came back                                  | places, in calls of four
 * -------------------------------------------------+---------------------------------------------------------
 *  nothing yet                                     | 8 calls, or the most if that is less
 *  a first round with nothing refused: Graph does  | 128 calls
 *   not count four for the whole application       |
 *  until anything was refused: an answer as fast   | one call more
 *   as before                                      |
 *  then: rounds, each at most an eighth refused    | a quarter more, once as many have come back as its patience
 *   and as fast as before                          |  says
 *  refused: of this round three and more than half | half of what was under way, at least four places; its
 *   of what came back, or as much as a quarter of  |  patience becomes four times as long, and half each time it
 *   what may be under way, three of the first      |  goes up again from eight
 * </pre>
 *
 * <p>There is more only where all of it was used. A refusal is a mailbox's, or a single call's: one request of a batch
 * that is refused beside others is none. As fast as before is a batch whose waves of four take at most twice as long as
 * they usually do. Patience bounds what it costs to try for more where there is no more to be had: with four places,
 * one try in {@value #LONGEST_PATIENCE} rounds. That is a single call's, beside a batch, for a batch that is one too
 * many is refused as a whole.
 *
 * @param limit how many places there are
 * @param most never more calls than that
 * @param patience how many rounds must come back well before there is more; 0 until anything was refused
 * @param well how many places have come back well since the limit last changed
 * @param round what has come back of the present round
 * @param usual what a wave of four usually takes, in nanoseconds; 0 if nobody knows
 */
record Flight(int limit, int most, int patience, int well, Round round, long usual) {

    static final int FIRST = 8;
    static final int LONGEST_PATIENCE = 128;
    private static final int PROVEN = 128;
    private static final int PLACES = 4;
    private static final int FEW = 8;
    private static final int SEVERAL = 3;

    /**
     * What is under way.
     *
     * @param calls how many calls
     * @param places how many requests Graph works on
     */
    record Load(int calls, int places) {

        static final Load NONE = new Load(0, 0);

        /** With a call of so many requests. */
        Load and(int requests) {
            return new Load(calls + 1, places + width(requests));
        }

        /** Without it. */
        Load without(int requests) {
            return new Load(calls - 1, places - width(requests));
        }
    }

    /**
     * Answers of a round.
     *
     * @param size how many places end it
     * @param came how many have come back
     * @param full whether all there was to be had was under way
     * @param answers how many calls that were
     * @param refused how often a mailbox was refused
     * @param lost how many places that were
     * @param timed how many tell how long a wave takes
     * @param nanos how long those took
     */
    record Round(int size, int came, boolean full, int answers, int refused, int lost, int timed,
            long nanos) {

        private static Round of(int limit) {
            return new Round(limit, 0, false, 0, 0, 0, 0, 0);
        }

        /** What came back before all was used says nothing of it. */
        private Round and(int places, boolean used, long wave) {
            return used && !full ? new Round(size, places, true, 1, 0, 0, wave > 0 ? 1 : 0, wave)
                    : new Round(size, came + places, full, answers + 1, refused, lost,
                            wave > 0 ? timed + 1 : timed, nanos + wave);
        }

        private Round andRefused(int places) {
            return new Round(size, came, full, answers, refused + 1, lost + places, timed, nanos);
        }

        private boolean isWell() {
            return full && refused * FEW <= answers;
        }

        private boolean isOver() {
            return came >= size;
        }
    }

    /** At the begin. */
    static Flight begin(int most) {
        int first = Math.min(FIRST, most) * PLACES;
        return new Flight(first, most, 0, 0, Round.of(first), 0);
    }

    /** How many requests of a call Graph works on at a time. */
    static int width(int requests) {
        return Math.min(PLACES, requests);
    }

    /** How many batches may be under way. */
    int calls() {
        return Math.min(most, limit / PLACES);
    }

    /** Whether a call of so many requests may be under way beside others; one of several needs places of its own. */
    boolean admits(int requests, Load others) {
        if (others.calls() >= most || patience == 0) {
            return others.calls() < calls();
        }
        int width = width(requests);
        return others.places() + width <= (width == 1 ? limit : limit - limit % PLACES);
    }

    /**
     * A mailbox was refused, or a single call: its answer has been told before.
     *
     * @param requests how many the call held
     * @param under what is under way, that call included
     */
    Flight refused(int requests, Load under) {
        Round next = round.andRefused(places(requests));
        boolean most = next.refused() >= SEVERAL && next.refused() * 2 > next.answers();
        int quarter = Math.max(limit / 4, patience == 0 ? SEVERAL * PLACES : 1);
        return most || next.lost() >= quarter ? fewer(under)
                : new Flight(limit, this.most, patience, well, next, usual);
    }

    private int places(int requests) {
        return patience == 0 ? PLACES : width(requests);
    }

    private Flight fewer(Load under) {
        int half = Math.max(PLACES, Math.min(limit, under.places()) / 2);
        return new Flight(half, most, Math.min(LONGEST_PATIENCE, Math.max(1, patience * 4)), 0, Round.of(half), usual);
    }

    /**
     * An answer came, whatever it says.
     *
     * @param requests how many the call held
     * @param under what is under way, that call included
     * @param wave how long four requests of a batch took at a time, in nanoseconds; 0 if it was none
     */
    Flight answered(int requests, Load under, long wave) {
        Round next = round.and(places(requests), !admits(requests, under), wave);
        boolean grows = patience == 0 && limit > FIRST * PLACES && next.isWell() && isFast(wave);
        int now = grows ? Math.min(most * PLACES, limit + PLACES) : limit;
        return next.isOver() ? over(now, next) : new Flight(now, most, patience, well, next, usual);
    }

    private boolean isFast(long wave) {
        return usual == 0 || wave <= 2 * usual;
    }

    private Flight over(int now, Round last) {
        long mean = last.timed() == 0 ? usual : last.nanos() / last.timed();
        long known = usual == 0 || mean < usual ? mean : usual + (mean - usual) / 4;
        if (patience == 0) {
            int next = last.isWell() ? Math.max(now, Math.min(most, PROVEN) * PLACES) : now;
            return new Flight(next, most, patience, well, Round.of(next), known);
        }
        int good = last.isWell() ? well + last.came() : well;
        if (!last.isWell() || !isFast(mean) || good < patience * limit) {
            return new Flight(now, most, patience, good, Round.of(now), known);
        }
        int higher = Math.min(most * PLACES, limit + Math.max(1, limit / 4));
        int less = limit < 2 * PLACES ? patience : Math.max(1, patience / 2);
        return new Flight(higher, most, less, 0, Round.of(higher), known);
    }
}
