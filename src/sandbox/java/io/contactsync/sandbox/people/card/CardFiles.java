package io.contactsync.sandbox.people.card;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** People out of what a user names: a CSV file, a file of vCards, or a folder of these. */
public final class CardFiles {
    private static final String VCARD = ".vcf";

    private CardFiles() {
    }

    /**
     * Reads all cards, in the order of the file, or of the files' names.
     *
     * @param used  the fields that are wanted
     * @param notes told what is ignored
     * @throws IllegalArgumentException in one sentence that names the file and the line, what was found and what is
     * allowed
     */
    public static List<Card> read(Path path, Set<CardField> used, Notes notes) {
        if (!Files.exists(path)) {
            throw new IllegalArgumentException(
                    path.toAbsolutePath() + " does not exist - a CSV file, or a folder with .vcf files, is needed");
        }
        if (!Files.isDirectory(path)) {
            return vCards(path) ? VCardCards.read(path, notes) : CsvCards.read(path, used, notes);
        }
        List<Card> cards = new ArrayList<>();
        files(path).forEach(file -> cards.addAll(VCardCards.read(file, notes)));
        return cards;
    }

    /** Hidden ones are left out: macOS puts one beside each file it copies. */
    private static List<Path> files(Path folder) {
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> files = all.filter(CardFiles::vCards)
                    .filter(file -> !file.getFileName().toString().startsWith(".")).sorted().toList();
            if (files.isEmpty()) {
                throw new IllegalArgumentException(
                        "the folder " + folder + " holds no .vcf file - put vCards there, or name a CSV file");
            }
            return files;
        } catch (IOException e) {
            throw new IllegalArgumentException("the folder " + folder + " cannot be read", e);
        }
    }

    static boolean vCards(Path path) {
        return path.getFileName() != null && path.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(VCARD);
    }
}
