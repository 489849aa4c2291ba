package io.contactsync.cli.audit;

import io.contactsync.core.Printable;
import io.contactsync.journal.JournalLine;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Lines of journals in another form, one after the other, as many as there are. */
abstract class AuditLines {

    private long count;

    /** As JSON: a line as it stands in the journal, with the journal's id as its first member. */
    static AuditLines json(OutputStream out) {
        return new AuditLines() {
            @Override
            void write(JournalLine line, byte[] bytes) throws IOException {
                out.write(("{\"journal\":\"" + Printable.line(line.run()) + "\",").getBytes(StandardCharsets.UTF_8));
                out.write(bytes, 1, bytes.length - 1);
                out.write('\n');
            }

            @Override
            void end() {
                // what was written is there
            }
        };
    }

    abstract void write(JournalLine line, byte[] bytes) throws IOException;

    /** No more come. */
    abstract void end() throws IOException;

    /** The next line. */
    void line(JournalLine line, byte[] bytes) {
        try {
            write(line, bytes);
            count++;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** How many lines came. */
    long count() {
        return count;
    }
}
