package io.contactsync.run;

import io.contactsync.core.ContactKey;
import io.contactsync.core.Hold;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which changed settings are told, and which first: those that speak of the sources of a hold, then those of sources
 * and synchronisation, then the rest. What makes nobody vanish is not told.
 */
final class Reasons {

    private static final List<String> IDLE =
            List.of("notify.", "management.", "schedule.", "journal.", "undo.", "graph.requests-per-second",
                    "graph.read-tries", "graph.proxy", "graph.ca-certificate", "graph.certificate",
                    "graph.client-secret", "graph.federated-token-file", "sync.mailboxes-in-flight",
                    "sync.mailbox-minutes", "sync.run-minutes", "sync.storm-seconds", "sync.source-seconds",
                    "sync.settle-minutes", "sync.delta-days", "sync.update-if-match");

    private Reasons() {
    }

    static List<String> first(Hold hold, List<String> changed) {
        Set<String> sources = new TreeSet<>(hold.keys().stream().map(ContactKey::source).collect(Collectors.toSet()));
        if (!hold.subject().isEmpty()) {
            sources.add(hold.subject());
        }
        return changed.stream().filter(name -> IDLE.stream().noneMatch(name::startsWith))
                .sorted(Comparator.comparing((String name) -> distance(name, sources)).thenComparing(name -> name))
                .toList();
    }

    private static int distance(String name, Set<String> sources) {
        if (sources.stream().anyMatch(
                source -> name.startsWith("source." + source + ".") || name.contains("source-" + source + "."))) {
            return 0;
        }
        return name.startsWith("sync.") || name.startsWith("source.") || name.startsWith("routes/sources/") ? 1 : 2;
    }
}
