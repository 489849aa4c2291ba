package io.contactsync.cli;

import java.util.ArrayList;
import java.util.List;

/** Text in lines that fit a terminal of 80 columns; a word that is longer stays whole, so that it can be copied. */
final class Wrapped {

    static final int WIDTH = 80;

    private Wrapped() {
    }

    /** @param indent before every line but the first */
    static List<String> lines(String text, String indent) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (line.length() > indent.length() && line.length() + 1 + word.length() > WIDTH) {
                lines.add(line.toString());
                line = new StringBuilder(indent).append(word);
            } else {
                line.append(line.isEmpty() ? "" : " ").append(word);
            }
        }
        lines.add(line.toString());
        return lines;
    }
}
