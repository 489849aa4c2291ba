package io.contactsync.contact;

import io.contactsync.core.RetryBudget;

import java.time.Duration;

/** Says when a call may be repeated, for all that are under way at once. */
@FunctionalInterface
public interface RetryGrant {

    /** Outside of runs nothing is counted. */
    RetryGrant ALWAYS = after -> Duration.ZERO;

    /** How long to wait at least before one more is repeated, which then counts; null if it may not be at all. */
    Duration delay(RetryBudget.After after);
}
