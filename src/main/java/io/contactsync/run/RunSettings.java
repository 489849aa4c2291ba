package io.contactsync.run;

import io.contactsync.core.ContactKey;
import io.contactsync.core.Names;
import io.contactsync.journal.DataPlaces;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The configuration of a run, checked as a whole before anything begins.
 *
 * @param instance name of this installation, part of every hidden key
 * @param sources names of the sources, in order
 * @param retiredSources names of former sources whose contacts shall go
 * @param ownCard whether a person's own card stands in their own mailbox
 * @param mailboxDeadline how long one mailbox may take in a run
 * @param settle how long an unclear or fresh create is not repeated
 * @param personalData whether the journal may hold display names
 * @param data folder of journals and state
 * @param tenant what the customer is called where one process serves several; empty where it does not
 */
public record RunSettings(String instance, List<String> sources, List<String> retiredSources, boolean ownCard,
        Duration mailboxDeadline, Duration settle, boolean personalData, Path data, String tenant) {

    /** Longer than a batch may wait in the component before it is sent, and for its answer after that. */
    private static final int LEAST_SETTLE = 10;

    /** Longest name of an installation, in characters. */
    public static final int LONGEST_INSTANCE = 20;

    /** From configuration values; minutes where a time is meant. */
    public static RunSettings of(String instance, String sources, String retiredSources, boolean ownCard,
            int mailboxMinutes, int settleMinutes, boolean personalData, String data) {
        return of(instance, sources, retiredSources, ownCard, mailboxMinutes, settleMinutes, personalData, data, "");
    }

    /** The same for one of several tenants. */
    public static RunSettings of(String instance, String sources, String retiredSources, boolean ownCard,
            int mailboxMinutes, int settleMinutes, boolean personalData, String data, String tenant) {
        return new RunSettings(instance, Names.list(sources), Names.list(retiredSources), ownCard,
                Duration.ofMinutes(mailboxMinutes), Duration.ofMinutes(settleMinutes), personalData, Path.of(data),
                tenant);
    }

    /** Whether an installation may be called so. */
    public static boolean isInstance(String name) {
        return Names.isKebab(name) && name.length() <= LONGEST_INSTANCE;
    }

    public RunSettings {
        require(isInstance(instance),
                "sync.instance must be kebab-case (a-z, 0-9, -), at most " + LONGEST_INSTANCE + " characters",
                instance);
        require(!sources.isEmpty(), "sync.sources must name at least one source", "empty");
        require(new HashSet<>(sources).size() == sources.size(), "sync.sources must name each source once",
                String.join(",", sources));
        for (String name : sources) {
            require(ContactKey.isSource(name),
                    "sync.sources must hold kebab-case names (a-z, 0-9, -), at most " + ContactKey.MAX_SOURCE
                            + " characters",
                    name);
            require(!retiredSources.contains(name), "sync.retired-sources must not name a source of sync.sources",
                    name);
        }
        require(!mailboxDeadline.isNegative() && !mailboxDeadline.isZero(), "sync.mailbox-minutes must be 1 or more",
                mailboxDeadline.toMinutes());
        require(settle.toMinutes() >= LEAST_SETTLE, "sync.settle-minutes must be " + LEAST_SETTLE + " or more",
                settle.toMinutes());
    }

    private static void require(boolean good, String rule, Object found) {
        if (!good) {
            throw new IllegalArgumentException(rule + " - was '" + found + "'");
        }
    }

    /** The folder of the runs' folders. */
    public Path runs() {
        return new DataPlaces(data).runs();
    }

    /** The retired sources as a set. */
    Set<String> retired() {
        return Set.copyOf(retiredSources);
    }
}
