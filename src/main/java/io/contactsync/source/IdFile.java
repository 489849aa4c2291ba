package io.contactsync.source;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A file of ids, one a line, in UTF-8. A {@code #} at a line's begin or after a space begins a comment (a guest's user
 * principal name has one in its midst: {@code ann_fabrikam.com#EXT#@contoso.com}); empty lines and a byte order mark do
 * not count.
 */
public final class IdFile {

    /** Larger than the ids of every user that Graph allows a tenant; what is larger is another file. */
    private static final long MAX_BYTES = 64L << 20;
    private static final Pattern COMMENT = Pattern.compile("(^|\\s)#.*");

    private IdFile() {
    }

    /**
     * Its ids.
     *
     * @throws IllegalArgumentException if it is no regular file, too large, or cannot be read
     */
    public static List<String> read(Path file) {
        require(Files.exists(file), file, "does not exist");
        require(Files.isRegularFile(file), file, "is no regular file");
        try {
            require(Files.size(file) <= MAX_BYTES, file, "has more than 64 MB: is it another file?");
            return ids(Files.readString(file));
        } catch (CharacterCodingException notText) {
            throw refused(file, "cannot be read as UTF-8 text: save it as UTF-8");
        } catch (IOException unreadable) {
            throw refused(file, "cannot be read (" + unreadable.getClass().getSimpleName() + ")");
        }
    }

    private static List<String> ids(String text) {
        String lines = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return lines.lines().map(line -> COMMENT.matcher(line).replaceFirst("").strip()).filter(line -> !line.isEmpty())
                .toList();
    }

    private static void require(boolean good, Path file, String otherwise) {
        if (!good) {
            throw refused(file, otherwise);
        }
    }

    private static IllegalArgumentException refused(Path file, String why) {
        return new IllegalArgumentException("the file of ids '" + file + "' " + why);
    }
}
