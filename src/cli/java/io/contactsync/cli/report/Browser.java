package io.contactsync.cli.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** This machine's browser, as its desktop starts it. */
final class Browser {

    private static final int SECONDS = 5;

    private Browser() {
    }

    /** Shows a file; whether that could be tried at all. */
    static boolean show(Path file) {
        try {
            Process opener = new ProcessBuilder(command(System.getProperty("os.name"), file.toUri().toString()))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return !opener.waitFor(SECONDS, TimeUnit.SECONDS) || opener.exitValue() == 0;
        } catch (IOException none) {
            return false;
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    static List<String> command(String system, String address) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return List.of("rundll32", "url.dll,FileProtocolHandler", address);
        }
        return List.of(name.startsWith("mac") ? "open" : "xdg-open", address);
    }
}
