package io.contactsync.cli.report;

import io.contactsync.cli.words.Amounts;

import java.util.List;

/**
 * A picture, ready to be drawn as SVG: all places are pixels of a box of {@value #WIDTH} by {@value #HEIGHT}.
 *
 * @param title what it shows
 * @param caption what is to be seen in it, in a sentence: for those who cannot see it, and for those in a hurry
 * @param across what the horizontal axis counts, with its unit
 * @param up what the vertical axis counts, with its unit
 * @param columns labels of the horizontal axis
 * @param rows labels of the vertical axis
 * @param bars bars
 * @param line a line as an SVG path; empty for none
 * @param limit a level that must not be passed; null for none
 * @param marks places on the horizontal axis at which something happened
 * @param legend what the kinds of bars and marks are
 * @param table the numbers behind it, head first; empty if the page tells them elsewhere
 */
record Plot(String title, String caption, String across, String up, List<Tick> columns, List<Tick> rows, List<Bar> bars,
        String line, Tick limit, List<Double> marks, List<Key> legend, List<List<String>> table) {

    static final int WIDTH = 640;
    static final int HEIGHT = 240;
    static final int LEFT = 62;
    static final int RIGHT = WIDTH - 12;
    static final int TOP = 26;
    static final int BOTTOM = HEIGHT - 46;

    /** A label at its place. */
    record Tick(double at, String label) {
    }

    /** A bar; its kind is one of {@code plain}, {@code create}, {@code update}, {@code delete}. */
    record Bar(double x, double y, double width, double height, String kind, String label) {
    }

    /** What a kind means. */
    record Key(String kind, String label) {
    }

    /** The vertical axis for values up to that one. */
    static Scale upTo(double max, double leastStep) {
        return Scale.to(max, BOTTOM, TOP, leastStep);
    }

    /** The horizontal axis for values up to that one. */
    static Scale acrossTo(double max, double leastStep) {
        return Scale.to(max, LEFT, RIGHT, leastStep);
    }

    /** Labels of whole numbers. */
    static List<Tick> labels(Scale scale) {
        return scale.ticks().stream().map(value -> new Tick(scale.at(value), label(value, scale.step()))).toList();
    }

    private static String label(double value, double step) {
        return step >= 1 ? Amounts.count(Math.round(value)) : String.format(java.util.Locale.ROOT, "%.1f", value);
    }

    /** A place, as SVG writes it. */
    static String px(double place) {
        return String.format(java.util.Locale.ROOT, "%.1f", place);
    }
}
