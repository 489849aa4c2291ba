package io.contactsync.cli.screen;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/**
 * Lines at the foot of the terminal that are drawn again and again, while whatever else is printed goes above them. The
 * cursor always stands in the first column below them, and is never hidden: nothing has to be put back, however the
 * process ends.
 */
public final class Foot {

    /** A process has one terminal. */
    public static final Foot PROCESS = new Foot();

    private static final String UP = "\u001b[%dA";
    private static final String REST_OF_LINE = "\u001b[K";
    private static final String REST_OF_SCREEN = "\u001b[J";

    private PrintStream drawnOn;
    private int drawn;
    private int widest;
    private boolean inLine;

    /** Prints something beside the foot: above it, if it is there. */
    public synchronized void aside(PrintStream out, String text) {
        if (drawn > 0) {
            drawnOn.print(up() + REST_OF_SCREEN);
            drawnOn.flush();
            drawn = 0;
        }
        out.print(text);
        inLine = text.isEmpty() ? inLine : !text.endsWith("\n");
    }

    /**
     * Draws the lines in the place of the last ones, unless somebody is in the middle of a line. A terminal that has
     * become too narrow for the last ones has broken them in a way that nobody knows: they stay, and these come below.
     */
    public synchronized void draw(PrintStream terminal, List<String> lines, int columns) {
        if (inLine) {
            return;
        }
        StringBuilder text = new StringBuilder(drawn > 0 && widest < columns ? up() : "\r");
        lines.forEach(line -> text.append(Columns.cut(line, columns - 1)).append(REST_OF_LINE).append('\n'));
        terminal.print(text.append(REST_OF_SCREEN));
        terminal.flush();
        drawnOn = terminal;
        drawn = lines.size();
        widest = Math.min(columns - 1, lines.stream().mapToInt(Columns::width).max().orElse(0));
    }

    /** What is drawn stays for good. */
    public synchronized void leave() {
        drawn = 0;
    }

    private String up() {
        return "\r" + String.format(Locale.ROOT, UP, drawn);
    }
}
