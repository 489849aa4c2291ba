package io.contactsync.journal;

import io.contactsync.core.Hold;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A hold as the data folder remembers it between runs, with what a person decided.
 *
 * @param id what {@code holds approve} takes
 * @param kind what it is about
 * @param subject the source or the mailbox; empty if it is about several mailboxes
 * @param sentence who or what, how many of how many, over which limit
 * @param cause in mailboxes: why, as mailboxes share it; otherwise empty
 * @param keys the contacts concerned, {@code source|id} as shown
 * @param names display names of those whose name is known
 * @param changes how many changes wait; 0 if that is not known
 * @param mailboxes in how many mailboxes
 * @param members in mailboxes: the id of exactly what is held in each mailbox; otherwise empty
 * @param compared whether it is known which settings changed
 * @param settings keys of the configuration and files that changed since the last accepted run
 * @param since when a run first held it
 * @param run the latest run that held it
 * @param decision what a person decided; null if nobody has
 * @param begun whether what was approved has begun, and has to be gone on with
 */
public record KnownHold(String id, Hold.Kind kind, String subject, String sentence, String cause, List<String> keys,
        List<String> names, long changes, int mailboxes, Map<String, String> members, boolean compared,
        List<String> settings, Instant since, String run, Decision decision, boolean begun) {

    /** What a person decided, if anybody has. */
    public enum Word {
        WAITING, APPROVED, REJECTED;

        /** The word on screens, in the journal and in metrics. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A person's decision.
     *
     * @param word what; not that it waits
     * @param by name of the operating system's user
     * @param at when
     */
    public record Decision(Word word, String by, Instant at) {
    }

    public KnownHold {
        keys = List.copyOf(keys);
        names = List.copyOf(names);
        members = Map.copyOf(members);
        settings = List.copyOf(settings);
    }

    /** What a person decided. */
    public Word word() {
        return decision == null ? Word.WAITING : decision.word();
    }

    /** Whether a person let it through. */
    public boolean isApproved() {
        return word() == Word.APPROVED;
    }

    /** Whether a person wants it to stay held. */
    public boolean isRejected() {
        return word() == Word.REJECTED;
    }

    /** The same, decided. */
    public KnownHold decided(Decision by) {
        return new KnownHold(id, kind, subject, sentence, cause, keys, names, changes, mailboxes, members, compared,
                settings, since, run, by, begun);
    }

    /** The same, held by a later run too, as that one found it. */
    public KnownHold heldAgain(KnownHold later) {
        return new KnownHold(id, kind, subject, later.sentence, cause, keys, names, later.changes, later.mailboxes,
                later.members, compared, settings, since, later.run, decision, begun);
    }

    /** The same, of which a later run saw a part. */
    public KnownHold seenBy(String laterRun) {
        return new KnownHold(id, kind, subject, sentence, cause, keys, names, changes, mailboxes, members, compared,
                settings, since, laterRun, decision, begun);
    }

    /** The same, of which that is still to be done. */
    public KnownHold left(Map<String, String> rest) {
        return new KnownHold(id, kind, subject, sentence, cause, keys, names, changes, mailboxes, rest, compared,
                settings, since, run, decision, true);
    }

    /** It may stand on screens and in reports, but in no log: whom it is about is not told. */
    @Override
    public String toString() {
        return "KnownHold[id=" + id + ", kind=" + kind.word() + ", keys=" + keys.size() + ", changes=" + changes
                + ", mailboxes=" + mailboxes + "]";
    }
}
