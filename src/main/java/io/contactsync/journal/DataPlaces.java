package io.contactsync.journal;

import java.nio.file.Path;

/**
 * What lies where in a data folder.
 *
 * @param data the folder, {@code sync.data}
 */
public record DataPlaces(Path data) {

    /** A folder for each run and each plan. */
    public Path runs() {
        return data.resolve("runs");
    }

    /** What is remembered between runs. */
    public Path state() {
        return data.resolve("state");
    }

    /** Whom each source named. */
    public Path sources() {
        return state().resolve("sources");
    }

    /** How each source was read last. */
    Path readings() {
        return state().resolve("readings");
    }

    /** What mailboxes hold, by its hash. */
    Path contents() {
        return state().resolve("contents");
    }

    /** What is known of each mailbox without reading it. */
    public Path mailboxes() {
        return state().resolve("mailboxes");
    }

    /** What waits for a person. */
    public Path holds() {
        return state().resolve("holds");
    }

    /** The configuration of the last accepted run. */
    public Path configuration() {
        return state().resolve("configuration");
    }

    /** What was told to whom. */
    public Path notices() {
        return state().resolve("notices");
    }
}
