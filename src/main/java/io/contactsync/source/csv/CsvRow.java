package io.contactsync.source.csv;

import java.util.List;

/**
 * A row of a CSV file that has any text.
 *
 * @param line the line it begins on, from 1; header, blank lines and line ends inside cells count
 * @param cells a text for each column of the header, without spaces around; none where there is a defect
 * @param defect why the row cannot be trusted, for example too few columns; null if it can
 */
public record CsvRow(long line, List<String> cells, String defect) {

    public CsvRow {
        cells = List.copyOf(cells);
    }

    static CsvRow of(long line, List<String> cells, int columns, char delimiter) {
        String defect = defect(cells, columns);
        defect = defect == null ? SwallowedRows.in(cells, columns, delimiter) : defect;
        return new CsvRow(line,
                defect == null ? cells.subList(0, columns).stream().map(String::strip).toList() : List.of(), defect);
    }

    private static String defect(List<String> cells, int columns) {
        if (cells.size() < columns) {
            return "has " + cells.size() + (cells.size() == 1 ? " column" : " columns") + " where the header has "
                    + columns;
        }
        for (int column = 0; column < cells.size(); column++) {
            String defect = defect(cells.get(column), column >= columns);
            if (defect != null) {
                return "has " + defect + " in column " + (column + 1)
                        + (column >= columns ? ", the header names " + columns : "");
            }
        }
        return null;
    }

    private static String defect(String cell, boolean nameless) {
        if (nameless && !cell.isBlank()) {
            return "text";
        }
        if (cell.length() > CsvLimits.CELL) {
            return cell.length() + " characters (allowed are " + CsvLimits.CELL + ")";
        }
        if (cell.indexOf('\0') >= 0) {
            return "a zero character";
        }
        return cell.contains(CsvHeader.REPLACEMENT) ? "bytes that the source's charset cannot read" : null;
    }
}
