package io.contactsync.run;

import io.contactsync.contact.ReadRetry;

import java.time.Duration;

/** How much a run may spend, as the configuration says it: makes the budget of each run. */
public final class RunBudgets {

    /** What has begun is to come back before the run's time is over: a wait in line, a call, its answer. */
    private static final Duration COMES_BACK = Duration.ofMinutes(8);

    private final Duration time;
    private final Duration pause;
    private final ReadRetry reads;

    /**
     * Wired from the configuration.
     *
     * @param runMinutes how long a run may take
     * @param stormSeconds how long a run pauses when most calls fail, the first time
     * @param reads asks the budget of the run in progress before a reading is repeated
     */
    public RunBudgets(int runMinutes, int stormSeconds, ReadRetry reads) {
        if (runMinutes < 1) {
            throw new IllegalArgumentException("sync.run-minutes must be 1 or more - was " + runMinutes);
        }
        if (stormSeconds < 1) {
            throw new IllegalArgumentException("sync.storm-seconds must be 1 or more - was " + stormSeconds);
        }
        this.time = Duration.ofMinutes(runMinutes);
        this.pause = Duration.ofSeconds(stormSeconds);
        this.reads = reads;
    }

    /** Of a run that is about to begin. */
    RunBudget of(RunTime runs) {
        return new RunBudget(runs, time, pause, reads);
    }

    /** How long a run goes on sending: until half of a short time is over. */
    static Duration sending(Duration time) {
        Duration half = time.dividedBy(2);
        return time.minus(half.compareTo(COMES_BACK) < 0 ? half : COMES_BACK);
    }
}
