package io.contactsync.journal;

import io.contactsync.core.Sha256;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * The lines of one file of a journal in which somebody was erased. Their own hashes are those of the lines before the
 * erasure, so that the chain holds; that they are what the erasure made of them is vouched for by a line of its own
 * journal, which tells this.
 *
 * @param run whose journal
 * @param file the file's name, as if it were not compressed
 * @param lines how many
 * @param digest a SHA-256 that each of them goes on with, its end included, base64url,
 *        {@value LineHash#DIGITS} characters
 */
record ErasedLines(String run, String file, long lines, String digest) {

    /** As a line of a journal tells them. */
    static ErasedLines of(JournalLine line) {
        return new ErasedLines(line.text("of"), line.text("file"), line.number("lines"), line.text("digest"));
    }

    /** The line that vouches for them. */
    JournalEntry entry() {
        return JournalEntry.of(Grammar.ERASED).with("of", run).with("file", file).with("lines", lines)
                .with("digest", digest);
    }

    /** Gathers those of a file. */
    static final class Sum {

        private final String run;
        private final String file;
        private byte[] digest = {};
        private long lines;

        Sum(String run, Path file) {
            this.run = run;
            this.file = file.getFileName().toString().replace(JournalFiles.COMPRESSED, "");
        }

        /** A line without its end; any other line is passed over. */
        boolean add(byte[] bytes, int from, int to) {
            boolean erased = LineHash.isErased(bytes, from, to);
            if (erased) {
                digest = Sha256.of(digest, Arrays.copyOfRange(bytes, from, to), new byte[] {'\n'});
                lines++;
            }
            return erased;
        }

        /** All of them; none if there is none. */
        Optional<ErasedLines> lines() {
            String text = Base64.getUrlEncoder().encodeToString(digest);
            return lines == 0 ? Optional.empty()
                    : Optional.of(new ErasedLines(run, file, lines, text.substring(0, LineHash.DIGITS)));
        }
    }
}
