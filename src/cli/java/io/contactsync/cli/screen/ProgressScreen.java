package io.contactsync.cli.screen;

import io.contactsync.run.Progress;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Shows how far a run is until it is closed: by lines at the foot of a terminal, or by one line now and then. */
public final class ProgressScreen implements AutoCloseable {

    private static final long REFRESH_MILLIS = 200;

    private final String title;
    private final Terminal terminal;
    private final PrintStream raw;
    private final Supplier<Progress> progress;
    private final String before;
    private final PipedPace pace = new PipedPace();
    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread thread = new Thread(this::watch, "progress");

    /**
     * Begins to show.
     *
     * @param title above the lines; empty if the run needs none
     * @param raw the terminal itself, past whatever cleans what is printed
     * @param progress of the latest run, which may still be the one before
     */
    public ProgressScreen(String title, Terminal terminal, PrintStream raw, Supplier<Progress> progress) {
        this.title = title;
        this.terminal = terminal;
        this.raw = raw;
        this.progress = progress;
        this.before = progress.get().run();
        thread.setDaemon(true);
        thread.start();
    }

    private void watch() {
        try {
            boolean over;
            do {
                over = done.await(REFRESH_MILLIS, TimeUnit.MILLISECONDS);
                show();
            } while (!over);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void show() {
        Progress now = progress.get();
        Progress shown = now.run().equals(before) ? Progress.NONE : now;
        if (terminal.isDrawn()) {
            List<String> lines = new ArrayList<>(title.isEmpty() ? List.of() : List.of(title));
            lines.addAll(ProgressLines.drawn(shown, terminal.columns()));
            Foot.PROCESS.draw(raw, lines, terminal.columns());
        } else {
            pace.due(shown).ifPresent(line -> System.err.println((title.isEmpty() ? "" : title + ": ") + line));
        }
    }

    /** The run is over: its last state is drawn, and stays. */
    @Override
    public void close() {
        done.countDown();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(1));
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
        Foot.PROCESS.leave();
    }
}
