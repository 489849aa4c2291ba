package io.contactsync.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.contactsync.microsoftgraph.GraphPages;
import io.contactsync.source.TrackedUsers;

import java.time.Duration;
import java.util.Iterator;

/**
 * Asks whether users of the directory have changed, instead of reading them all: the bean behind {@code recall-users}.
 * An ordinary run does so, and no other.
 *
 * <pre>
 *  the answer                                    | what happens
 * -----------------------------------------------+---------------------------------------------------------
 *  no change, and a link for the next time       | the users are those of the last full reading
 *  a change of anybody                           | a link is begun, then all are read
 *  none, 410, no link, a link that leads away    | the same
 * </pre>
 */
public final class UserLists {

    /** What the list of targets is called. */
    static final String TARGETS = "targets";

    private final Duration often;

    /**
     * Wired from the configuration.
     *
     * @param days {@code sync.delta-days}: after so many all are read, whatever their changes say; 0 to read them
     *        always
     */
    public UserLists(int days) {
        this.often = Duration.ofDays(days);
    }

    /** What the list of a source is called; that of the targets stands beside it. */
    static String ofSource(String source) {
        return "source-" + source;
    }

    /** Whether what a run needs of a list may be as it was: with that filter and those properties changes say all. */
    public boolean isTold(Run run, String properties, String filter) {
        return run != null && !often.isZero() && DeltaRounds.isOrdinary(run.begun().request())
                && TrackedUsers.areAll(properties, filter);
    }

    /**
     * Such a list.
     *
     * @param list what it is called
     * @param properties that are read of each user, comma-separated
     * @param all reads them, as soon as the first is asked for
     */
    public UserList open(Run run, String list, String properties, GraphPages<JsonNode> all) {
        return new UserList(run, list, properties, often, all, all::isExact);
    }

    /** Graph answered: with what has changed, or with a link for what will. */
    public void told(UserList users, GraphPages<?> pages) {
        boolean changed = pages.hasNext();
        users.told(changed, changed ? null : pages.deltaLink());
    }

    /** Graph did not. */
    public void notTold(UserList users) {
        users.told(true, null);
    }

    /** The users, one after the other. */
    public Iterator<JsonNode> all(UserList users) {
        return users.rows();
    }
}
