package io.contactsync.cli.process;

import io.contactsync.run.ExitCode;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.Locale;

/**
 * Standard output that remembers why it could not be written: a PrintStream of its own would only know that it could
 * not.
 */
public final class StandardOutput extends PrintStream {

    private final Remembering bytes;

    StandardOutput(OutputStream out) {
        this(new Remembering(out));
    }

    private StandardOutput(Remembering bytes) {
        super(bytes, true, charset());
        this.bytes = bytes;
    }

    public static StandardOutput ofProcess() {
        return new StandardOutput(new FileOutputStream(FileDescriptor.out));
    }

    /** As the JVM chooses it for its own. */
    private static Charset charset() {
        String name = System.getProperty("stdout.encoding", System.getProperty("sun.stdout.encoding", ""));
        return name.isEmpty() ? Charset.defaultCharset() : Charset.forName(name);
    }

    /**
     * The exit code of a command that ended with that one. What was lost makes it fail; a reader who has gone away
     * wanted no more.
     *
     * @param err hears why
     */
    public int exit(int code, PrintStream err) {
        checkError();
        IOException failure = bytes.failure;
        if (failure == null || isGone(failure)) {
            return code;
        }
        err.println("contact-sync: standard output cannot be written (" + failure.getMessage()
                + "), so what was to stand there is lost or cut;"
                + " the command itself came to its end" + (code == ExitCode.DONE ? "" : " with exit code " + code));
        return ExitCode.FAILED;
    }

    private static boolean isGone(IOException failure) {
        String reason = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        return reason.contains("pipe") || reason.contains("reset by peer");
    }

    /** What goes through, and the first error in it. */
    private static final class Remembering extends FilterOutputStream {

        private volatile IOException failure;

        Remembering(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int single) throws IOException {
            write(new byte[] {(byte) single}, 0, 1);
        }

        @Override
        public void write(byte[] all, int from, int count) throws IOException {
            try {
                out.write(all, from, count);
            } catch (IOException failed) {
                failure = failure == null ? failed : failure;
                throw failed;
            }
        }
    }
}
