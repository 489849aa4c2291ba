package io.contactsync.journal;

import io.contactsync.core.Hold;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What earlier runs held, as their journals tell: what an approval may name.
 *
 * @param ids of everything that was ever held
 * @param latest what the latest run with a journal held
 */
public record HeldBefore(Set<String> ids, List<Hold> latest) {

    private static final String HOLD = "\"event\":\"hold\"";

    /**
     * Reads the journals below a folder.
     *
     * @throws JournalException if one cannot be read
     */
    public static HeldBefore read(Path runs) {
        JournalReader journals = JournalReader.of(runs);
        Set<String> ids = new LinkedHashSet<>();
        List<Hold> latest = new ArrayList<>();
        for (JournalLine line : journals.search(List.of(HOLD)).lines()) {
            ids.add(line.text("hold"));
            if (line.run().equals(journals.latest())) {
                latest.add(new Hold(line.text("hold"), line.text("reason")));
            }
        }
        return new HeldBefore(ids, List.copyOf(latest));
    }
}
