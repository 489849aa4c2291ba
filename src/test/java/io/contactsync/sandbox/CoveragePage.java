package io.contactsync.sandbox;

import io.contactsync.sandbox.protocol.GraphReading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The page that has a row for every fact: its tables, and what is wrong with them. Each check returns sentences, none
 * if all is well.
 */
final class CoveragePage {
    private static final int COLUMNS = 3;
    /** Third columns of the tables looked at; others are for the reader alone. */
    private static final List<String> HEADS = List.of("Shown by", "What is known");
    private static final Pattern TEST = Pattern.compile("\\b([A-Z]\\w*Test)\\.(\\w+)");
    private static final Pattern MARK = Pattern.compile("\\[[DSIC?][], ]");
    private static final List<Integer> FACTS = List.of(0, 11, 13, 7, 7, 7, 5, 0, 0, 6);
    private final List<Row> rows = new ArrayList<>();

    /** One row below the head of its table. */
    record Row(String section, String first, String second, String third) {
        boolean isFact() {
            return first.matches("\\d\\.\\d+");
        }

        boolean isReading() {
            return section.equals("Readings");
        }

        boolean isToDo() {
            return Stream.of(first, second, third).anyMatch(cell -> cell.contains("TODO"));
        }
    }

    static CoveragePage read(Path file) throws IOException {
        return new CoveragePage(Files.readString(file));
    }

    CoveragePage(String text) {
        for (String section : text.split("(?m)^== ")) {
            String[] parts = section.split("(?m)^\\|===\\R?", -1);
            for (int i = 1; i < parts.length; i += 2) {
                addTable(section.lines().findFirst().orElse("").trim(), parts[i]);
            }
        }
    }

    private void addTable(String section, String table) {
        List<String> cells = Arrays.stream(table.split("(?<!\\\\)\\|", -1)).skip(1)
                .map(cell -> cell.replaceAll("\\s+", " ").trim()).toList();
        if (cells.size() < COLUMNS || !HEADS.contains(cells.get(COLUMNS - 1))) {
            return;
        }
        for (int i = COLUMNS; i + COLUMNS <= cells.size(); i += COLUMNS) {
            rows.add(new Row(section, cells.get(i), cells.get(i + 1), cells.get(i + 2)));
        }
        if (cells.size() % COLUMNS != 0) {
            rows.add(new Row(section, "a table whose cells do not fill its rows", "TODO", "TODO"));
        }
    }

    List<String> factsNotThereOnce() {
        List<String> found = rows.stream().filter(Row::isFact).map(Row::first).toList();
        List<String> wrong = new ArrayList<>();
        for (int section = 0; section < FACTS.size(); section++) {
            for (int i = 1; i <= FACTS.get(section); i++) {
                String fact = section + "." + i;
                if (found.stream().filter(fact::equals).count() != 1) {
                    wrong.add("fact " + fact + " does not have one row");
                }
            }
        }
        return wrong;
    }

    List<String> toDo() {
        return rows.stream().filter(Row::isToDo).map(row -> row.section() + ", " + row.first() + " is still to do")
                .toList();
    }

    List<String> withoutSource() {
        return rows.stream().filter(row -> row.isFact() && !row.isToDo() && !MARK.matcher(row.second()).find())
            .map(row -> row.first() + " names no source").toList();
    }

    /** @param source text of the test class of that simple name, or null if there is none */
    List<String> notShown(java.util.function.UnaryOperator<String> source) {
        List<String> wrong = new ArrayList<>();
        rows.stream().filter(row -> !row.isReading() && !row.isToDo()).forEach(row -> {
            Matcher test = TEST.matcher(row.third());
            boolean any = row.third().startsWith("not served: ");
            while (test.find()) {
                any = true;
                String text = source.apply(test.group(1));
                if (text == null || !Pattern.compile("void " + test.group(2) + "\\(").matcher(text).find()) {
                    wrong.add(row.first() + " names the test " + test.group() + ", which does not exist");
                }
            }
            if (!any) {
                wrong.add(row.first() + " names neither a test nor why it is not served");
            }
        });
        return wrong;
    }

    List<String> unlikeReadings() {
        return rows.stream().filter(row -> row.isReading() && !row.isToDo())
            .filter(row -> Arrays.stream(GraphReading.values()).noneMatch(each -> is(row, each)))
            .map(row -> "the sandbox has no reading " + row.first() + " with the answers " + row.second()).toList();
    }

    List<String> readingsNotThereOnce() {
        return Arrays.stream(GraphReading.values())
                .filter(each -> rows.stream().filter(row -> row.isReading() && is(row, each)).count() != 1)
            .map(each -> "reading " + each.key() + " does not have one row").toList();
    }

    private static boolean is(Row row, GraphReading reading) {
        return plain(row.first()).equals(reading.key())
                && List.of(plain(row.second()).split(", *")).equals(reading.answers());
    }

    private static String plain(String cell) {
        return cell.replace("`", "");
    }
}
