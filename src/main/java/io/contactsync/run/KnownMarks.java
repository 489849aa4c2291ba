package io.contactsync.run;

import io.contactsync.journal.DataPlaces;
import io.contactsync.journal.SettingsMemory;
import io.contactsync.journal.SourceMemory;

import java.nio.file.Path;
import java.util.List;

/**
 * What contacts are marked with, and where they are, must stay as it was in the runs before: contacts marked otherwise
 * are nobody's, and those of another tenant are not known here.
 */
final class KnownMarks {

    static final String CATEGORY = "category.name";
    static final String INSTANCE = "sync.instance";
    static final String TENANT = "graph.tenant-id";

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
        if (changed.contains(TENANT)) {
            throw new ChangedMarksException(TENANT
                    + " is not what it was in the runs before, and what they know is of another tenant:"
                    + " nothing was done; change it back, or give this tenant a folder of its own by sync.data");
        }
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
