package io.contactsync.sandbox.people;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * The public data the sandbox is made of: members of the US Congress and their district offices (CC0, see README.md
 * beside the files).
 */
final class CongressData {
    private CongressData() {
    }

    /** One row a person; columns bioguide, first_name, last_name, role, state, office, phone, ... */
    static List<Map<String, String>> members() {
        return rows("us-congress-members.csv");
    }

    /** One row an office; columns office_id, organisation, contact_first_name, street, city, phone, hours, ... */
    static List<Map<String, String>> offices() {
        return rows("us-congress-district-offices.csv");
    }

    private static List<Map<String, String>> rows(String file) {
        CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
        try (InputStream in = CongressData.class.getResourceAsStream(file);
             Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            return format.parse(reader).stream().map(CSVRecord::toMap).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
