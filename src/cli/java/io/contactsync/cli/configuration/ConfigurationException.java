package io.contactsync.cli.configuration;

import java.util.List;

/**
 * The configuration is not usable. The message is one sentence that names the file or key, what was found and what is
 * allowed.
 */
public final class ConfigurationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ConfigurationException(String message) {
        super(message);
    }

    /** Stops at the first of these mistakes; does nothing if there is none. */
    public static void at(List<String> mistakes) {
        if (!mistakes.isEmpty()) {
            throw new ConfigurationException(mistakes.get(0));
        }
    }
}
