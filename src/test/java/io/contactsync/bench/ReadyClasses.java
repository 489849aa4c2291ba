package io.contactsync.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What the distribution's first start makes in the background: whoever measures waits for it. */
final class ReadyClasses {

    private static final int PATIENCE_SECONDS = 120;
    private static final long SECOND_MILLIS = 1000;

    private ReadyClasses() {
    }

    /** Starts it once on that Java, and waits until all that is to be made is made. */
    static void await(Path distribution, Path home) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(distribution.resolve("bin/contact-sync").toString(), "sync",
                "--help").redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("JAVA_HOME", home.toString());
        builder.start().onExit().join();
        for (int second = 0; second < PATIENCE_SECONDS && isAtWork(distribution.resolve("cache")); second++) {
            try {
                Thread.sleep(SECOND_MILLIS);
            } catch (InterruptedException told) {
                throw new IOException(told);
            }
        }
    }

    private static boolean isAtWork(Path cache) throws IOException {
        if (!Files.isDirectory(cache)) {
            return false;
        }
        try (Stream<Path> all = Files.list(cache)) {
            return all.anyMatch(each -> each.toString().endsWith(".lock"));
        }
    }
}
