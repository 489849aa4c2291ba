package io.contactsync.run;

import io.contactsync.journal.KnownHold;

import java.time.Instant;
import java.util.List;

/**
 * A hold with all that a person needs to decide: who, why, with what effect, for how long.
 *
 * @param id what {@code holds approve} takes; made of exactly what is held
 * @param kind {@code vanished} (people of a source), {@code changed} (a source), {@code deletes} (in mailboxes) or
 * {@code forgotten} (a renamed source)
 * @param sentence who or what, how many of how many, over which limit
 * @param names display names of those concerned, the first ones; their keys where no name is known
 * @param people how many are concerned in all
 * @param settings keys of the configuration, and files, that changed since the last accepted run; empty if none did, or
 * if that is not known
 * @param changes how many changes wait; 0 if that is not known
 * @param mailboxes in how many mailboxes; 0 if that is not known, as when the whole run waits
 * @param everything whether the whole run waits
 * @param since when a run first held it
 * @param run the latest run that held it
 * @param decision {@code waiting}, {@code approved} or {@code rejected}
 * @param by who decided; empty if nobody has
 * @param at when; null if nobody has
 * @param reason why it came to be, in words: what changed since the last accepted run
 */
public record OpenHold(String id, String kind, String sentence, List<String> names, int people, List<String> settings,
        long changes, int mailboxes, boolean everything, Instant since, String run, String decision, String by,
        Instant at, String reason) {

    /** Nobody has decided. */
    public static final String WAITING = KnownHold.Word.WAITING.text();

    /** More names than these nobody reads in a report. */
    private static final int NAMED = 100;

    public OpenHold {
        names = List.copyOf(names);
        settings = List.copyOf(settings);
    }

    /** One that waits, for a reason that is not known. */
    public OpenHold(String id, String kind, String sentence, List<String> names, int people, List<String> settings,
            long changes, int mailboxes, boolean everything, Instant since, String run, String decision) {
        this(id, kind, sentence, names, people, settings, changes, mailboxes, everything, since, run, decision, "",
                null, "");
    }

    /** As it is remembered. */
    public static OpenHold of(KnownHold hold) {
        boolean decided = hold.decision() != null;
        List<String> who = hold.names().isEmpty() ? hold.keys() : hold.names();
        return new OpenHold(hold.id(), hold.kind().word(), hold.sentence(), who.stream().limit(NAMED).toList(),
                hold.keys().size(), hold.settings(), hold.changes(), hold.mailboxes(), hold.kind().isOfEverything(),
                hold.since(), hold.run(), hold.word().text(), decided ? hold.decision().by() : "",
                decided ? hold.decision().at() : null, reason(hold));
    }

    private static String reason(KnownHold hold) {
        if (!hold.compared()) {
            return "";
        }
        return hold.settings().isEmpty() ? "nothing in the configuration explains it: ask the source's keeper"
                : "since the configuration changed: " + String.join(", ", hold.settings());
    }

    /** Whether nobody has decided. */
    public boolean isWaiting() {
        return decision.equals(WAITING);
    }

    /** Whether a person wants it to stay held. */
    public boolean isRejected() {
        return decision.equals(KnownHold.Word.REJECTED.text());
    }

    /** It may stand on screens and in reports, but in no log: whom it is about is not told. */
    @Override
    public String toString() {
        return "OpenHold[id=" + id + ", kind=" + kind + ", people=" + people + ", changes=" + changes + ", mailboxes="
                + mailboxes + "]";
    }
}
