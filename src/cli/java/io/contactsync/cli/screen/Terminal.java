package io.contactsync.cli.screen;

import org.jline.utils.Signals;
import picocli.CommandLine.Help.Ansi;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The terminal behind standard error, if there is one. It is asked by {@code stty}, for Java cannot, and JLine, which
 * can, takes Ctrl-C from us. Where there is no {@code stty}, picocli's guess and 80 columns have to do.
 */
public final class Terminal {

    /** On what is no terminal, nothing is drawn a second time. */
    public static final Terminal NONE = new Terminal(0);

    private static final String[] ASK = {"sh", "-c", "exec 3>&2 2>/dev/null; stty size <&3"};
    private static final Pattern SIZE = Pattern.compile("\\d+ (\\d+)\\s*");
    private static final int LEAST = 20;

    private volatile int columns;

    private Terminal(int columns) {
        this.columns = columns;
    }

    /** This process's, whose size is followed; none if it is not to be drawn on. */
    public static Terminal ofProcess(Map<String, String> environment) {
        if (environment.getOrDefault("TERM", "").equals("dumb")) {
            return NONE;
        }
        Terminal terminal = new Terminal(ask());
        if (terminal.isDrawn()) {
            Signals.register("WINCH", () -> terminal.columns = ask());
        }
        return terminal;
    }

    /** One of that size. */
    static Terminal of(int columns) {
        return new Terminal(columns);
    }

    private static int ask() {
        try {
            Process stty = new ProcessBuilder(ASK).redirectError(ProcessBuilder.Redirect.INHERIT).start();
            stty.getOutputStream().close();
            try (InputStream answer = stty.getInputStream()) {
                int columns = columns(new String(answer.readAllBytes(), StandardCharsets.US_ASCII));
                return stty.waitFor(1, TimeUnit.SECONDS) ? columns : 0;
            }
        } catch (IOException none) {
            return Ansi.AUTO.enabled() ? Wrapped.WIDTH : 0;
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    /** A terminal that does not know its size says 0: it gets what every terminal has. */
    static int columns(String answer) {
        Matcher size = SIZE.matcher(answer);
        if (!size.matches()) {
            return 0;
        }
        int columns = size.group(1).length() > 5 ? 0 : Integer.parseInt(size.group(1));
        return columns == 0 ? Wrapped.WIDTH : Math.max(LEAST, columns);
    }

    /** Whether lines on it may be drawn again. */
    public boolean isDrawn() {
        return columns > 0;
    }

    /** Its width now; 80 where it is not known. */
    public int columns() {
        return columns == 0 ? Wrapped.WIDTH : columns;
    }
}
