package io.contactsync.run;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a coordinator and its workers must have in common, so that a mailbox comes out the same wherever it is worked
 * on: the program, the keys that mailboxes are decided by, and the routes that do it. Folders, logins and schedules
 * are each machine's own.
 *
 * @param text equal where all of that is
 */
public record CommonPrint(String text) {

    /** Keys and files, or the beginnings of their names. */
    private static final List<String> SHARED = List.of("sync.instance", "sync.sources", "sync.own-card",
            "sync.settle-minutes", "sync.mailbox-minutes", "sync.update-if-match", "category.", "phones.", "guard.",
            "drift.", "graph.tenant-id", "graph.requests-per-second", "graph.cloud", "graph.base-url",
            "journal.personal-data", "routes/sync/", "routes/graph/", "routes/audit/",
            "routes/workers/", "routes/beans.camel.yaml", "routes/errors.camel.yaml");

    /**
     * Of a configuration, wired from it as its fingerprint is: a hash of a few characters.
     *
     * @param fingerprint of the configuration; empty if it is not known
     */
    public static CommonPrint of(String fingerprint, String instance, String category, String tenant) {
        Map<String, String> shared =
                new TreeMap<>(Fingerprint.of(fingerprint, instance, category, tenant).parts());
        shared.keySet().removeIf(name -> SHARED.stream().noneMatch(name::startsWith));
        return new CommonPrint(Fingerprint.hash((ProgramVersion.text() + shared).getBytes(StandardCharsets.UTF_8)));
    }

    /** What is to be said where it differs. */
    static String sentence(String who) {
        return who + " is of another version or configuration: the program, routes other than sources, and the keys "
                + "sync.instance, sync.sources, sync.own-card, sync.settle-minutes, sync.mailbox-minutes, "
                + "sync.update-if-match, category.*, phones.*, guard.*, drift.*, graph.tenant-id, graph.cloud, "
                + "graph.base-url, graph.requests-per-second and journal.personal-data must be the same everywhere";
    }
}
