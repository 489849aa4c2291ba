package io.contactsync.source;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The mapping asks for columns that the file does not have: nothing that it makes of the file can be trusted. */
public final class MissingColumnsException extends IllegalArgumentException {

    /** More names than that help nobody. */
    private static final int SHOWN = 100;

    /**
     * @param file its name
     * @param missing what the mapping asks for
     * @param header what the file has
     */
    MissingColumnsException(String file, Collection<String> missing, List<String> header) {
        super(file + ", line 1: the mapping asks for columns that the file does not have: " + list(missing)
                + "; nothing of it is used. Correct the mapping or, if they may be missing, name them in "
                + "optionalColumns in the source's route file. "
                + "The header was " + list(header) + near(missing, header));
    }

    private static String list(Collection<String> names) {
        return names.stream().limit(SHOWN).map(name -> "'" + name + "'").collect(Collectors.joining(", "))
                + (names.size() > SHOWN ? " and " + (names.size() - SHOWN) + " more" : "");
    }

    private static String near(Collection<String> missing, List<String> header) {
        String near = missing.stream().flatMap(name -> header.stream().filter(column -> bare(column).equals(bare(name)))
                .map(column -> "'" + column + "' for '" + name + "'")).collect(Collectors.joining(", "));
        return near.isEmpty() ? "" : ": is it " + near + "?";
    }

    /** A name without what people get wrong: letter case, spaces, signs. */
    private static String bare(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
