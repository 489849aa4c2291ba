package io.contactsync.source;

import io.contactsync.microsoftgraph.GraphException;
import io.contactsync.problem.NearMiss;
import io.contactsync.problem.Sentences;

import java.util.Iterator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says in the words of the configuration what Graph refused: the key, what stands there, and what to do. Other failures
 * stay as they are.
 */
public final class Refusals {

    /** As in "Invalid filter clause: Could not find a property named 'departement' on type 'microsoft.graph.user'." */
    private static final Pattern PROPERTY = Pattern.compile("property named '([^']+)'");

    private static final String USERS = "GET /users ";

    private Refusals() {
    }

    /**
     * The same list, with its first page fetched: what is wrong with the question shows here and not where the rows are
     * used.
     */
    public static <T> Iterator<T> opened(Iterator<T> list) {
        list.hasNext();
        return list;
    }

    /**
     * Why a group could not be read.
     *
     * @throws RuntimeException always, with the reason
     */
    public static void group(String key, String group, GraphException refused) {
        throw explained(refused,
                key + " names a group that the directory does not know" + code(refused) + ": give object ids - was '"
                        + group + "'",
                "the application may not read the members of groups" + code(refused)
                        + ": grant it GroupMember.Read.All, or empty " + key);
    }

    /**
     * Why a central mailbox could not be read.
     *
     * @throws RuntimeException always, with the reason
     */
    public static void mailbox(String source, String mailbox, GraphException refused) {
        String key = "source." + source + ".mailboxes";
        throw explained(refused,
                key + " names a mailbox that does not exist" + code(refused) + ": give object ids or addresses - was '"
                        + mailbox + "'",
                key + " names a mailbox that the application may not read" + code(refused)
                        + ": grant it Contacts.Read there - was '" + mailbox + "'");
    }

    /** Why a source could not be read, in the words of its keys where it was the list of users that Graph refused. */
    static Exception inSource(String source, Exception failure) {
        boolean users =
                Sentences.cause(failure) instanceof GraphException refused && refused.getMessage().startsWith(USERS);
        return users ? users("source." + source + ".filter", (GraphException) Sentences.cause(failure)) : failure;
    }

    private static Exception users(String key, GraphException refused) {
        if (refused.status() == 400) {
            return new IllegalArgumentException(
                    key + wrongFilter(String.valueOf(refused.serverMessage())) + code(refused), refused);
        }
        return explained(refused, refused.getMessage(),
                "the application may not read the users of the directory, " + USERS + "was refused" + code(refused)
                        + ": grant it User.Read.All in Entra, with the consent of an administrator");
    }

    private static String wrongFilter(String said) {
        Matcher property = PROPERTY.matcher(said);
        if (property.find()) {
            String name = property.group(1);
            return ": '" + name + "' is not a property of a user in Microsoft Graph"
                    + NearMiss.question(name, UserProperty.known());
        }
        return " is no filter for users that Microsoft Graph can read: see "
                + "https://learn.microsoft.com/graph/filter-query-parameter";
    }

    private static String code(GraphException refused) {
        return " (" + refused.status() + " " + refused.code() + ")";
    }

    private static RuntimeException explained(GraphException refused, String unknown, String forbidden) {
        return switch (refused.status()) {
            case 404 -> new IllegalArgumentException(unknown, refused);
            case 403 -> new IllegalArgumentException(forbidden, refused);
            default -> refused;
        };
    }
}
