package io.contactsync.cli.sync;

import java.util.function.BiConsumer;
import java.util.function.Consumer;

import io.contactsync.cli.app.App;
import io.contactsync.cli.process.Ending;
import io.contactsync.run.ExitCode;
import io.contactsync.run.RunReport;
import io.contactsync.run.RunRequest;
import io.contactsync.run.StoredPlan;

/**
 * A run that somebody sees as a plan before it happens: planned and shown, then, after one question, carried out as it
 * was shown and no further.
 */
public final class PreviewedRun {

    private final App app;
    private final RunScreen screen;
    private final boolean json;

    /** @param json whether standard output gets one line of JSON: of what was done, or of the plan if nothing was */
    public PreviewedRun(App app, boolean json) {
        this.app = app;
        this.json = json;
        this.screen = new RunScreen(app, json, System.out);
    }

    /**
     * Plans and shows, asks, carries out and shows.
     *
     * @param preview a dry run
     * @param only whether it ends with the plan
     * @param question asks for a person's word, and throws if it is not given
     * @return the report of what came last
     */
    public RunReport run(RunRequest preview, boolean only, Consumer<StoredPlan> question) {
        return run(preview, only, screen::show, (planned, plan) -> question.accept(plan));
    }

    /**
     * The same with another screen.
     *
     * @param show shows the plan
     * @param question asks about the plan that was shown
     */
    public RunReport run(RunRequest preview, boolean only, Consumer<RunReport> show,
            BiConsumer<RunReport, StoredPlan> question) {
        RunReport planned = screen.run("", preview);
        boolean ends = only || planned.exit() == ExitCode.FAILED || planned.changes().isEmpty() || Ending.isTold();
        if (ends || !json) {
            show.accept(planned);
        }
        if (ends) {
            return planned;
        }
        StoredPlan plan = app.runs().plan(planned.id());
        question.accept(planned, plan);
        RunReport done = screen.run("", RunRequest.apply(plan));
        screen.show(done);
        return done;
    }
}
