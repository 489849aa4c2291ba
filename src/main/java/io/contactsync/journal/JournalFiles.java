package io.contactsync.journal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * The files of a run's journal in its folder, in their order: {@code journal.jsonl}, {@code journal-0002.jsonl} and so
 * on; each as it was written, or compressed by gzip, then with {@code .gz} behind its name.
 */
final class JournalFiles {

    /** What the name of a compressed one ends with. */
    static final String COMPRESSED = ".gz";

    private static final Pattern NAME = Pattern.compile("journal(?:-(\\d{4}))?\\.jsonl(\\.gz)?");
    private static final int BLOCK = 65_536;

    private JournalFiles() {
    }

    /** Its name, plain; the first is 1. */
    static String name(int number) {
        return number == 1 ? Journal.FILE : String.format(Locale.ROOT, "journal-%04d.jsonl", number);
    }

    /**
     * Those of a folder; of one that is there both plain and compressed, because the process was killed in between, the
     * plain one.
     *
     * @throws IOException if the folder cannot be read, or one between them is missing
     */
    static List<Path> of(Path folder) throws IOException {
        TreeMap<Integer, Path> files = new TreeMap<>();
        try (Stream<Path> all = Files.list(folder)) {
            all.forEach(file -> {
                Matcher name = NAME.matcher(file.getFileName().toString());
                if (name.matches()) {
                    int number = name.group(1) == null ? 1 : Integer.parseInt(name.group(1));
                    files.merge(number, file, (one, other) -> isCompressed(one) ? other : one);
                }
            });
        }
        for (int number = 1; number <= files.size(); number++) {
            if (!files.containsKey(number)) {
                throw new IOException("its file " + name(number) + " is missing");
            }
        }
        return new ArrayList<>(files.values());
    }

    static boolean isCompressed(Path file) {
        return file.getFileName().toString().endsWith(COMPRESSED);
    }

    /** Its lines as they were written. */
    static InputStream open(Path file) throws IOException {
        InputStream in = PrivateFiles.read(file);
        return isCompressed(file) ? unzipped(in) : in;
    }

    private static InputStream unzipped(InputStream in) throws IOException {
        try {
            return new GZIPInputStream(in, BLOCK);
        } catch (IOException noGzip) {
            in.close();
            throw noGzip;
        }
    }
}
