package io.contactsync.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.contactsync.contact.IdFile;

import java.nio.file.Path;
import java.util.List;

/** Which users of the directory are targets, and why others are not: the bean behind {@code list-targets}. */
public final class Targets {

    private Targets() {
    }

    /** A user of the directory as a target; one that cannot have a mailbox is skipped with the reason. */
    public static Target of(JsonNode user) {
        String why = null;
        if (user.has("accountEnabled") && !user.path("accountEnabled").asBoolean()) {
            why = "the account is disabled";
        } else if (user.has("assignedLicenses") && user.path("assignedLicenses").isEmpty()) {
            why = "the user has no licence";
        }
        return new Target(user.path("id").asText(), why);
    }

    /** A line of the file that is no user of the directory. */
    public static Target unknown(String line) {
        return new Target(line, "the directory knows no such user");
    }

    /**
     * The lines of a file of object ids or user principal names, one a line, {@code #} begins a comment.
     *
     * @throws IllegalArgumentException if it cannot be read or names nobody
     */
    public static List<String> lines(String file) {
        List<String> lines = IdFile.read("targets.file", Path.of(file));
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("the file '" + file + "' of targets.file names nobody");
        }
        return lines;
    }
}
