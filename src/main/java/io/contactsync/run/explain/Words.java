package io.contactsync.run.explain;

import io.contactsync.core.Times;

import java.time.Instant;
import java.util.function.Predicate;

/**
 * How an answer says things.
 *
 * @param commands whether this program has a command of that name: only such are recommended
 * @param times how moments are shown
 */
public record Words(Predicate<String> commands, Times times) {

    /** A moment, to the minute. */
    String minute(Instant time) {
        return times.minute(time);
    }

    /** A moment that is still to come. */
    String from(Instant time) {
        return times.from(time);
    }

    /** The first of two sentences if there is such a command, else the second. */
    String with(String command, String sentence, String otherwise) {
        return commands.test(command) ? sentence : otherwise;
    }

    /** A hold's id behind a sentence; nothing for null, which is none. */
    static String hold(String id) {
        return id == null ? "" : " [" + id + "]";
    }

    /** How to let a hold through. One that is not known any more has ended since, or its file was lost: the next run finds it again. */
    String approval(String hold) {
        if (hold == null) {
            return "nothing of it waits any more: contact-sync sync";
        }
        return with("holds", "look at it: contact-sync holds show " + hold
                + "   let it through: contact-sync holds approve " + hold,
                "let it through: contact-sync sync --approve " + hold);
    }

    /** How to see what a run would do. */
    String plan() {
        return with("plan", "contact-sync plan", "contact-sync sync --dry-run");
    }

    /** An argument of a command line: what holds a space stands in quotes. */
    static String quoted(String text) {
        return text.matches("[\\w@.+|#-]+") ? text : "\"" + text.replace("\"", "'") + "\"";
    }
}
