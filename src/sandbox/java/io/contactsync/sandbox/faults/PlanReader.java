package io.contactsync.sandbox.faults;

import java.util.List;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Reads a plan from YAML: {@code seed} and the list {@code faults}. Whatever is wrong is told with the line it stands
 * in.
 */
final class PlanReader {
    private PlanReader() {
    }

    static FaultPlan read(String name, String text) {
        PlanNode top = PlanNode.of(name, root(name, text));
        long seed = top.whole("seed", 1);
        List<FaultRule> rules = top.nodes("faults").stream().map(FaultRule::read).toList();
        top.end();
        return new FaultPlan(seed, rules, text);
    }

    private static Node root(String name, String text) {
        try {
            return new Compose(LoadSettings.builder().setLabel(name).build()).composeString(text)
                .orElseThrow(() -> new IllegalArgumentException(name + " is empty - a fault plan has the key faults"));
        } catch (MarkedYamlEngineException e) {
            throw new IllegalArgumentException(
                    name + ", line " + (e.getProblemMark().map(Mark::getLine).orElse(0) + 1) + ": " + e.getProblem());
        } catch (YamlEngineException e) {
            throw new IllegalArgumentException(name + " is no YAML: " + e.getMessage().lines().findFirst().orElse(""));
        }
    }
}
