package io.contactsync.journal;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * A private file of JSON objects, one a line, each with the check sum of a journal's line. Its last line is
 * {@code {"lines":<number before it>}}, so
 * that a file that was cut is noticed too. Written as a whole: a crash leaves the old one or the new one.
 */
public final class SummedLines {

    private static final String END = "{\"lines\":";

    /** Takes the lines of a file, or gives them. */
    @FunctionalInterface
    public interface Lines {
        /** One JSON object of at least one member, in UTF-8 and in one line. */
        void line(byte[] object) throws IOException;
    }

    /** What goes into a file. */
    @FunctionalInterface
    public interface Body {
        /** Gives all lines. */
        void writeTo(Lines lines) throws IOException;
    }

    private SummedLines() {
    }

    /**
     * Replaces the file, or makes it.
     *
     * @throws IOException if it cannot be written
     */
    public static void write(Path file, Body body) throws IOException {
        PrivateFiles.replace(file, out -> write(out, body));
    }

    private static void write(OutputStream out, Body body) throws IOException {
        int[] number = {0};
        body.writeTo(object -> {
            number[0]++;
            summed(out, object);
        });
        summed(out, (END + number[0] + "}").getBytes(StandardCharsets.US_ASCII));
    }

    private static void summed(OutputStream out, byte[] object) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(object.length + 32);
        LineSum.write(object, line);
        line.writeTo(out);
    }

    /**
     * Reads a file, line by line, its end aside.
     *
     * @throws DamagedLinesException if a line is not what was written, or the end is missing; lines before it
     *        have been given
     * @throws IOException if it cannot be read
     */
    public static void read(Path file, Lines lines) throws IOException {
        int number = 0;
        try (BufferedReader in = open(PrivateFiles.readOwn(file))) {
            for (String text = in.readLine(); text != null; text = in.readLine()) {
                byte[] line = text.getBytes(StandardCharsets.UTF_8);
                if (!LineSum.isRight(line, 0, line.length)) {
                    throw new DamagedLinesException(file, number + 1);
                }
                if (isEnd(text, number)) {
                    return;
                }
                number++;
                lines.line(line);
            }
        }
        throw new DamagedLinesException(file, number + 1);
    }

    private static boolean isEnd(String text, int number) {
        return text.startsWith(END + number + ",");
    }

    /**
     * Reads the lines that are as they were written, and passes over the others.
     *
     * @return whether all were, and the end is there
     * @throws IOException if it cannot be read
     */
    public static boolean readWhole(Path file, Lines lines) throws IOException {
        boolean right = true;
        int number = 0;
        try (BufferedReader in = open(PrivateFiles.readOwn(file))) {
            for (String text = in.readLine(); text != null; text = in.readLine()) {
                byte[] line = text.getBytes(StandardCharsets.UTF_8);
                boolean summed = LineSum.isRight(line, 0, line.length);
                if (summed && text.startsWith(END)) {
                    return right && isEnd(text, number);
                }
                right &= summed;
                number++;
                if (summed) {
                    lines.line(line);
                }
            }
        }
        return false;
    }

    private static BufferedReader open(InputStream in) {
        return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8), 65_536);
    }
}
