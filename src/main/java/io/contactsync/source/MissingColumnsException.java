package io.contactsync.source;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A source lacks columns that are asked for: nothing that its mapping makes of it can be trusted. */
public final class MissingColumnsException extends IllegalArgumentException {

    /** More names than that help nobody. */
    private static final int SHOWN = 100;

    private MissingColumnsException(String lacks, Collection<String> missing, String has, List<String> columns) {
        super(lacks + ": " + list(missing) + "; nothing of it is used. Correct the mapping or, if they may be missing, "
                + "name them in optionalColumns in the source's route file. " + has + " was " + list(columns)
                + near(missing, columns));
    }

    /**
     * @param file its name
     * @param missing what the mapping asks for
     * @param header what the file has
     */
    static MissingColumnsException inFile(String file, Collection<String> missing, List<String> header) {
        return new MissingColumnsException(file + ", line 1: the mapping asks for columns that the file does not have",
                missing, "The header", header);
    }

    /**
     * @param place where the row stands
     * @param missing what the mapping or the parameter columns asks for
     * @param columns what the row has
     */
    static MissingColumnsException inRow(String place, Collection<String> missing, List<String> columns) {
        return new MissingColumnsException(place + ": the mapping or its parameter 'columns' asks for columns that the "
                + "row does not have", missing, "The list of its columns", columns);
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
