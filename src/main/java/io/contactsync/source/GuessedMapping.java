package io.contactsync.source;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A first mapping for a file, to be read and corrected by whoever knows it.
 *
 * @param jq the mapping, in lines
 * @param unmapped columns that no property was found for
 * @param mapped how many columns it uses
 * @param id the column that holds the id; empty if it is made of others
 * @param remarks what its reader should know, in sentences
 */
public record GuessedMapping(List<String> jq, List<String> unmapped, int mapped, String id, List<String> remarks) {

    private static final Pattern BARE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Set<String> WORDS = Set.of("and", "or", "not", "if", "then", "elif", "else", "end", "as",
            "def", "reduce", "foreach", "try", "catch", "label", "import", "include");
    private static final Map<String, Integer> LISTS = Map.of(ColumnGuess.EMAILS, 3, ColumnGuess.PHONES, 2,
            ColumnGuess.HOME_PHONES, 2);

    public GuessedMapping {
        jq = List.copyOf(jq);
        unmapped = List.copyOf(unmapped);
        remarks = List.copyOf(remarks);
    }

    /** The guess for a sample. */
    public static GuessedMapping of(SourceSample sample) {
        return new Guess(sample).mapping();
    }

    /** One guess under way. */
    private static final class Guess {
        private final SourceSample sample;
        private final Map<String, List<Integer>> columns = new LinkedHashMap<>();
        private final List<String> remarks = new ArrayList<>();
        private final List<String> unmapped = new ArrayList<>();
        private int idColumn = -1;

        Guess(SourceSample sample) {
            this.sample = sample;
            for (int column = 0; column < sample.columns().size(); column++) {
                take(column);
            }
            nameOrSurname();
        }

        private void take(int column) {
            String header = sample.columns().get(column);
            String property = header.contains("{{") ? null : ColumnGuess.of(header, sample.values(column));
            if (ColumnGuess.ID.equals(property) && (idColumn >= 0 || !isUnique(column))) {
                property = null;
            }
            List<Integer> same = property == null ? List.of()
                    : columns.computeIfAbsent(property, none -> new ArrayList<>());
            if (property == null || same.size() >= LISTS.getOrDefault(property, 1)) {
                unmapped.add(header);
            } else {
                same.add(column);
                idColumn = property.equals(ColumnGuess.ID) ? column : idColumn;
            }
        }

        /** 'Name' beside 'Vorname' is the family's. */
        private void nameOrSurname() {
            if (columns.containsKey("givenName") && !columns.containsKey("surname")
                    && columns.containsKey(ColumnGuess.NAME)) {
                columns.put("surname", columns.remove(ColumnGuess.NAME));
            }
        }

        private boolean isUnique(int column) {
            Set<String> seen = new HashSet<>();
            return sample.rows().stream().map(row -> row.get(column))
                    .allMatch(text -> !text.isBlank() && seen.add(text));
        }

        GuessedMapping mapping() {
            List<String> jq = new ArrayList<>();
            if (columns.containsKey(ColumnGuess.NAME) && !columns.containsKey("givenName")) {
                remarks.add("no column tells given name and surname apart: contacts hold the whole name as given name "
                        + "and no surname, unless the mapping splits it");
            }
            jq.add("id: " + id());
            columns.forEach((property, places) -> line(property, places, jq));
            address(jq);
            List<String> lines = new ArrayList<>(List.of("{"));
            for (int line = 0; line < jq.size(); line++) {
                lines.add("  " + jq.get(line) + (line < jq.size() - 1 ? "," : ""));
            }
            lines.add("}");
            int mapped = columns.values().stream().mapToInt(List::size).sum();
            return new GuessedMapping(lines, unmapped, mapped, idColumn < 0 ? ""
                    : sample.columns().get(idColumn), remarks);
        }

        private String id() {
            if (idColumn >= 0) {
                return reference(idColumn);
            }
            List<Integer> names = columns.entrySet().stream()
                    .filter(entry -> Set.of("givenName", "surname", ColumnGuess.NAME, "companyName")
                    .contains(entry.getKey()))
                    .flatMap(entry -> entry.getValue().stream()).sorted().toList();
            List<Integer> emails = columns.getOrDefault(ColumnGuess.EMAILS, List.of());
            List<Integer> parts = names.isEmpty() && emails.isEmpty() && !sample.columns().isEmpty() ? List.of(0)
                    : names;
            remarks.add("no column is an id of its own: "
                    + (emails.isEmpty() ? "the names stand" : "the address stands, or else the names stand")
                    + " for it, and whoever changes that becomes another contact");
            String joined = "([" + joined(parts) + "] | join(\"|\"))";
            if (emails.isEmpty()) {
                return joined;
            }
            String address = reference(emails.get(0));
            return parts.isEmpty() ? address : "(if " + address + " != \"\" then " + address + " else " + joined
                    + " end)";
        }

        private void line(String property, List<Integer> places, List<String> jq) {
            switch (property) {
                case ColumnGuess.ID -> { }
                case ColumnGuess.EMAILS -> jq.add(property + ": ([" + joined(places)
                        + "] | map(select(. != \"\") | {name: \"\", address: .}))");
                case ColumnGuess.PHONES, ColumnGuess.HOME_PHONES ->
                        jq.add(property + ": ([" + joined(places) + "] | map(select(. != \"\")))");
                case ColumnGuess.DAY -> jq.add(property + ": " + day(places.get(0)));
                default -> {
                    if (!property.contains(".")) {
                        jq.add(property + ": " + reference(places.get(0)));
                    }
                }
            }
        }

        /** Days with strokes are read only where it is known which of the two is the month. */
        private String day(int column) {
            String reference = reference(column);
            List<String[]> days = sample.values(column).stream().map(text -> text.strip().split("/"))
                    .filter(parts -> parts.length == 3).toList();
            if (days.isEmpty()) {
                return reference;
            }
            boolean dayFirst = days.stream().anyMatch(parts -> isDay(parts[0]));
            boolean monthFirst = days.stream().anyMatch(parts -> isDay(parts[1]));
            if (dayFirst == monthFirst) {
                remarks.add("whether day or month comes first in '" + sample.columns().get(column)
                        + "' cannot be told: days that may be both are left out");
                return reference;
            }
            remarks.add("'" + sample.columns().get(column) + "' is taken for "
                    + (dayFirst ? "day/month/year" : "month/day/year"));
            return "(" + reference + " | split(\"/\") | if length == 3 then "
                    + (dayFirst ? "[.[2], .[1], .[0]]" : "[.[2], .[0], .[1]]")
                    + " | join(\"-\") else null end)";
        }

        private static boolean isDay(String part) {
            return part.matches("1[3-9]|2\\d|3[01]");
        }

        private void address(List<String> jq) {
            String parts = columns.entrySet().stream().filter(entry -> entry.getKey().startsWith("businessAddress."))
                    .map(entry -> entry.getKey().substring("businessAddress.".length()) + ": "
                    + reference(entry.getValue().get(0))).collect(Collectors.joining(", "));
            if (!parts.isEmpty()) {
                jq.add("businessAddress: {" + parts + "}");
            }
        }

        private String joined(List<Integer> places) {
            return places.stream().map(this::reference).collect(Collectors.joining(", "));
        }

        private String reference(int column) {
            return GuessedMapping.reference(sample.columns().get(column));
        }
    }

    /** How jq names a column. */
    static String reference(String column) {
        Function<String, String> quoted = text -> text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
        return BARE.matcher(column).matches() && !WORDS.contains(column) ? "." + column
                : ".[\"" + quoted.apply(column) + "\"]";
    }
}
