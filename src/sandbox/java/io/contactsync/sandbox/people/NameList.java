package io.contactsync.sandbox.people;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * Names in use in one region, as they are written there.
 *
 * @param region ISO 3166-1 alpha-2, for telephone numbers too
 * @param order  how a full name is written
 */
record NameList(String region, Order order, List<String> given, List<String> family, List<String> cities,
        List<String> streets, List<String> jobs) {

    /** GuardedSources name first; or family name first, with a space between or without. */
    enum Order { WESTERN, SPACED, JOINED }

    /** All regions of names.csv, see README.md beside it. */
    static List<NameList> all() {
        CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
        try (InputStream in = NameList.class.getResourceAsStream("names.csv");
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            return format.parse(reader).stream().map(NameList::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read names.csv", e);
        }
    }

    private static NameList of(CSVRecord row) {
        return new NameList(row.get("region"), Order.valueOf(row.get("order").toUpperCase(Locale.ROOT)),
                list(row, "given"), list(row, "family"), list(row, "city"), list(row, "street"), list(row, "job"));
    }

    private static List<String> list(CSVRecord row, String column) {
        return List.of(row.get(column).split("\\|"));
    }

    /** The full name. */
    String full(String givenName, String surname) {
        return switch (order) {
            case WESTERN -> givenName + " " + surname;
            case SPACED -> surname + " " + givenName;
            case JOINED -> surname + givenName;
        };
    }
}
