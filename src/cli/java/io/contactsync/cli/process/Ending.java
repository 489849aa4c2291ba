package io.contactsync.cli.process;

import org.jline.utils.Signals;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * What happens when this process is told to end, by Ctrl-C, SIGTERM or the end of its terminal. The first time, the
 * command under way comes to a clean end and the process ends with 128 and the signal's number; the second time, or
 * where nothing is under way, it ends at once.
 */
public final class Ending {

    /** How long a command may take to come to its end. */
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Map<String, Integer> SIGNALS = new TreeMap<>(Map.of("HUP", 1, "INT", 2, "TERM", 15));
    private static final int BY_SIGNAL = 128;
    private static final Ending PROCESS = new Ending();

    private int told;
    private Work work;

    /** What is under way. */
    private record Work(Runnable stop, Duration patience) {
    }

    /** A command under way; closed when it has come to its end. */
    public interface UnderWay extends AutoCloseable {
        @Override
        public void close();
    }

    private Ending() {
    }

    /** From now on signals are heeded; those that the process was started to ignore stay ignored. */
    public static void heedSignals() {
        SIGNALS.forEach((name, number) -> Signals.register(name, () -> PROCESS.signalled(BY_SIGNAL + number)));
    }

    /** Something that has to come to a clean end begins. */
    public static UnderWay with(Runnable stop) {
        return with(stop, PATIENCE);
    }

    /** @param patience after which the process ends although the end has not come */
    public static UnderWay with(Runnable stop, Duration patience) {
        Work before = PROCESS.begin(new Work(stop, patience));
        return () -> PROCESS.begin(before);
    }

    /** Whether this process was told to end. */
    public static boolean isTold() {
        return PROCESS.code(0) != 0;
    }

    /** The exit code of a command that ended with that one. */
    public static int exit(int exit) {
        return PROCESS.code(exit);
    }

    private synchronized Work begin(Work next) {
        Work before = work;
        work = next;
        return before;
    }

    private synchronized int code(int exit) {
        return told == 0 ? exit : told;
    }

    private void signalled(int code) {
        if (isTold(code)) {
            Runtime.getRuntime().halt(code);
        }
        endLine();
        Work stopped = work();
        if (stopped == null) {
            System.exit(code);
            return;
        }
        stopped.stop().run();
        Thread limit = new Thread(() -> endAfter(stopped.patience(), code), "ending");
        limit.setDaemon(true);
        limit.start();
    }

    /** On a terminal, Ctrl-C stands in a line of its own: what comes next begins a new one. */
    private static void endLine() {
        if (System.console() != null) {
            System.err.println();
        }
    }

    /** Whether it was told before; from now on it is. */
    private synchronized boolean isTold(int code) {
        boolean again = told != 0;
        told = code;
        return again;
    }

    private synchronized Work work() {
        return work;
    }

    private static void endAfter(Duration patience, int code) {
        try {
            new CountDownLatch(1).await(patience.toMillis(), TimeUnit.MILLISECONDS);
            Runtime.getRuntime().halt(code);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
