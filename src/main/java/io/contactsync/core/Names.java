package io.contactsync.core;

import java.util.regex.Pattern;

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
}
