package io.contactsync.sandbox.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A list of rules that say which requests go wrong, when, and how; see {@code docs/faults.yaml}. The same plan and seed
 * befall the same requests.
 *
 * @param text the plan in YAML
 */
public record FaultPlan(long seed, List<FaultRule> rules, String text) {

    /** @throws IllegalArgumentException a sentence that names file, line, what was found and what is allowed */
    public static FaultPlan read(Path file) {
        try {
            return parse(file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw new IllegalArgumentException(file.toAbsolutePath() + (Files.exists(file)
                    ? " cannot be read as a text file in UTF-8"
                    : " does not exist - a fault plan is needed, such as --fault-seed 1 --print-faults prints"));
        }
    }

    /** @param name what sentences about the text call it */
    public static FaultPlan parse(String name, String text) {
        return PlanReader.read(name, text);
    }

    /** Moderate faults of many kinds, chosen by the seed. */
    public static FaultPlan ofSeed(long seed) {
        return parse("the plan of seed " + seed, SeededPlan.text(seed));
    }

    /** The kinds of fault in it, by the names they have in YAML. */
    public List<String> kinds() {
        return rules.stream().map(each -> each.kind().key()).toList();
    }

    public FaultPlan withSeed(long other) {
        return new FaultPlan(other, rules, text);
    }
}
