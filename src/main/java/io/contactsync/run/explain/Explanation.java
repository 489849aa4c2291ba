package io.contactsync.run.explain;

import java.util.List;
import java.util.stream.Stream;

/**
 * An answer, ready to be shown.
 *
 * @param why the cause in one word, for scripts
 * @param sentence the verdict
 * @param facts what it rests on
 * @param groups of an answer on one person or one mailbox alone, how many there are of each kind; they add up
 * @param next what to do about it, or to look at
 * @param notes what makes the answer less than sure
 */
public record Explanation(String why, String sentence, List<Fact> facts, List<Group> groups, List<String> next,
        List<String> notes) {

    /** A line of facts: what it is about, and what is known of it. */
    public record Fact(String about, String text) {
    }

    /**
     * Mailboxes, or people, of one kind.
     *
     * @param count how many
     * @param text what they have in common
     * @param first the first of them by name
     */
    public record Group(int count, String text, List<String> first) {
        public Group {
            first = List.copyOf(first);
        }
    }

    public Explanation {
        facts = List.copyOf(facts);
        groups = List.copyOf(groups);
        next = List.copyOf(next);
        notes = List.copyOf(notes);
    }

    /** The same with more notes. */
    public Explanation noting(List<String> more) {
        return new Explanation(why, sentence, facts, groups, next, Stream.concat(notes.stream(), more.stream())
                .toList());
    }
}
