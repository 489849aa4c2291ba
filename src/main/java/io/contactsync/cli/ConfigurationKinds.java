package io.contactsync.cli;

import io.contactsync.microsoftgraph.GraphCloud;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which keys hold something else than text, so that a value of the wrong kind stops the start by the key's name. What a number may be is the business
 * of the object that takes it.
 */
final class ConfigurationKinds {

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}");
    private static final Set<String> NUMBERS = Set.of("sync.mailboxes-in-flight", "sync.mailbox-minutes", "sync.settle-minutes", "guard.vanished-min",
            "guard.vanished-percent", "guard.changed-percent", "guard.deletes-min", "guard.deletes-percent", "graph.requests-per-second", "graph.read-tries",
            "management.port");
    private static final Set<String> SWITCHES = Set.of("sync.own-card", "category.create", "journal.personal-data");

    private ConfigurationKinds() {
    }

    /** Refuses the first value of a wrong kind, in the order of keys. */
    static void check(Map<String, String> values) {
        new TreeMap<>(values).forEach((key, value) -> {
            if (NUMBERS.contains(key) && !NUMBER.matcher(value).matches()) {
                throw new ConfigurationException(key + " must be a whole number - was '" + value + "'");
            }
            if (SWITCHES.contains(key) && !value.equals("true") && !value.equals("false")) {
                throw new ConfigurationException(key + " must be true or false - was '" + value + "'");
            }
            if (key.equals("graph.cloud") && !clouds().contains(value)) {
                throw new ConfigurationException(key + " must be one of " + String.join(", ", clouds()) + " - was '" + value + "'");
            }
        });
    }

    private static Set<String> clouds() {
        return Stream.of(GraphCloud.values()).map(cloud -> cloud.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-')).collect(Collectors.toSet());
    }
}
