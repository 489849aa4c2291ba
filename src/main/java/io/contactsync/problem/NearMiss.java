package io.contactsync.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** What somebody probably meant who wrote a name that does not exist. */
public final class NearMiss {

    /** More letters than that share of the name are not a slip any more. */
    private static final int LETTERS_PER_SLIP = 3;

    private NearMiss() {
    }

    /** {@code " - did you mean 'department'?"}, or nothing where no known name is near. */
    public static String question(String written, Collection<String> known) {
        return of(written, known).map(near -> " - did you mean '" + near + "'?").orElse("");
    }

    /** The known name nearest to what was written, if a few slips explain the difference. */
    public static Optional<String> of(String written, Collection<String> known) {
        return nearest(written, known)
                .filter(near -> distance(lower(written), lower(near)) <= 1 + written.length() / LETTERS_PER_SLIP);
    }

    /** The known name nearest to what was written, however far. */
    public static Optional<String> nearest(String written, Collection<String> known) {
        Comparator<String> nearness = Comparator.comparingInt(name -> distance(lower(written), lower(name)));
        return known.stream().min(nearness.thenComparing(Comparator.naturalOrder()));
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** Levenshtein's distance. */
    private static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int column = 0; column < row.length; column++) {
            row[column] = column;
        }
        for (int line = 1; line <= from.length(); line++) {
            int diagonal = row[0];
            row[0] = line;
            for (int column = 1; column < row.length; column++) {
                int replaced = diagonal + (from.charAt(line - 1) == to.charAt(column - 1) ? 0 : 1);
                diagonal = row[column];
                row[column] = Math.min(replaced, 1 + Math.min(row[column], row[column - 1]));
            }
        }
        return row[to.length()];
    }
}
