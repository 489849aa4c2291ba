package io.contactsync.core;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * By what people know whose contact it is, each value in the one form in which it is compared.
 *
 * @param mails e-mail addresses in lower case
 * @param numbers telephone numbers in E.164, whatever they are for
 * @param names names without accents, in lower case, words between single spaces
 */
public record Traits(Set<String> mails, Set<String> numbers, Set<String> names) {

    public Traits {
        mails = Set.copyOf(mails);
        numbers = Set.copyOf(numbers);
        names = Set.copyOf(names);
    }

    /** Whether both have values of one kind, and none of them in common. */
    static boolean differ(Set<String> some, Set<String> others) {
        return !some.isEmpty() && !others.isEmpty() && some.stream().noneMatch(others::contains);
    }

    /** Whether each has values that the other has not. */
    static boolean stray(Set<String> some, Set<String> others) {
        return !others.containsAll(some) && !some.containsAll(others);
    }

    /** Whether a word of their names is the same, or one of them has none. */
    boolean mayBeCalledLike(Traits other) {
        return names.isEmpty() || other.names.isEmpty()
                || words(names).stream().anyMatch(words(other.names)::contains);
    }

    /** Whether one's name holds all words of the other's, or one of them has none. */
    boolean isCalledLike(Traits other) {
        return names.isEmpty() || other.names.isEmpty() || names.stream().anyMatch(name -> other.names.stream()
                .anyMatch(theirs -> holds(name, theirs) || holds(theirs, name)));
    }

    private static boolean holds(String name, String other) {
        return new HashSet<>(Arrays.asList(name.split(" "))).containsAll(Arrays.asList(other.split(" ")));
    }

    private static Set<String> words(Set<String> names) {
        return names.stream().flatMap(name -> Arrays.stream(name.split(" "))).collect(Collectors.toSet());
    }
}
