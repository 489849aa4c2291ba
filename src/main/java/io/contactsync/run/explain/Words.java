package io.contactsync.run.explain;

import io.contactsync.core.ShellWord;
import io.contactsync.core.Times;

import java.time.Instant;

/**
 * How an answer says things.
 *
 * @param remedies what causes mean
 * @param times how moments are shown
 * @param category what our category is called
 */
public record Words(Remedies remedies, Times times, String category) {

    static final String RUN = "contact-sync sync";
    static final String MEND = "correct the contact in its source, then: " + RUN;
    static final String MAKE_A_TARGET =
            "make it one by the rule of targets.from in config/application.properties, then: contact-sync check";

    /** The one table of causes: what a cause means to people, and what they can do about it. */
    public interface Remedies {

        /** The cause in words. */
        String words(String cause);

        /** What to do about it; empty if there is nothing to say. */
        String next(String cause);
    }

    /** A moment, to the minute. */
    String minute(Instant time) {
        return times.minute(time);
    }

    /** A moment that is still to come. */
    String from(Instant time) {
        return times.from(time);
    }

    /** A hold's id behind a sentence; nothing for null, which is none. */
    static String hold(String id) {
        return id == null ? "" : " [" + id + "]";
    }

    /**
     * How to let a hold through. One that is not known any more has ended since, or its file was lost: the next run
     * finds it again.
     */
    String approval(String hold) {
        if (hold == null) {
            return "nothing of it waits any more: contact-sync sync";
        }
        return "look at it: contact-sync holds show " + hold
                + "   let it through: contact-sync holds approve " + hold;
    }

    /** An argument of a command line. */
    static String quoted(String text) {
        return ShellWord.of(text);
    }

    /** What a cause means, and what to do about it. */
    String cause(String cause) {
        return remedies.words(cause);
    }

    /**
     * What to do about a cause that befell a contact of theirs; what else there is to do if nobody knows.
     *
     * @param typed as they are typed on a command line
     */
    String remedy(String cause, String otherwise, String typed) {
        String next = remedies.next(cause);
        return next.isEmpty() ? otherwise : next.replace("<person>", quoted(typed));
    }
}
