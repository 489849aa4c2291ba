package io.contactsync.core;

import java.util.Collection;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Something that waits for a human, with the numbers that made it wait. Its id is made of exactly what is held: an
 * approval of one hold never lets another one through.
 *
 * @param id what {@code holds approve} takes
 * @param kind what it is about
 * @param subject the source or the mailbox; empty if it is about several mailboxes
 * @param part how many contacts vanished, changed or would be deleted
 * @param whole of how many
 * @param limit how many were allowed
 * @param cause of deletions: why, in words that mailboxes share; otherwise empty
 * @param keys the contacts concerned, as they are {@linkplain ContactKey#shown() shown}
 * @param members of deletions: what is held in each mailbox, as the id of exactly that; otherwise empty
 * @param sentence who or what, how many of how many, over which limit
 */
public record Hold(String id, Kind kind, String subject, int part, int whole, Limit limit, String cause,
        Set<ContactKey> keys, Map<String, String> members, String sentence) {

    /** What a hold is about. */
    public enum Kind {
        /** Contacts that a source named and does not name any more. */
        VANISHED,
        /** A source of which too much is not as it was: the whole run waits. */
        CHANGED,
        /** Deletions in mailboxes. */
        DELETES,
        /** A source that may have been renamed: the whole run waits. */
        FORGOTTEN;

        /** The kind of that word. */
        public static Kind of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }

        /** Whether the whole run waits for it. */
        public boolean isOfEverything() {
            return this == CHANGED || this == FORGOTTEN;
        }

        /** The word on screens, in the journal and in metrics; the id is made of it too. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final int ID_BYTES = 6;

    public Hold {
        keys = Set.copyOf(keys);
        members = Map.copyOf(members);
    }

    /** A hold on a source. */
    static Hold ofSource(Kind kind, String source, Collection<String> items, int whole, Limit limit,
            Set<ContactKey> keys, String sentence) {
        return new Hold(id(kind.word(), items), kind, source, items.size(), whole, limit, "", keys, Map.of(), sentence);
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

    /** The id of exactly those items, in whatever order they come. */
    static String id(String what, Collection<String> items) {
        String text = Stream.concat(Stream.of(what), items.stream().sorted()).collect(Collectors.joining("\n"));
        return HexFormat.of().formatHex(Sha256.of(text), 0, ID_BYTES);
    }
}
