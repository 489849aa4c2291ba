package io.contactsync.cli.audit;

import io.contactsync.cli.words.CsvCell;
import io.contactsync.core.Printable;
import io.contactsync.journal.JournalLine;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lines of journals in another form, one after the other, as many as there are. */
abstract class AuditLines {

    private static final List<String> COLUMNS = List.of("event", "mailbox", "change", "key", "name", "outcome",
            "reason", "contact");
    private static final Set<String> APART = Stream.concat(COLUMNS.stream(), Stream.of("at", "hash", "sum"))
            .collect(Collectors.toSet());

    private long count;

    /** As CSV: what most lines have in columns, the rest of a line's members in one. */
    static AuditLines csv(OutputStream out) throws IOException {
        CSVPrinter csv = new CSVPrinter(new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)),
                CSVFormat.RFC4180);
        csv.printRecord(Stream.of(List.of("at", "journal"), COLUMNS, List.of("more")).flatMap(List::stream).toList());
        return new AuditLines() {
            @Override
            void write(JournalLine line, byte[] bytes) throws IOException {
                csv.printRecord(cells(line));
            }

            @Override
            void end() throws IOException {
                csv.flush();
            }
        };
    }

    private static List<String> cells(JournalLine line) {
        List<String> cells = new ArrayList<>(List.of(line.at().toString(), line.run()));
        COLUMNS.forEach(name -> cells.add(line.text(name)));
        cells.add(new TreeMap<>(line.members()).entrySet().stream().filter(member -> !APART.contains(member.getKey()))
                .map(member -> member.getKey() + "=" + member.getValue()).collect(Collectors.joining(" ")));
        return cells.stream().map(CsvCell::harmless).toList();
    }

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
