package io.contactsync.cli.words;

import java.util.List;
import java.util.Locale;

/** Sizes as people read them. */
public final class Bytes {

    private static final int STEP = 1024;
    private static final int SMALL = 10;
    private static final List<String> UNITS = List.of("B", "KB", "MB", "GB", "TB");

    private Bytes() {
    }

    /** {@code 17 MB}, {@code 1.5 GB}. */
    public static String told(long bytes) {
        double size = bytes;
        int unit = 0;
        while (size >= STEP && unit < UNITS.size() - 1) {
            size /= STEP;
            unit++;
        }
        return String.format(Locale.ROOT, unit > 0 && size < SMALL ? "%.1f %s" : "%.0f %s", size, UNITS.get(unit));
    }
}
