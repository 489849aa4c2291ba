package io.contactsync.cli.source;

import io.contactsync.cli.words.Amounts;
import io.contactsync.core.Printable;
import io.contactsync.source.GuessedMapping;
import io.contactsync.source.SourceSample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A source that is about to be added.
 *
 * @param route the text of its route file
 * @param keys its keys with the comment above each
 * @param told what was made of the sample
 * @param next what is to be done before it can be read
 * @param remarks what its writer should know
 */
record NewSource(String route, Map<String, String> keys, String told, String next, List<String> remarks) {

    private static final String MAPPING = """
            # The mapping: on the left Graph's name of a contact's property, on the right jq over the columns of the \
            file. %s
            # A property that stands here is ours in every mailbox, one that does not is left to the mailbox's owner.
            """;
    private static final String ROUTE = """
            # In: one row of the file, an object of column name to text. Out: the contact made of it.
            - route:
                id: contact-sync-source-%1$s
                routeConfigurationId: contact-sync
                description: Turns the rows of the file of %1$s into contacts.
                from:
                  uri: kamelet:csv-contacts-source
                  parameters:
                    source: %1$s
                    folder: "{{contact-sync.source.%1$s.folder}}"
                    delimiter: %2$s
                    charset: %3$s
            %4$s        region: "{{contact-sync.source.%1$s.region}}"
                  steps:
                    - transform:
                        expression:
                          jq:
                            expression: |
            """;
    private static final String INDENT = " ".repeat(18);
    /** Without a sample: columns that nobody has, so that the first look names those of the file. */
    private static final List<String> STARTING = List.of("{", "  id: .number,",
            "  givenName: .first_name, surname: .last_name,", "  companyName: .company,",
            "  emailAddresses: ([.email] | map(select(. != \"\") | {name: \"\", address: .})),",
            "  businessPhones: ([.phone] | map(select(. != \"\"))),",
            "  mobilePhone: .mobile", "}");

    /** Of a CSV file that nobody has shown. */
    static NewSource csv(String name, String inbox) {
        return new NewSource(String.format(Locale.ROOT, MAPPING, "These columns are an example.")
                + route(name, "auto", "UTF-8", true, STARTING), csvKeys(name, inbox),
                "a mapping to start from, its columns are an example", drop(inbox), List.of());
    }

    /** Of one that somebody has shown. */
    static NewSource csv(String name, String inbox, SourceSample sample) {
        GuessedMapping guess = GuessedMapping.of(sample);
        String left = guess.unmapped().isEmpty() ? "" : "# Columns that are not used: "
                + comment(String.join(", ", guess.unmapped())) + ".\n";
        String text =
                String.format(Locale.ROOT, MAPPING, "Guessed from " + comment(sample.file()) + ": read it.") + left
                + route(name, sample.delimiter(), sample.charset(), sample.endsWithLineEnd(), guess.jq());
        String told = guess.mapped() + " of " + Amounts.of(sample.columns().size(), "column") + " mapped"
                + (guess.id().isEmpty() ? "" : ", the id is '" + guess.id() + "'")
                + (guess.unmapped().isEmpty() ? "" : ", not used: " + guess.unmapped().stream()
                .collect(Collectors.joining(", ")));
        List<String> remarks = new ArrayList<>(guess.remarks());
        if (!sample.endsWithLineEnd()) {
            remarks.add("the file ends without a line end, so lastLineEnd is optional: a file that was cut there is "
                    + "not noticed");
        }
        return new NewSource(text, csvKeys(name, inbox), told, drop(inbox), remarks);
    }

    /** What stands in a comment is no placeholder, and is one line. */
    private static String comment(String text) {
        return Printable.line(text).replace("{{", "{ {");
    }

    private static String route(String name, String delimiter, String charset, boolean endsWithLineEnd,
            List<String> jq) {
        String quoted = delimiter.length() == 1 ? "\"" + delimiter + "\"" : delimiter;
        return String.format(Locale.ROOT, ROUTE, name, quoted, charset,
                endsWithLineEnd ? "" : "        lastLineEnd: optional\n")
                + jq.stream().map(line -> INDENT + line + "\n").collect(Collectors.joining());
    }

    private static Map<String, String> csvKeys(String name, String inbox) {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("source." + name + ".folder = " + inbox, "# Folder into which the file of " + name
                + " is dropped; the newest *.csv file counts.");
        keys.put("source." + name + ".region =", "# Country of telephone numbers without country code in the file of "
                + name + ", e.g. DE.");
        return keys;
    }

    private static String drop(String folder) {
        return "mkdir -p " + folder + ", put the file there (cp <file>.csv " + folder + "/)";
    }

    /**
     * Of mailboxes, with the mapping that the shipped source has.
     *
     * @param shipped the text of its route file
     */
    static NewSource mailboxes(String name, String shipped) {
        String text = shipped.replace("-source-graph-contacts", "-source-" + name)
                .replace("source: graph-contacts\n", "source: " + name + "\n")
                .replace("source.graph-contacts.", "source." + name + ".");
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("source." + name + ".mailboxes =", "# Mailboxes of " + name
                + ": object ids or addresses, comma-separated.");
        keys.put("source." + name + ".folder =",
                "# Display name of the contact folder to read there; empty for the default folder.");
        keys.put("source." + name + ".region =", "# Country of telephone numbers without country code in " + name
                + ", e.g. DE.");
        return new NewSource(text, keys, "a copy of the mapping of graph-contacts", "set source." + name
                + ".mailboxes in config/application.properties", List.of());
    }
}
