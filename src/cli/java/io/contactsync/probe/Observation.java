package io.contactsync.probe;

/**
 * What the mailbox answered to a question.
 *
 * @param verdict one word or two, empty if the question stays open
 * @param seen    what came back: statuses, codes, times
 * @param setting what to set in config/application.properties, or that nothing depends on it
 */
record Observation(String verdict, String seen, Sureness sureness, String setting) {

    static final String NOTHING = "nothing depends on it";

    static Observation certain(String verdict, String seen) {
        return new Observation(verdict, seen, Sureness.CERTAIN, NOTHING);
    }

    static Observation sampled(String verdict, String seen) {
        return new Observation(verdict, seen, Sureness.SAMPLED, NOTHING);
    }

    static Observation unclear(String seen) {
        return new Observation("", seen, Sureness.UNCLEAR, NOTHING);
    }

    static Observation notTried(String why) {
        return new Observation("", why, Sureness.NOT_TRIED, NOTHING);
    }

    /** The same with something to set. */
    Observation setting(String what) {
        return new Observation(verdict, seen, sureness, what);
    }
}
