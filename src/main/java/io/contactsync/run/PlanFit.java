package io.contactsync.run;

import java.nio.file.Path;
import java.util.List;

/**
 * Whether a stored plan may be carried out here: with the marks that it was made with, for the contacts that it makes
 * would otherwise be nobody's.
 *
 * @param settings of the run that would carry it out
 * @param category name of the category that this run marks contacts with
 * @param fingerprint of this run's configuration
 */
record PlanFit(RunSettings settings, String category, Fingerprint fingerprint) {

    private static final String TENANT = "graph.tenant-id";

    /**
     * The plan of that id, fit to be carried out.
     *
     * @param id or its beginning; {@code latest} is the newest plan
     * @throws UnreadableRunException if there is none, it is damaged or cut off, no plan, another version's, made with
     *        other marks, or one that did not come to its end
     */
    StoredPlan find(String id) {
        RunFolders runs = new RunFolders(settings.runs());
        String latest = id.equals("latest") ? runs.plans(1).stream().findFirst().map(RunReport::id).orElse(id) : id;
        Path folder = runs.find(latest);
        StoredPlan plan = PlanFile.read(folder.resolve(RunFolder.PLAN));
        require(plan, folder.getFileName().toString());
        return plan;
    }

    private void require(StoredPlan plan, String name) {
        StoredPlan.Head head = plan.head();
        require(head.id().equals(name), name, "is the plan of another run, " + head.id());
        require(head.kind().equals(RunReport.PLAN), name, "is no plan but a run (" + head.kind()
                + "), which did what it planned");
        require(head.plan() == PlanFile.VERSION, name, "was made by another version");
        require(head.instance().equals(settings.instance()), name, "is the plan of the installation '"
                + head.instance() + "', and this one is '" + settings.instance() + "' (sync.instance)");
        require(category.equals(head.category()), name, "was made with the category '" + head.category()
                + "', and this one is '" + category + "' (category.name)");
        require(!changed(plan).contains(TENANT), name, "was made for another tenant (" + TENANT + ")");
        require(head.exit() != ExitCode.FAILED, name, "is a plan that did not come to its end");
    }

    /**
     * Keys and files of the configuration that are not as they were when the plan was made, as far as that is known.
     */
    List<String> changed(StoredPlan plan) {
        boolean known = plan.head().settings() != null && !fingerprint.parts().isEmpty();
        return known ? plan.head().settings().changed(fingerprint.parts()) : List.of();
    }

    private static void require(boolean good, String id, String found) {
        if (!good) {
            throw new UnreadableRunException("the run " + id + " " + found
                    + ": nothing was done; make a plan with 'contact-sync plan'");
        }
    }
}
