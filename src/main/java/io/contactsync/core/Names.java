package io.contactsync.core;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The forms of names: those that a configuration gives to what is ours, and the ids that Graph gives to users. */
public final class Names {

    private static final Pattern KEBAB = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern OBJECT_ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private Names() {
    }

    /** Whether it is kebab-case: a-z, 0-9 and single hyphens between them. */
    public static boolean isKebab(String name) {
        return KEBAB.matcher(name).matches();
    }

    /** Whether it has the form of an object id of the directory. */
    public static boolean isObjectId(String id) {
        return OBJECT_ID.matcher(id).matches();
    }

    /** The parts of a comma-separated list, without the spaces around them; empty ones do not count. */
    public static List<String> list(String list) {
        return Stream.of(list.split(",")).map(String::strip).filter(part -> !part.isEmpty()).toList();
    }
}
