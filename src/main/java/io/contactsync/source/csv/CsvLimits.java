package io.contactsync.source.csv;

/** How much of a CSV file is read at the most: enough for every honest file, too little to fill the memory. */
public final class CsvLimits {

    /** Bytes of a file: some 200,000 rows. What is made of all its rows is held in memory. */
    public static final long FILE = 64L << 20;

    /** Characters of a row. A quote that never ends makes one row of the rest of its file. */
    public static final int ROW = 1 << 20;

    /** Characters of a cell: what a cell of Excel holds. */
    public static final int CELL = 32_767;

    /** Columns of a file; Outlook exports 92. */
    public static final int COLUMNS = 1_000;

    private CsvLimits() {
    }
}
