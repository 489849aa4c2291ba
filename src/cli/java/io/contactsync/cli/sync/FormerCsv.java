package io.contactsync.cli.sync;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.contactsync.cli.words.CsvCell;
import io.contactsync.run.FormerContact;
import io.contactsync.run.RunReport;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Contacts of a former tool as CSV (RFC 4180): a line for each contact and mailbox. */
final class FormerCsv {

    private static final String[] HEADER = {"match", "by", "name", "detail", "with", "filed", "mailbox", "called"};

    private FormerCsv() {
    }

    static String of(RunReport report) {
        StringBuilder text = new StringBuilder();
        try (CSVPrinter csv = new CSVPrinter(text, CSVFormat.RFC4180)) {
            csv.printRecord((Object[]) HEADER);
            for (FormerContact contact : report.former()) {
                for (int place : IntStream.range(0, report.mailboxes().size()).filter(contact.reach()::contains)
                        .toArray()) {
                    csv.printRecord(cells(report, contact, place).map(CsvCell::harmless).toArray());
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private static Stream<String> cells(RunReport report, FormerContact contact, int place) {
        return Stream.of(FormerJson.word(contact.kind()), contact.by() == null ? "" : contact.by().word(),
                contact.name(), contact.detail(), String.join(" or ", contact.with()), String.valueOf(contact.filed()),
                report.mailboxes().get(place).mailbox(), report.mailboxes().get(place).called());
    }
}
