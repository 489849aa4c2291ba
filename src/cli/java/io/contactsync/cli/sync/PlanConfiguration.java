package io.contactsync.cli.sync;

import io.contactsync.cli.configuration.Configuration;
import io.contactsync.cli.configuration.ConfigurationException;
import io.contactsync.cli.screen.PlanMeans;
import io.contactsync.run.PlanCost;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a plan's screen needs of the configuration at hand. */
public final class PlanConfiguration {

    private static final Pattern REGION = Pattern.compile("source\\.([a-z0-9-]+)\\.region");

    private PlanConfiguration() {
    }

    /** @throws ConfigurationException if a number of it is none */
    public static PlanMeans means(Configuration configuration) {
        Map<String, String> regions = configuration.keys().stream().map(REGION::matcher).filter(Matcher::matches)
                .collect(Collectors.toMap(key -> key.group(1), key -> configuration.get(key.group())));
        return new PlanMeans(new PlanCost.Means(configuration.number("graph.requests-per-second", 1, Integer.MAX_VALUE),
                configuration.number("sync.mailboxes-in-flight", 1, 1000), configuration.get("sync.update-if-match")
                        .equals("true")), regions);
    }
}
