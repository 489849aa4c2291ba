package io.contactsync.run;

import io.contactsync.journal.DataPlaces;
import io.contactsync.journal.SettingsMemory;
import io.contactsync.journal.SourceMemory;

import java.nio.file.Path;
import java.util.List;

/** What contacts are marked with must stay as it was in the runs before: contacts marked otherwise are nobody's. */
final class KnownMarks {

    private static final String CATEGORY = "category.name";
    private static final String INSTANCE = "sync.instance";

    private KnownMarks() {
    }

    /**
     * A run that may write needs the marks of the last accepted one; one that takes over may have another name.
     *
     * @throws ChangedMarksException if they are others
     */
    static void require(RunRequest request, Path data, Fingerprint now) {
        boolean first = new SourceMemory(new DataPlaces(data).sources()).sources().isEmpty();
        if (request.dryRun() || first || now.parts().isEmpty()) {
            return;
        }
        List<String> changed = new SettingsMemory(data).changed(now.parts()).orElse(List.of());
        if (changed.contains(CATEGORY)) {
            throw new ChangedMarksException(
                    CATEGORY + " is not what it was in the runs before, and what they wrote would"
                    + " be nobody's: nothing was done; change it back");
        }
        if (changed.contains(INSTANCE) && request.adopted().isEmpty()) {
            throw new ChangedMarksException(INSTANCE
                    + " is not what it was in the runs before, and what they wrote would"
                    + " be another installation's: nothing was done; change it back, or take their contacts over with"
                    + " 'contact-sync adopt --instance NAME', NAME being the former one");
        }
    }
}
