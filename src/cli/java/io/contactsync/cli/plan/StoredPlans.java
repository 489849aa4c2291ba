package io.contactsync.cli.plan;

import io.contactsync.cli.configuration.Configuration;
import io.contactsync.cli.configuration.Schedule;
import io.contactsync.core.Action;
import io.contactsync.core.Times;
import io.contactsync.journal.DataPlaces;
import io.contactsync.journal.VersionStore;
import io.contactsync.journal.WrittenContact;
import io.contactsync.run.RunFolder;
import io.contactsync.run.RunFolders;
import io.contactsync.run.RunReport;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The plans that lie in the data folder; a run keeps its plan too. */
final class StoredPlans {

    private static final String LATEST = "latest";
    private static final int SINCE = 10;

    private final RunFolders folders;
    private final VersionStore contents;
    private final Times times;

    private StoredPlans(Path data, Times times) {
        this.folders = new RunFolders(new DataPlaces(data).runs());
        this.contents = new VersionStore(data);
        this.times = times;
    }

    static StoredPlans of(Configuration configuration) {
        return new StoredPlans(Path.of(configuration.get("sync.data")), Schedule.times(configuration));
    }

    /**
     * The whole plan.
     *
     * @param id of a plan or a run, or its beginning; empty for the latest plan, or the latest run if there is no plan
     * @param drift whether somebody asks for what owners did: of a run that was just made, too, if no id is given
     * @throws io.contactsync.run.UnreadableRunException if there is none, or it cannot be read
     */
    RunReport find(String id, boolean drift) {
        List<RunReport> plans = id.isEmpty() && !drift ? folders.plans(1) : List.of();
        Path folder = !plans.isEmpty() ? folders.folder(plans.get(0).id()) : folders.find(id.isEmpty() ? LATEST : id);
        return RunFolder.read(folder);
    }

    /** What that part of a plan creates, by property; empty unless a run has set out to write it. */
    Map<String, String> written(RunReport part) {
        return part.changes().stream().filter(change -> change.action() == Action.CREATE)
                .flatMap(change -> contents.read(change.key().source()).of(change.key(), change.after()).stream())
                .map(WrittenContact::fields).findFirst().orElse(Map.of());
    }

    /** Which plan it is and of when, and whether a run has written since. */
    List<String> head(RunReport report) {
        String plan = (report.isPlan() ? "plan " : "run ") + report.id() + " of " + times.minute(report.began())
                + (report.deed().isSync() ? "" : ": " + report.deed().order());
        return folders.latest(SINCE).stream().filter(later -> !later.isPlan() && later.id().compareTo(report.id()) > 0)
                .findFirst()
                .map(later -> List.of(plan, "! the run " + later.id() + " came after it: plan again before you apply",
                        ""))
                .orElse(List.of(plan, ""));
    }
}
