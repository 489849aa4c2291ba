package io.contactsync.journal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

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

    /** A folder for each time that somebody changed the journals by hand, with a journal of that. */
    public Path audit() {
        return data.resolve("audit");
    }

    /** The folder of a journal, of a run or of what was done by hand; null if there is none of that id. */
    Path journal(String id) {
        return Stream.of(runs().resolve(id), audit().resolve(id)).filter(Files::isDirectory).findFirst().orElse(null);
    }

    /** Journals that were not as they were written, when somebody put them there. */
    Path aside() {
        return data.resolve("set-aside");
    }

    /** What is remembered between runs. */
    public Path state() {
        return data.resolve("state");
    }

    /** The head of the chain of journals. */
    Path chain() {
        return state().resolve("chain");
    }

    /** Since when this folder knows what was sent. */
    Path began() {
        return state().resolve("began");
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

    /** What contacts held, so that runs can be undone. */
    Path images() {
        return state().resolve("images");
    }

    /** What waits for a person. */
    public Path holds() {
        return state().resolve("holds");
    }

    /** The configuration of the last accepted run. */
    public Path configuration() {
        return state().resolve("configuration");
    }

    /** Which mailboxes are or were targets. */
    Path targets() {
        return state().resolve("targets");
    }

    /** By which link each mailbox is asked for its changes. */
    Path deltas() {
        return state().resolve("deltas");
    }

    /** What mailboxes were to hold at the end of the last ordinary run. */
    Path desired() {
        return state().resolve("desired");
    }

    /** Users of the directory as they were read last. */
    public Path users() {
        return state().resolve("users");
    }

    /** Mailboxes that are left alone for a while. */
    Path quarantine() {
        return state().resolve("quarantine");
    }

    /** Contacts that Graph refuses. */
    Path refused() {
        return state().resolve("refused");
    }

    /** What was told to whom. */
    public Path notices() {
        return state().resolve("notices");
    }

    /** Other installations that were told of. */
    public Path neighbours() {
        return state().resolve("neighbours");
    }
}
