package io.contactsync.source.csv;

import java.util.List;

/**
 * A quote too many makes one cell of whole rows, up to the next quote: legal CSV, with as many columns as it should
 * have, and the people of the rows between are gone. Told by its shape: the lines of the cell, put back behind and
 * before the other cells, are rows of the file.
 */
final class SwallowedRows {

    /** With fewer columns a postal address or a note may have that shape. */
    private static final int LEAST_COLUMNS = 4;
    private static final int SURE_COLUMNS = 5;

    private SwallowedRows() {
    }

    /** What is wrong with such a row; null if it is none. */
    static String in(List<String> cells, int columns, char delimiter) {
        for (int column = 0; column < Math.min(columns, cells.size()) && columns >= LEAST_COLUMNS; column++) {
            if (isShapedLikeRows(cells.get(column), column, columns, delimiter)) {
                return "has whole rows inside column " + (column + 1)
                        + " - is there a quote that does not end where it should?";
            }
        }
        return null;
    }

    private static boolean isShapedLikeRows(String cell, int column, int columns, char delimiter) {
        List<String> lines = cell.lines().toList();
        if (lines.size() < 2 || columns < SURE_COLUMNS && column == columns - 1) {
            return false;
        }
        for (int line = 0; line < lines.size(); line++) {
            int wanted = line == 0 ? columns - 1 - column : line == lines.size() - 1 ? column : columns - 1;
            if (lines.get(line).chars().filter(each -> each == delimiter).count() != wanted) {
                return false;
            }
        }
        return true;
    }
}
