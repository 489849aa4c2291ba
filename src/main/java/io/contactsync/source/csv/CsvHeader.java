package io.contactsync.source.csv;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The names of the columns. Columns without a name may follow the last one that has one: programs write them by
 * mistake.
 */
final class CsvHeader {

    static final String REPLACEMENT = "\uFFFD";

    private CsvHeader() {
    }

    /**
     * The names, without spaces around.
     *
     * @throws CsvException without place, if they are no header
     */
    static List<String> of(List<String> cells) {
        List<String> names = cells.stream().map(String::strip).toList();
        while (!names.isEmpty() && names.get(names.size() - 1).isEmpty()) {
            names = names.subList(0, names.size() - 1);
        }
        if (names.size() > CsvLimits.COLUMNS) {
            throw new CsvException("the header has " + names.size() + " columns - allowed are " + CsvLimits.COLUMNS);
        }
        Set<String> seen = new HashSet<>();
        for (int column = 0; column < names.size(); column++) {
            check(names.get(column), column + 1, seen);
        }
        return List.copyOf(names);
    }

    private static void check(String name, int column, Set<String> seen) {
        if (name.isEmpty()) {
            throw new CsvException(
                    "column " + column + " of the header has no name - allowed is that only after the last column");
        }
        if (name.indexOf('\0') >= 0) {
            throw new CsvException(
                    "the header has zero characters - if the file is in UTF-16, set charset to UTF-16LE");
        }
        if (name.contains(REPLACEMENT)) {
            throw new CsvException("column " + column + " of the header has bytes that are not in the source's charset"
                    + " - set charset to the file's, for example UTF-8 or windows-1252");
        }
        if (!seen.add(name)) {
            throw new CsvException(
                    "two columns of the header have one name - each needs its own, twice was '" + name + "'");
        }
    }
}
