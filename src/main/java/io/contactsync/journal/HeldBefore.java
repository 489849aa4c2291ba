package io.contactsync.journal;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What earlier runs held, as their journals tell: an approval may name what an older version held, which is not in the
 * holds' own file.
 */
public final class HeldBefore {

    private HeldBefore() {
    }

    /**
     * Ids of everything that was ever held, by the journals below a folder.
     *
     * @throws JournalException if one cannot be read
     */
    public static Set<String> ids(Path runs) {
        Set<String> ids = new LinkedHashSet<>();
        JournalReader.of(runs).search(List.of(Grammar.HOLD.text())).lines().forEach(line -> ids.add(line.text("hold")));
        return ids;
    }
}
