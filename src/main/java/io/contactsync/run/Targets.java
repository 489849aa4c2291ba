package io.contactsync.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.contactsync.source.IdFile;
import io.contactsync.source.UserState;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Which users of the directory are targets, and why others are not: the bean behind {@code list-targets}. */
public final class Targets {

    /** Why a mailbox is skipped whose owner is not there. */
    static final String NO_USER = "the directory knows no such user";

    private Targets() {
    }

    /**
     * All targets.
     *
     * @param users of the directory; a text stands for a line of the file that is none
     * @throws IllegalArgumentException if there is not a single one
     */
    public static List<Target> all(Iterator<Object> users) {
        List<Target> targets = new ArrayList<>();
        users.forEachRemaining(
                user -> targets.add(user instanceof JsonNode node ? of(node) : unknown(targets.size() + 1)));
        if (targets.isEmpty()) {
            throw new IllegalArgumentException("there is no target: the rule of targets.from finds nobody");
        }
        return targets;
    }

    /** By its place and not by what stands there: it may be an address. */
    private static Target unknown(int place) {
        return new Target("entry " + place + " of targets.file", NO_USER);
    }

    /** A user who was looked up by their object id; of that alone nothing is known but that there is no such user. */
    static Target lookedUp(Object user) {
        return user instanceof JsonNode node ? of(node) : new Target(user.toString(), NO_USER);
    }

    /** A user of the directory as a target; one that cannot have a mailbox is skipped with the reason. */
    private static Target of(JsonNode user) {
        return new Target(user.path("id").asText(), UserState.withoutMailbox(user), text(user, "displayName"),
                address(user));
    }

    private static String address(JsonNode user) {
        String mail = text(user, "mail");
        return mail.isEmpty() ? text(user, "userPrincipalName") : mail;
    }

    private static String text(JsonNode user, String property) {
        return user.path(property).isTextual() ? user.path(property).asText() : "";
    }

    /**
     * The lines of a file of object ids or user principal names, one a line, {@code #} begins a comment.
     *
     * @throws IllegalArgumentException if it cannot be read or names nobody
     */
    public static List<String> lines(String file) {
        List<String> lines = IdFile.read(Path.of(file));
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("the file '" + file + "' of targets.file names nobody");
        }
        return lines;
    }
}
