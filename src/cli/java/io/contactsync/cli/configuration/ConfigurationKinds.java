package io.contactsync.cli.configuration;

import io.contactsync.microsoftgraph.GraphCloud;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which keys hold something else than text, so that a value of the wrong kind stops the start by the key's name. What a
 * number may be is the business of the object that takes it.
 */
final class ConfigurationKinds {

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}");
    private static final Set<String> NUMBERS =
            Set.of("sync.mailboxes-in-flight", "sync.mailbox-minutes", "sync.run-minutes", "sync.storm-seconds",
                    "sync.source-seconds", "sync.settle-minutes", "sync.delta-days", "guard.vanished-min",
                    "guard.vanished-percent",
                    "guard.changed-percent", "guard.deletes-min", "guard.deletes-percent", "drift.full-days",
                    "drift.deleted-times", "graph.requests-per-second", "graph.read-tries", "management.port",
                    "journal.keep-days", "journal.report-days", "undo.days", "cluster.lease-seconds",
                    "workers.lease-seconds");
    private static final Set<String> SWITCHES =
            Set.of("sync.own-card", "sync.update-if-match", "category.create", "journal.personal-data");

    private static final List<String> IDENTITIES = List.of("system-assigned", "user-assigned");

    private ConfigurationKinds() {
    }

    /** A sentence for each value of a wrong kind, in the order of keys. */
    static List<String> mistakes(Map<String, String> values) {
        List<String> mistakes = new ArrayList<>();
        new TreeMap<>(values).forEach((key, value) -> {
            String kind = wanted(key, value);
            if (!kind.isEmpty()) {
                mistakes.add(key + " must be " + kind + " - was '" + value + "'");
            }
        });
        return mistakes;
    }

    /** What the value should be; empty if it is that. */
    private static String wanted(String key, String value) {
        if (NUMBERS.contains(key) && !NUMBER.matcher(value).matches()) {
            return "a whole number";
        }
        if (SWITCHES.contains(key) && !value.equals("true") && !value.equals("false")) {
            return "true or false";
        }
        if (key.equals("graph.managed-identity") && !value.isEmpty() && !IDENTITIES.contains(value)) {
            return "one of " + String.join(", ", IDENTITIES) + ", or empty";
        }
        return key.equals("graph.cloud") && !clouds().contains(value) ? "one of " + String.join(", ", clouds()) : "";
    }

    private static Set<String> clouds() {
        return Stream.of(GraphCloud.values())
                .map(cloud -> cloud.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'))
                .collect(Collectors.toSet());
    }
}
