package io.contactsync.core;

import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Something that waits for a human, with the numbers that made it wait. Its id is made of exactly what is held: an
 * approval of one hold never lets another one through.
 *
 * @param id what {@code holds approve} takes
 * @param kind what it is about
 * @param subject the source or the mailbox; empty if it is about several mailboxes
 * @param part how many contacts vanished, changed or would be written
 * @param whole of how many
 * @param limit how many were allowed
 * @param cause in mailboxes: why, in words that mailboxes share; otherwise empty
 * @param keys the contacts concerned, as they are {@linkplain ContactKey#shown() shown}
 * @param members in mailboxes: what is held in each mailbox, as the id of exactly that; otherwise empty
 * @param sentence who or what, how many of how many, over which limit
 */
public record Hold(String id, Kind kind, String subject, int part, int whole, Limit limit, String cause,
        Set<ContactKey> keys, Map<String, String> members, String sentence) {

    /** What a hold is about. */
    public enum Kind {
        /** Contacts that a source named and does not name any more. */
        VANISHED(false, null, "deletion", "they are named again"),
        /** A source of which too much is not as it was: the whole run waits. */
        CHANGED(true, null, "change", "the source says what it said"),
        /** Deletions in mailboxes. */
        DELETES(false, Plan::takesAway, "deletion", "nothing of it is to be deleted"),
        /** A source that may have been renamed: the whole run waits. */
        FORGOTTEN(true, null, "change", "its name is in sync.sources or sync.retired-sources"),
        /** Mailboxes that are no targets any more: nothing is taken out of them. */
        LEFT(false, null, "deletion", "they are targets again");

        private final boolean everything;
        private final Predicate<Change> waits;
        private final String one;
        private final String end;

        /**
         * @param everything whether the whole run waits for it
         * @param waits what of a mailbox's plan waits for it; null if it is not of mailboxes
         * @param one the noun of what waits, which takes an s
         * @param end when it ends by itself
         */
        Kind(boolean everything, Predicate<Change> waits, String one, String end) {
            this.everything = everything;
            this.waits = waits;
            this.one = one;
            this.end = end;
        }

        /** The kind of that word. */
        public static Kind of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }

        /** Whether the whole run waits for it. */
        public boolean isOfEverything() {
            return everything;
        }

        /** Whether it is about a part of mailboxes' plans: there it is counted and carried out one by one. */
        public boolean isOfMailboxes() {
            return waits != null;
        }

        /** Whether a change waits for it in a mailbox where it is held. */
        boolean holds(Change change) {
            return isOfMailboxes() && waits.test(change);
        }

        /** The noun of one thing that waits. */
        public String one() {
            return one;
        }

        /** The noun of any other number of them. */
        public String many() {
            return one + "s";
        }

        /** How it ends without an approval. */
        public String end(boolean configured) {
            return this == FORGOTTEN ? "name it in sync.sources or sync.retired-sources: the hold ends by itself"
                    : (configured ? "change the configuration back" : "wait") + ": the hold ends by itself when " + end;
        }

        /** Until when nothing is written if the whole run waits for it and nobody lets it through. */
        public String until(String source, boolean configured) {
            return this == FORGOTTEN ? end
                    : configured ? "the configuration is changed back" : source + " says again what it said";
        }

        /** The word on screens, in the journal and in metrics; the id is made of it too. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final int ID_BYTES = 6;

    public Hold {
        Stream.of(id, kind, subject, limit, cause, sentence).forEach(Objects::requireNonNull);
        keys = Set.copyOf(keys);
        members = Map.copyOf(members);
    }

    /** A hold on a source. */
    static Hold ofSource(Kind kind, String source, Collection<String> items, int whole, Limit limit,
            Set<ContactKey> keys, String sentence) {
        return new Hold(id(kind.word(), items), kind, source, items.size(), whole, limit, "", keys, Map.of(), sentence);
    }

    /** A hold on changes in one mailbox; mailboxes with the same changes have the same id. */
    static Hold ofMailbox(Kind kind, String mailbox, List<Change> changes, int whole, Limit limit, String cause,
            String sentence) {
        String id = id(kind, changes);
        return new Hold(id, kind, mailbox, changes.size(), whole, limit, cause,
                changes.stream().map(change -> change.key().shown()).collect(Collectors.toSet()), Map.of(mailbox, id),
                sentence);
    }

    /** A hold on sources that were synchronised before and are named nowhere any more. */
    public static Hold ofForgotten(Collection<String> sources, String sentence) {
        return new Hold(id(Kind.FORGOTTEN.word(), sources), Kind.FORGOTTEN, String.join(", ", sources), sources.size(),
                sources.size(), Limit.NONE, "", Set.of(), Map.of(), sentence);
    }

    /** The same without the contacts, which may be many. */
    Hold withoutKeys() {
        return new Hold(id, kind, subject, part, whole, limit, cause, Set.of(), members, sentence);
    }

    /** What of a mailbox's plan it is about: letting it through lets exactly that through. */
    public List<Change> in(Plan plan) {
        return plan.changes().stream().filter(kind::holds).filter(change -> keys.contains(change.key().shown()))
                .toList();
    }

    /** The id of exactly those changes in a mailbox. */
    public static String id(Kind kind, Collection<Change> changes) {
        return id(kind.word(), changes.stream().map(change -> change.key().text()).toList());
    }

    /** The id of exactly those items, in whatever order they come. */
    static String id(String what, Collection<String> items) {
        String text = Stream.concat(Stream.of(what), items.stream().sorted()).collect(Collectors.joining("\n"));
        return HexFormat.of().formatHex(Sha256.of(text), 0, ID_BYTES);
    }
}
