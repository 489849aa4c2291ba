package io.contactsync.source.csv;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A folder into which CSV files are dropped. The newest {@code *.csv} counts, of two of one time the one whose name
 * comes last; hidden files are passed over. Whatever else is named {@code *.csv} there (a link, a folder, a pipe) is
 * refused: who may drop files is not who may read the disk. The one who asks waits between two looks.
 */
public final class CsvInbox {

    /** After so many looks a file that still changes is given up. */
    static final int LOOKS = 50;

    private static final String CSV = ".csv";

    /**
     * The newest file, not yet known to be whole.
     *
     * @throws CsvException in one sentence, if the folder has none or something that is no file
     */
    public CsvDrop newest(String folder) {
        Path path = requireFolder(folder);
        return files(path).stream().map(CsvInbox::seen)
                .max(Comparator.comparing(CsvDrop::modified).thenComparing(CsvDrop::name))
                .orElseThrow(() -> new CsvException(
                        "there is no *.csv file in the folder '" + folder + "' - put the file there"));
    }

    /**
     * Looks once more.
     *
     * @throws CsvException in one sentence, if it was looked at too often
     */
    public CsvDrop again(CsvDrop before) {
        CsvDrop now = newest(before.file().getParent().toString());
        if (now.looksLike(before)) {
            return new CsvDrop(now.file(), now.bytes(), now.modified(), before.looks(), true);
        }
        if (before.looks() >= LOOKS) {
            throw new CsvException(now.name()
                    + " is still being written - let it be written under another ending and renamed to *.csv when it "
                    + "is whole");
        }
        return new CsvDrop(now.file(), now.bytes(), now.modified(), before.looks() + 1, false);
    }

    private static Path requireFolder(String folder) {
        Path path = Path.of(folder).toAbsolutePath();
        if (!Files.isDirectory(path)) {
            String key = "source.<name>.folder in config/application.properties says which folder it is";
            throw new CsvException("the folder '" + folder + (Files.exists(path) ? "' is no folder - " + key
                    : "' does not exist - make it (mkdir -p '" + folder + "') and put the *.csv file there; " + key));
        }
        return path;
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(CsvInbox::isCsv).toList();
        } catch (IOException unreadable) {
            throw new CsvException("the folder '" + folder + "' cannot be read" + RegularFile.reason(unreadable),
                    unreadable);
        }
    }

    private static boolean isCsv(Path file) {
        String name = file.getFileName().toString();
        return !name.startsWith(".") && name.toLowerCase(Locale.ROOT).endsWith(CSV);
    }

    private static CsvDrop seen(Path file) {
        BasicFileAttributes found = RegularFile.require(file, file.getFileName().toString(), LinkOption.NOFOLLOW_LINKS);
        return new CsvDrop(file, found.size(), found.lastModifiedTime(), 0, false);
    }
}
