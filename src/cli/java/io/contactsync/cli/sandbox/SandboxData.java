package io.contactsync.cli.sandbox;

import io.contactsync.cli.configuration.ConfigurationException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A data folder for one sandbox, so that a rehearsal never mixes with the data of the real tenant. It goes with the
 * sandbox, unless it is kept.
 */
final class SandboxData implements AutoCloseable {

    private final Path folder;
    private boolean kept;

    SandboxData() {
        try {
            folder = Files.createTempDirectory("contact-sync-sandbox-data");
        } catch (IOException impossible) {
            throw new ConfigurationException(
                    "sandbox: no folder can be made in " + System.getProperty("java.io.tmpdir"));
        }
    }

    Path folder() {
        return folder;
    }

    /** Leaves the folder where it is when all is over. */
    void keep() {
        kept = true;
    }

    @Override
    public void close() {
        if (!kept && Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                remove(all.sorted(Comparator.reverseOrder()).toList());
            } catch (IOException unremovable) {
                System.err.println("contact-sync: " + folder + " could not be removed");
            }
        }
    }

    private static void remove(List<Path> insideFirst) throws IOException {
        for (Path each : insideFirst) {
            Files.deleteIfExists(each);
        }
    }
}
