package io.contactsync.cli;

import io.contactsync.journal.WaitingHolds;
import io.contactsync.run.RunRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;

/** One run with the configuration at hand. */
@Command(name = "sync", mixinStandardHelpOptions = true, description = "Synchronises once with the configuration at hand.")
final class SyncCommand implements Callable<Integer> {

    @Mixin
    private CommonOptions common;
    @Option(names = "--dry-run", description = "Plans and journals, but writes nothing into any mailbox.")
    private boolean dryRun;
    @Option(names = "--json", description = "Prints one line of JSON and nothing else on standard output.")
    private boolean json;
    @Option(names = "--approve", paramLabel = "<id>", description = "Lets exactly that hold through, in this run only; may be given several times.")
    private Set<String> approvals = new LinkedHashSet<>();

    @Override
    public Integer call() {
        Configuration configuration = common.configuration();
        requireWaiting(Path.of(configuration.get("sync.data"), "runs"));
        try (App app = App.start(configuration, false)) {
            RunScreen screen = new RunScreen(app, json, System.out);
            Report report = screen.run("synchronising", new RunRequest(dryRun, Set.copyOf(approvals)));
            screen.show(report);
            return report.summary().exit();
        }
    }

    /** An id that no hold has would let nothing through, and nobody would notice. */
    private void requireWaiting(Path runs) {
        Set<String> unknown = new TreeSet<>(approvals);
        if (!unknown.isEmpty()) {
            Map<String, String> waiting = WaitingHolds.read(runs);
            unknown.removeAll(waiting.keySet());
            if (!unknown.isEmpty()) {
                throw new ConfigurationException("--approve: no hold of the last runs has the id " + String.join(", ", unknown) + "; "
                        + (waiting.isEmpty() ? "nothing waits there" : "those that wait are " + String.join(", ", waiting.keySet()))
                        + " - leave it out, or look at 'sync --dry-run'");
            }
        }
    }
}
