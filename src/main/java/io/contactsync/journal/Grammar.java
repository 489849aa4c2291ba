package io.contactsync.journal;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which line of a journal may follow which: the table that readers of journals, and the tests, go by. A run has its
 * lines, each mailbox has its own between them, in any mixture with those of other mailboxes, and each change of a
 * mailbox has its own among these.
 *
 * <pre>
 *  event     | of a      | follows, among the lines of the same run, mailbox or change
 * -----------+-----------+---------------------------------------------------------------------------------------
 *  run-start | run       | nothing: it is the first line of all
 *  source    | run       | run-start, source
 *  hold      | run       | any but run-end; also between the lines of mailboxes
 *  targets   | run       | run-start, source, hold
 *  clock     | run       | targets, hold; before the first line of a mailbox
 *  removed   | run       | any but run-end: a run before it was old enough to be removed
 *  set-aside | run       | run-start, set-aside; only in a journal of what was done by hand
 *  erased    | run       | run-start, erased; only in a journal of what was done by hand
 *  run-end   | run       | any: it is the last line of all, and a run that was killed has none
 *  handed    | mailbox   | nothing, handed: a worker has it, said again as long as it is heard
 *  plan      | mailbox   | nothing, handed
 *  waits     | mailbox   | plan, outcome: all creates of the mailbox wait
 *  returned  | mailbox   | any but skip and mailbox, after handed: all that the worker did there stands before it
 *  skip      | mailbox   | nothing, plan, handed, returned: nothing follows it
 *  mailbox   | mailbox   | any but skip and mailbox: nothing follows it, no intent is open unless the mailbox failed
 *  intent    | change    | nothing, or an outcome retry-later
 *  outcome   | change    | intent: each one ends one intent
 *  left      | change    | nothing, or an outcome retry-later; no intent of the change follows it
 * </pre>
 */
public enum Grammar {
    /** A run begins: its id, mode and configuration. */
    RUN_START(Level.RUN),
    /** What one source named. */
    SOURCE(Level.RUN, "RUN_START", "SOURCE"),
    /** Something waits for a human. */
    HOLD(Level.RUN, "RUN_START", "SOURCE", "HOLD", "TARGETS", "CLOCK", "REMOVED"),
    /** How many mailboxes there are. */
    TARGETS(Level.RUN, "RUN_START", "SOURCE", "HOLD"),
    /** Graph's time beside ours. */
    CLOCK(Level.RUN, "TARGETS", "HOLD"),
    /** The journal of a run before it is removed, for it is old enough: what it was. */
    REMOVED(Level.RUN, "RUN_START", "SOURCE", "HOLD", "TARGETS", "CLOCK", "REMOVED"),
    /** A damaged or missing journal was set aside by hand. */
    SET_ASIDE(Level.RUN, "RUN_START", "SET_ASIDE"),
    /** A person was erased by hand from a file of a journal. */
    ERASED(Level.RUN, "RUN_START", "ERASED"),
    /** The run is over. */
    RUN_END(Level.RUN, "RUN_START", "SOURCE", "HOLD", "TARGETS", "CLOCK", "REMOVED", "SET_ASIDE", "ERASED"),
    /** A worker has the mailbox: until it has returned it, it may have created anything there. */
    HANDED(Level.MAILBOX, "HANDED", "RETURNED"),
    /** What is to be done in a mailbox, in numbers. */
    PLAN(Level.MAILBOX, "HANDED"),
    /** All creates of the mailbox wait, with the reason. */
    WAITS(Level.MAILBOX, "PLAN", "OUTCOME"),
    /** A worker has told all that it did in the mailbox. */
    RETURNED(Level.MAILBOX, "HANDED", "PLAN", "WAITS", "INTENT", "OUTCOME", "LEFT"),
    /** The mailbox was skipped. */
    SKIP(Level.MAILBOX, "PLAN", "HANDED", "RETURNED"),
    /** What the mailbox came to. */
    MAILBOX(Level.MAILBOX, "HANDED", "RETURNED", "PLAN", "WAITS", "INTENT", "OUTCOME", "LEFT"),
    /** A change is about to be sent. */
    INTENT(Level.CHANGE, "OUTCOME"),
    /** What became of a change that was sent. */
    OUTCOME(Level.CHANGE, "INTENT"),
    /** A change is not sent, or not sent again. */
    LEFT(Level.CHANGE, "OUTCOME");

    /** What a line speaks of. */
    public enum Level { RUN, MAILBOX, CHANGE }

    private static final Map<String, Grammar> BY_WORD =
            Arrays.stream(values()).collect(Collectors.toMap(Grammar::word, Function.identity()));

    private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');
    private final Level level;
    private final List<String> after;

    Grammar(Level level, String... after) {
        this.level = level;
        this.after = List.of(after);
    }

    /** The word in the journal. */
    public String word() {
        return word;
    }

    /** How it stands in a line of the journal, to look for it. */
    public String text() {
        return "\"event\":\"" + word + "\"";
    }

    /** What a line of this kind speaks of. */
    public Level level() {
        return level;
    }

    /** Kinds that it may follow, among the lines of what it speaks of. */
    public Set<Grammar> after() {
        Set<Grammar> kinds = EnumSet.noneOf(Grammar.class);
        after.forEach(name -> kinds.add(valueOf(name)));
        return kinds;
    }

    /** Whether it may be the first line of what it speaks of. */
    public boolean mayBegin() {
        return this == RUN_START || level != Level.RUN && this != WAITS && this != OUTCOME && this != RETURNED;
    }

    /** The kind of that word; null if there is none. */
    public static Grammar of(String word) {
        return BY_WORD.get(word);
    }

    /** Whether a run may say this before it has told Graph's time. */
    boolean isBeforeClock() {
        return level == Level.RUN && this != CLOCK && this != RUN_END;
    }
}
