package io.contactsync.cli.audit;

import io.contactsync.cli.words.CsvCell;
import io.contactsync.journal.JournalLine;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lines of journals as CSV (RFC 4180): what most lines have in columns, the rest of a line in the last one. */
final class AuditCsv extends AuditLines {

    private static final List<String> COLUMNS = List.of("event", "mailbox", "change", "key", "name", "outcome",
            "reason", "contact");
    private static final Set<String> APART = Stream.concat(COLUMNS.stream(), Stream.of("at", "hash", "sum"))
            .collect(Collectors.toSet());

    private final CSVPrinter csv;

    /** Writes the titles. */
    AuditCsv(OutputStream out) throws IOException {
        this.csv = new CSVPrinter(new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)),
                CSVFormat.RFC4180);
        csv.printRecord(Stream.of(List.of("at", "journal"), COLUMNS, List.of("more")).flatMap(List::stream).toList());
    }

    @Override
    void write(JournalLine line, byte[] bytes) throws IOException {
        csv.printRecord(cells(line));
    }

    private static List<String> cells(JournalLine line) {
        List<String> cells = new ArrayList<>(List.of(line.at().toString(), line.run()));
        COLUMNS.forEach(name -> cells.add(line.text(name)));
        cells.add(new TreeMap<>(line.members()).entrySet().stream().filter(member -> !APART.contains(member.getKey()))
                .map(member -> member.getKey() + "=" + member.getValue()).collect(Collectors.joining(" ")));
        return cells.stream().map(CsvCell::harmless).toList();
    }

    @Override
    void end() throws IOException {
        csv.flush();
    }
}
