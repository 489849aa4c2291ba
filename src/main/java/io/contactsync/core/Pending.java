package io.contactsync.core;

import java.time.Instant;

/**
 * A change that is still to be done.
 *
 * @param change which
 * @param tries how often it has been tried; an answer 429 proves that nothing was done, and is no try
 * @param refusals how often it was refused with 429
 * @param repeats whether its next call counts as a repetition: a refusal beside changes that were taken does not
 * @param notBefore it is not sent before this instant
 */
public record Pending(Change change, int tries, int refusals, boolean repeats, Instant notBefore) {

    /** One that was never sent. */
    Pending(Change change) {
        this(change, 0, 0, false, Instant.MIN);
    }

    Pending tried() {
        return new Pending(change, tries + 1, refusals, true, notBefore);
    }

    Pending refused() {
        return new Pending(change, tries, refusals + 1, repeats, notBefore);
    }

    Pending repeating() {
        return new Pending(change, tries, refusals, true, notBefore);
    }

    Pending until(Instant instant) {
        return new Pending(change, tries, refusals, repeats, instant);
    }

    Pending as(Change fresh) {
        return new Pending(fresh, tries, refusals, repeats, notBefore);
    }

    /** How often it has come back without a last word. */
    int vain() {
        return tries + refusals;
    }

    boolean isDue(Instant now) {
        return !notBefore.isAfter(now);
    }

    Outcome ends(Outcome.Kind kind, String why) {
        return new Outcome(change, kind, why, change.contactId());
    }

    /** The end of a change that is not in flight. */
    Outcome left(String why) {
        return ends(Outcome.Kind.LEFT, why);
    }
}
