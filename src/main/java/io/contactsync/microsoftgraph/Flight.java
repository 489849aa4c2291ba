package io.contactsync.microsoftgraph;

/**
 * How many calls may be under way at a time: a value that follows what comes back. A round is as many answers as calls
 * may be under way.
 *
 * <pre>
 *  what came back                                  | calls at a time
 * -------------------------------------------------+---------------------------------------------------------
 *  nothing yet                                     | 64, or the most if that is less
 *  until anything was refused: an answer as fast   | one more
 *   as before                                      |
 *  then: rounds, each at most an eighth refused    | a quarter more, once as many have come back as its patience
 *   and as fast as before                          |  says
 *  refused: of this round as many as a quarter of  | half as many, at least 1; its patience becomes four
 *   those under way, or three and more than half   |  times as long, and half each time it goes up again
 * </pre>
 *
 * <p>A refusal is a mailbox's, or a single call's: one request of a batch that is refused beside others is none. As
 * fast as before is a batch whose waves of four take at most twice as long as they usually do. Patience bounds what it
 * costs to try for more where there is no more to be had: at one call at a time, one try in {@value #LONGEST_PATIENCE}.
 *
 * @param limit how many calls may be under way
 * @param most never more than that
 * @param patience how many rounds must come back well before there is one more; 0 until anything was refused
 * @param well how many answers have come back well since the limit last changed
 * @param round what has come back of the present round
 * @param usual what a wave of four usually takes, in nanoseconds; 0 if nobody knows
 */
record Flight(int limit, int most, int patience, int well, Round round, long usual) {

    static final int FIRST = 64;
    static final int LONGEST_PATIENCE = 128;
    private static final int FEW = 8;
    private static final int SEVERAL = 3;

    /**
     * Answers of a round.
     *
     * @param size how many end it
     * @param answers all of them
     * @param refused how often a mailbox was refused
     * @param timed how many tell how long a wave takes
     * @param nanos how long those took
     */
    record Round(int size, int answers, int refused, int timed, long nanos) {

        private static Round of(int limit) {
            return new Round(limit, 0, 0, 0, 0);
        }

        private Round and(long wave) {
            return new Round(size, answers + 1, refused, wave > 0 ? timed + 1 : timed, nanos + wave);
        }

        private Round andRefused() {
            return new Round(size, answers, refused + 1, timed, nanos);
        }

        private boolean isWell() {
            return refused * FEW <= answers;
        }
    }

    /** At the begin. */
    static Flight begin(int most) {
        int first = Math.min(FIRST, most);
        return new Flight(first, most, 0, 0, Round.of(first), 0);
    }

    /** A mailbox was refused, or a single call: its answer has been told before. */
    Flight refused() {
        Round next = round.andRefused();
        int quarter = Math.max(1, limit / 4);
        boolean most = next.refused() >= Math.min(SEVERAL, quarter) && next.refused() * 2 > next.answers();
        if (!most && next.refused() < quarter) {
            return new Flight(limit, this.most, patience, well, next, usual);
        }
        int half = Math.max(1, limit / 2);
        return new Flight(half, this.most, Math.min(LONGEST_PATIENCE, Math.max(1, patience * 4)), 0, Round.of(half),
                usual);
    }

    /**
     * An answer came, whatever it says.
     *
     * @param wave how long four requests of a batch took at a time, in nanoseconds; 0 if it was none
     */
    Flight answered(long wave) {
        Round next = round.and(wave);
        boolean grows = patience == 0 && next.isWell() && isFast(wave);
        int now = grows ? Math.min(most, limit + 1) : limit;
        return next.answers() < next.size() ? new Flight(now, most, patience, well, next, usual) : over(now, next);
    }

    private boolean isFast(long wave) {
        return usual == 0 || wave <= 2 * usual;
    }

    private Flight over(int now, Round last) {
        long mean = last.timed() == 0 ? usual : last.nanos() / last.timed();
        long known = usual == 0 || mean < usual ? mean : usual + (mean - usual) / 4;
        int good = last.isWell() ? well + last.answers() : well;
        boolean more = patience > 0 && last.isWell() && isFast(mean) && good >= patience * limit;
        if (!more) {
            return new Flight(now, most, patience, good, Round.of(now), known);
        }
        int higher = Math.min(most, limit + Math.max(1, limit / 4));
        return new Flight(higher, most, Math.max(1, patience / 2), 0, Round.of(higher), known);
    }
}
