package io.contactsync.cli;

import io.contactsync.cli.screen.Wrapped;
import io.contactsync.run.Run;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import picocli.CommandLine.Help.Ansi;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * The progress of a run, on a terminal only. Its consumer is named and has a width: the library's own choice asks JLine for the terminal, and
 * JLine hands SIGINT back to the operating system, so that Ctrl-C would kill in the middle of a batch.
 */
final class RunBar implements AutoCloseable {

    private static final long REFRESH_MILLIS = 200;

    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread thread;

    /** @param current the run in progress; gives null before it has begun */
    RunBar(String title, boolean wanted, Supplier<Run> current) {
        thread = new Thread(() -> draw(title, current), "progress");
        thread.setDaemon(true);
        if (wanted && Ansi.AUTO.enabled()) {
            thread.start();
        }
    }

    private void draw(String title, Supplier<Run> current) {
        PrintStream terminal = new PrintStream(new FileOutputStream(FileDescriptor.err), true);
        try (ProgressBar bar = new ProgressBarBuilder().setTaskName(title).setInitialMax(-1).setStyle(ProgressBarStyle.ASCII)
                .setUnit(" mailboxes", 1).setConsumer(new ConsoleProgressBarConsumer(terminal, Wrapped.WIDTH - 1)).build()) {
            boolean over;
            do {
                over = done.await(REFRESH_MILLIS, TimeUnit.MILLISECONDS);
                step(bar, current.get());
            } while (!over);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private static void step(ProgressBar bar, Run run) {
        if (run != null && run.targets() > 0) {
            bar.maxHint(run.targets());
            bar.stepTo(run.finishedMailboxes());
        }
    }

    /** The run is over: the last state is drawn. */
    @Override
    public void close() {
        done.countDown();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(1));
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
