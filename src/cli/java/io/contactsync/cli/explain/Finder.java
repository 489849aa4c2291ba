package io.contactsync.cli.explain;

import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import io.contactsync.cli.app.App;
import io.contactsync.cli.configuration.ConfigurationException;
import io.contactsync.core.ContactKey;
import io.contactsync.run.explain.Owner;
import io.contactsync.run.explain.Records;
import io.contactsync.run.explain.Someone;

/** Finds whom the options of a command mean, as {@code explain} finds them. */
public final class Finder {

    private final Meant meant;

    /** Among those whom the data folder tells of, and in the directory that the application asks. */
    public Finder(App app) {
        this.meant = new Meant(new Records(app.settings()), app.settings(), LiveTenant.of(app));
    }

    /**
     * Object ids of the owners of mailboxes.
     *
     * @throws ConfigurationException if it is not clear whose one of them is
     */
    public Set<String> mailboxes(Set<String> texts) {
        return texts.stream().map(text -> clear("--mailbox", () -> meant.owner(text))).map(Owner::id)
                .collect(Collectors.toSet());
    }

    /**
     * Keys of people, as shown.
     *
     * @throws ConfigurationException if it is not clear who one of them is
     */
    public Set<String> people(Set<String> texts) {
        return texts.stream().map(text -> clear("--person", () -> key(text, meant.someone(text))))
                .map(key -> key.shown().text()).collect(Collectors.toSet());
    }

    private static ContactKey key(String text, Someone who) {
        ContactKey key = who.key();
        if (key == null) {
            throw new ConfigurationException("'" + text + "' is a row that was refused: no contact was made of it");
        }
        return key;
    }

    private static <T> T clear(String option, Supplier<T> found) {
        try {
            return found.get();
        } catch (UnclearException unclear) {
            String candidates = unclear.candidates().stream().map(UnclearException.Candidate::line)
                    .collect(Collectors.joining("\n  ", "\n  ", ""));
            throw new ConfigurationException(option + ": " + unclear.getMessage()
                    + (unclear.candidates().isEmpty() ? "" : candidates));
        }
    }
}
