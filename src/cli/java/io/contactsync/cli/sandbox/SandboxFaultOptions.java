package io.contactsync.cli.sandbox;

import io.contactsync.cli.configuration.ConfigurationException;
import io.contactsync.sandbox.SandboxOptions;
import io.contactsync.sandbox.faults.FaultPlan;
import java.io.PrintStream;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** What goes wrong in the sandbox: a plan from a file, or one made from a seed. */
final class SandboxFaultOptions {

    @Option(names = "--faults", paramLabel = "<file>", description = "Lets go wrong what this plan says, from the "
            + "start on. See docs/faults.yaml.")
    private Path file;
    @Option(names = "--fault-seed", paramLabel = "<n>", description = "Seed of the plan's chances; without --faults, "
            + "makes a plan of moderate faults from it.")
    private Long seed;
    @Option(names = "--print-faults", description = "Prints the plan and does nothing else.")
    private boolean print;

    boolean printOnly() {
        return print;
    }

    int print(PrintStream out) {
        FaultPlan plan = plan();
        if (plan == null) {
            throw new ConfigurationException("sandbox: --print-faults needs --fault-seed or --faults");
        }
        out.print(plan.text());
        out.flush();
        return 0;
    }

    SandboxOptions in(SandboxOptions options) {
        FaultPlan plan = plan();
        return plan == null ? options : options.withFaults(plan);
    }

    private FaultPlan plan() {
        try {
            if (file == null) {
                return seed == null ? null : FaultPlan.ofSeed(seed);
            }
            FaultPlan plan = FaultPlan.read(file);
            return seed == null ? plan : plan.withSeed(seed);
        } catch (IllegalArgumentException wrong) {
            throw new ConfigurationException(wrong.getMessage());
        }
    }
}
