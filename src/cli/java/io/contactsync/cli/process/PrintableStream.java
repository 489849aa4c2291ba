package io.contactsync.cli.process;

import io.contactsync.cli.screen.Foot;
import io.contactsync.core.Printable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * Standard output or standard error of the command line: whatever goes through is {@link Printable}, bytes of a logger
 * too. One println is one line, and so is what stands in the place of a format's argument; print and write keep line
 * feeds.
 */
public final class PrintableStream extends PrintStream {

    private final PrintStream raw;

    public PrintableStream(PrintStream out) {
        super(new Cleaning(out), true, StandardCharsets.UTF_8);
        raw = out;
    }

    /** What is behind it: for our own drawing, which moves the cursor. */
    public static PrintStream raw(PrintStream stream) {
        return stream instanceof PrintableStream printable ? printable.raw : stream;
    }

    /** One write, its end in it: a process that is ended in between would leave half a line. */
    @Override
    public void println(String line) {
        print(Printable.line(line) + System.lineSeparator());
    }

    @Override
    public void println(Object line) {
        println(String.valueOf(line));
    }

    @Override
    public PrintStream format(String format, Object... arguments) {
        return super.format(Locale.ROOT, format, cleaned(arguments));
    }

    @Override
    public PrintStream format(Locale locale, String format, Object... arguments) {
        return super.format(locale, format, cleaned(arguments));
    }

    private static Object[] cleaned(Object... arguments) {
        return Arrays.stream(arguments).map(PrintableStream::cleaned).toArray();
    }

    private static Object cleaned(Object argument) {
        return argument == null || argument instanceof Number || argument instanceof Character
                || argument instanceof Boolean ? argument
                : Printable.line(argument.toString());
    }

    /**
     * The last door: characters that were cut into several writes are put together again, then the terminal's charset
     * applies.
     */
    private static final class Cleaning extends OutputStream {

        private final PrintStream out;
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();

        Cleaning(PrintStream out) {
            this.out = out;
        }

        @Override
        public synchronized void write(int single) throws IOException {
            write(new byte[] {(byte) single}, 0, 1);
        }

        @Override
        public synchronized void write(byte[] bytes, int from, int count) {
            line.write(bytes, from, count);
            if (count > 0 && isWhole(bytes[from + count - 1])) {
                pass();
            }
        }

        /** Inside a character of UTF-8 no byte is ASCII. */
        private static boolean isWhole(byte last) {
            return last >= 0;
        }

        private void pass() {
            Foot.PROCESS.aside(out, Printable.lines(line.toString(StandardCharsets.UTF_8)));
            line.reset();
        }

        @Override
        public synchronized void flush() {
            out.flush();
        }
    }
}
