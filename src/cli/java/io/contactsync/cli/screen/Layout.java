package io.contactsync.cli.screen;

import io.contactsync.cli.words.Amounts;
import io.contactsync.core.Printable;

import java.util.List;

/**
 * Where the texts of a line go. On a terminal a line keeps to {@value Wrapped#WIDTH} columns, and what does not fit
 * ends in an ellipsis; piped, everything is said, and a line is as long as that takes. What comes from outside is made
 * printable before it is measured.
 *
 * @param fits whether lines keep to the terminal's columns
 */
public record Layout(boolean fits) {

    /** For a terminal. */
    public static final Layout TERMINAL = new Layout(true);
    /** For a file or another program. */
    public static final Layout PIPED = new Layout(false);

    static final int WIDTH = Wrapped.WIDTH;
    private static final String BETWEEN = " · ";
    private static final int GAP = 2;

    /** Two texts at the two ends of a line; the first one gives way. */
    String ends(String begin, String last) {
        String first = Printable.line(begin);
        String kept = fits ? Columns.cut(first, WIDTH - GAP - Columns.width(last)) : first;
        int room = WIDTH - Columns.width(kept) - Columns.width(last);
        return last.isEmpty() ? kept : kept + " ".repeat(Math.max(GAP, room)) + last;
    }

    /** One line. */
    String line(String text) {
        String line = Printable.line(text);
        return fits ? Columns.cut(line, WIDTH) : line;
    }

    /** A cell of a column; piped, it is never cut, but filled all the same. */
    String cell(String foreign, int columns) {
        String text = Printable.line(foreign);
        return fits ? Columns.left(text, columns) : text + " ".repeat(Math.max(0, columns - Columns.width(text)));
    }

    /** A sentence: wrapped for a terminal, one line for a pipe. */
    public List<String> sentence(String text, String indent) {
        String line = Printable.line(text);
        return fits ? Wrapped.lines(line, indent).stream().map(this::line).toList() : List.of(line);
    }

    /**
     * Names beside one another in one line, as many as fit, and how many more there are; piped, a line for each.
     *
     * @param indent before each line
     */
    List<String> names(List<String> names, String indent) {
        return fits ? List.of(indent + some(names, names.size(), WIDTH - indent.length())) : names.stream()
                .map(name -> indent + Printable.line(name)).toList();
    }

    /**
     * As many of the names as fit, and how many more there are of all.
     *
     * @param all how many there are, named or not
     */
    static String some(List<String> names, int all, int columns) {
        String text = "";
        for (int number = 0; number < names.size(); number++) {
            String longer = (number == 0 ? "" : text + BETWEEN) + Printable.line(names.get(number));
            int room = columns - Columns.width(more(all - number - 1));
            if (Columns.width(longer) > room) {
                return number == 0 ? Columns.cut(longer, room) + more(all - 1) : text + more(all - number);
            }
            text = longer;
        }
        return text + more(all - names.size());
    }

    private static String more(int number) {
        return number == 0 ? "" : BETWEEN + Amounts.count(number) + " more";
    }
}
