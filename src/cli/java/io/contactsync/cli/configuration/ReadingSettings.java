package io.contactsync.cli.configuration;

import io.contactsync.run.RunSettings;

/** The configuration of runs, for those who read what runs have left and begin none. */
public final class ReadingSettings {

    private ReadingSettings() {
    }

    /** @throws ConfigurationException if a value is wrong */
    public static RunSettings of(Configuration configuration) {
        try {
            return RunSettings.of(configuration.get("sync.instance"), configuration.get("sync.sources"),
                    configuration.get("sync.retired-sources"), Boolean.parseBoolean(configuration.get("sync.own-card")),
                    configuration.number("sync.mailbox-minutes", 1, Integer.MAX_VALUE),
                    configuration.number("sync.settle-minutes", 1, Integer.MAX_VALUE), false,
                    configuration.get("sync.data"));
        } catch (IllegalArgumentException wrong) {
            throw new ConfigurationException(wrong.getMessage());
        }
    }
}
