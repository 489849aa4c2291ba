package io.contactsync.cli.screen;

import io.contactsync.run.PlanCost;

import java.util.Map;

/**
 * What of the configuration a plan's screen speaks of.
 *
 * @param cost how a plan is carried out
 * @param regions values of the keys {@code source.<name>.region}, by the names of the sources; without an entry where
 *        there is no such key
 */
public record PlanMeans(PlanCost.Means cost, Map<String, String> regions) {

    public PlanMeans {
        regions = Map.copyOf(regions);
    }

    /** What to do about numbers of that source that were not read. */
    String remedy(String source) {
        String region = regions.get(source);
        if (region == null) {
            return "set the source's region";
        }
        return region.isEmpty() ? "set source." + source + ".region" : "correct them in the source";
    }
}
