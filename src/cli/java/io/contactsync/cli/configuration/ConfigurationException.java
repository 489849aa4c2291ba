package io.contactsync.cli.configuration;

/**
 * The configuration is not usable. The message is one sentence that names the file or key, what was found and what is
 * allowed.
 */
public final class ConfigurationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ConfigurationException(String message) {
        super(message);
    }
}
