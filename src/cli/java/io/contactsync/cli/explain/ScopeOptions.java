package io.contactsync.cli.explain;

import io.contactsync.run.Scope;
import picocli.CommandLine.Option;

import java.util.LinkedHashSet;
import java.util.Set;

/** The mailboxes and the people that a command is limited to. */
public final class ScopeOptions {

    @Option(names = "--mailbox", paramLabel = "<mailbox>", description = "In that mailbox only: its owner's address, "
            + "name or object id; may be given several times.")
    private Set<String> mailboxes = new LinkedHashSet<>();
    @Option(names = "--person", paramLabel = "<person>", description = "That person's contact only: a name, an "
            + "address, an object id, or a key (source|id); may be given several times.")
    private Set<String> people = new LinkedHashSet<>();

    /** Whether a mailbox was named. */
    public boolean isAnyMailbox() {
        return !mailboxes.isEmpty();
    }

    /** Whether it is limited to anything. */
    public boolean isAny() {
        return isAnyMailbox() || !people.isEmpty();
    }

    /**
     * Looks up what was named.
     *
     * @throws io.contactsync.cli.configuration.ConfigurationException if somebody is not found, or several are
     */
    public Scope scope(Finder finder) {
        return new Scope(finder.mailboxes(mailboxes), finder.people(people));
    }
}
