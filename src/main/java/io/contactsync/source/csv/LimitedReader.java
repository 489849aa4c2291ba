package io.contactsync.source.csv;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Bounds what one row may make a parser hold, and knows the last character of the file. Counts what was asked for
 * ahead, too.
 */
final class LimitedReader extends FilterReader {

    /** What parsers read ahead. */
    private static final int AHEAD = 16 << 10;

    private long row;
    private long file;
    private char last;
    private boolean lineFeeds;

    LimitedReader(Reader in) {
        super(in);
    }

    /** From here on another row is counted. */
    void rowBegins() {
        row = 0;
    }

    /** A file with line feeds that ends in a carriage return was cut between the two. */
    boolean endsWithLineEnd() {
        return last == '\n' || last == '\r' && !lineFeeds;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        if (count > 0) {
            last = buffer[offset + count - 1];
            lineFeeds |= hasLineFeed(buffer, offset, count);
            count(count);
        }
        return count;
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    private static boolean hasLineFeed(char[] buffer, int offset, int count) {
        for (int place = offset; place < offset + count; place++) {
            if (buffer[place] == '\n') {
                return true;
            }
        }
        return false;
    }

    private void count(int characters) throws LimitException {
        row += characters;
        file += characters;
        if (row > CsvLimits.ROW + AHEAD) {
            throw LimitException.row();
        }
        if (file > CsvLimits.FILE) {
            throw LimitException.file();
        }
    }

    /** More than is read. */
    static final class LimitException extends IOException {

        private LimitException(String sentence) {
            super(sentence);
        }

        static LimitException row() {
            return new LimitException(
                    "the row is longer than " + CsvLimits.ROW + " characters - is there a quote that never ends?");
        }

        static LimitException file() {
            return new LimitException(
                    "the file is larger than " + (CsvLimits.FILE >> 20) + " MB - divide it into two sources");
        }
    }
}
