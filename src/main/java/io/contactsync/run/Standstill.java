package io.contactsync.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.Function;

/** Why a run that leaves its mailboxes to workers stands still, if it does. Told by many threads at once. */
final class Standstill {

    /** What is silent for so long is worth a word. */
    static final Duration SOON = Duration.ofSeconds(10);

    private static final String SILENT = "no worker has been heard";

    private final Clock clock;
    private final Function<Duration, String> broker;
    private Instant heard;
    private boolean ever;
    private String refused = "";

    /** @param broker what is to be said of the broker, if it is not reached for so long; empty if it is */
    Standstill(Clock clock, Function<Duration, String> broker) {
        this.clock = clock;
        this.broker = broker;
        this.heard = clock.instant();
    }

    /** As long as no run leaves anything to workers. */
    static Standstill none() {
        return new Standstill(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), least -> "");
    }

    /** A worker that may have mailboxes is there. */
    synchronized void heard() {
        heard = clock.instant();
        ever = true;
    }

    /** One is there that may have none. */
    synchronized void refused(String worker) {
        refused = "the worker " + worker + " was refused: another version or configuration";
    }

    /** The same in a sentence; empty as long as a worker was heard within that time. */
    synchronized String sentence(Duration least) {
        String away = broker.apply(least);
        String why = away.isEmpty() ? cause(least) : away;
        return why.equals(SILENT) ? why + " for " + quiet().toSeconds() + " s" : why;
    }

    private String cause(Duration least) {
        return quiet().compareTo(least) < 0 ? "" : !refused.isEmpty() ? refused
                : ever ? SILENT : "no worker has asked for a mailbox yet";
    }

    /** Into the log, once; of the broker that tells anyway. */
    synchronized void tell(SaidOnce log, String run) {
        String why = cause(SOON);
        if (!why.isEmpty()) {
            log.warn("run=" + run + " stands still: " + why
                    + "; mailboxes wait for 'contact-sync worker' on another machine");
        }
    }

    private Duration quiet() {
        return Duration.between(heard, clock.instant());
    }
}
