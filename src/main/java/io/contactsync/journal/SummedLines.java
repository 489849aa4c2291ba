package io.contactsync.journal;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.zip.CRC32C;

/**
 * A private file of JSON objects, one a line, each with the check sum of a journal's line. Its last line is
 * {@code {"lines":<number before it>,"all":"<check sum of all of them>"}}, so that a file that was cut, or whose lines
 * were moved, is noticed too; files of older versions lack the second. Written as a whole: a crash leaves the old one
 * or the new one.
 */
public final class SummedLines {

    private static final String END = "{\"lines\":";
    private static final String ALL = ",\"all\":\"";

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
        CRC32C all = new CRC32C();
        body.writeTo(object -> {
            number[0]++;
            byte[] line = summed(object);
            all.update(line, 0, line.length - 1);
            out.write(line);
        });
        out.write(summed((END + number[0] + all(all) + "}").getBytes(StandardCharsets.US_ASCII)));
    }

    private static byte[] summed(byte[] object) {
        ByteArrayOutputStream line = new ByteArrayOutputStream(object.length + 32);
        LineSum.write(object, line);
        return line.toByteArray();
    }

    private static String all(CRC32C sum) {
        return ALL + HexFormat.of().toHexDigits((int) sum.getValue()) + "\"";
    }

    /**
     * Reads a file, line by line, its end aside.
     *
     * @return whether its end sums over all lines; files of older versions have no such sum
     * @throws DamagedLinesException if a line is not what was written, is missing, or stands elsewhere, or the end is
     *        missing, or something follows it; lines before it have been given
     * @throws IOException if it cannot be read
     */
    public static boolean read(Path file, Lines lines) throws IOException {
        int number = 0;
        CRC32C all = new CRC32C();
        try (BufferedReader in = open(PrivateFiles.read(file))) {
            for (String text = in.readLine(); text != null; text = in.readLine()) {
                byte[] line = text.getBytes(StandardCharsets.UTF_8);
                boolean ends = text.startsWith(END);
                if (!LineSum.isRight(line, 0, line.length) || ends && !isEnd(text, number, all)) {
                    throw new DamagedLinesException(file, number + 1);
                }
                if (ends) {
                    nothingFollows(in, file, number + 2);
                    return text.contains(ALL);
                }
                number++;
                all.update(line);
                lines.line(line);
            }
        }
        throw new DamagedLinesException(file, number + 1);
    }

    private static void nothingFollows(BufferedReader in, Path file, int line) throws IOException {
        if (in.readLine() != null) {
            throw new DamagedLinesException(file, line);
        }
    }

    private static boolean isEnd(String text, int number, CRC32C all) {
        return text.startsWith(END + number + (text.contains(ALL) ? all(all) : "") + ",");
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
        CRC32C all = new CRC32C();
        try (BufferedReader in = open(PrivateFiles.read(file))) {
            for (String text = in.readLine(); text != null; text = in.readLine()) {
                byte[] line = text.getBytes(StandardCharsets.UTF_8);
                boolean summed = LineSum.isRight(line, 0, line.length);
                if (summed && text.startsWith(END)) {
                    return right && isEnd(text, number, all);
                }
                right &= summed;
                number++;
                all.update(line);
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
