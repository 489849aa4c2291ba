package io.contactsync.probe;

/**
 * What the mailbox answered to a question.
 *
 * @param verdict one word or two, empty if the question stays open
 * @param seen    what came back: statuses, codes, times
 * @param setting what to set in config/application.properties, or that nothing depends on it
 */
record Answer(String verdict, String seen, Sureness sureness, String setting) {

    static final String NOTHING = "nothing depends on it";

    static Answer certain(String verdict, String seen) {
        return new Answer(verdict, seen, Sureness.CERTAIN, NOTHING);
    }

    static Answer sampled(String verdict, String seen) {
        return new Answer(verdict, seen, Sureness.SAMPLED, NOTHING);
    }

    static Answer unclear(String seen) {
        return new Answer("", seen, Sureness.UNCLEAR, NOTHING);
    }

    static Answer notTried(String why) {
        return new Answer("", why, Sureness.NOT_TRIED, NOTHING);
    }

    /** The same with something to set. */
    Answer setting(String what) {
        return new Answer(verdict, seen, sureness, what);
    }
}
