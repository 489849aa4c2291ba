package io.contactsync.cli.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text in lines that fit a terminal; a word that is longer stays whole, so that it can be copied. */
public final class Wrapped {

    /** Columns that every terminal has. */
    public static final int WIDTH = 80;

    private static final char TIED = '\u00a0';
    /** Of a command; texts from outside are printable, and hold none. */
    private static final char COMMAND_TIE = '\u2007';
    private static final Pattern COMMAND = Pattern.compile("contact-sync [a-z]+(?: (?:show|approve|reject)\\b)?"
            + "(?: (?:\"[^\"]{1,40}\"|--[a-z]+|\\d{8}-[0-9a-z-]+|[0-9a-f]{4,12}\\b))*");

    private Wrapped() {
    }

    /** Facts of which none is broken over two lines. */
    public static List<String> facts(List<String> facts, String indent) {
        List<String> whole = facts.stream().map(fact -> fact.replace(' ', TIED)).toList();
        return lines(indent + String.join(TIED + "· ", whole), indent).stream().map(line -> line.replace(TIED, ' '))
                .toList();
    }

    /** Lines of at most {@value #WIDTH} columns. */
    public static List<String> lines(String text, String indent) {
        return lines(text, indent, WIDTH);
    }

    /**
     * Lines of at most that many columns.
     *
     * @param text its own indentation stays before the first line
     * @param indent before every line but the first
     */
    public static List<String> lines(String text, String indent, int width) {
        List<String> lines = new ArrayList<>();
        String body = whole(text.stripLeading());
        StringBuilder line = new StringBuilder(text.substring(0, text.length() - body.length()));
        for (String word : body.split(" ")) {
            boolean first = line.toString().isBlank();
            if (!first && Columns.width(line.toString()) + 1 + Columns.width(word) > width) {
                lines.add(free(line));
                line = new StringBuilder(indent).append(word);
            } else {
                line.append(first ? "" : " ").append(word);
            }
        }
        lines.add(free(line));
        return lines;
    }

    /** A command that is broken over two lines cannot be copied. */
    private static String whole(String text) {
        return COMMAND.matcher(text)
                .replaceAll(command -> Matcher.quoteReplacement(command.group().replace(' ', COMMAND_TIE)));
    }

    private static String free(StringBuilder line) {
        return line.toString().replace(COMMAND_TIE, ' ');
    }
}
