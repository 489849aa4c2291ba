package io.contactsync.proof;

/** What a route does instead of waiting. */
public final class RouteWait {

    /** Lets the time pass. */
    public void pass(long millis) {
        PassingTime.ONE.pass(millis);
    }
}
