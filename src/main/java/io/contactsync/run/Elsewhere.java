package io.contactsync.run;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

import io.contactsync.core.Kept;
import io.contactsync.core.Kept.Reason;

/**
 * Contacts that mailboxes should hold, and hold as another installation's: what a run says of them, once. Told by all
 * mailboxes at once.
 */
final class Elsewhere {

    private final Set<String> known;
    private final AtomicInteger contacts = new AtomicInteger();
    private final AtomicInteger mailboxes = new AtomicInteger();
    private final Set<String> instances = new ConcurrentSkipListSet<>();

    /** @param known names of other installations of which it was said already */
    Elsewhere(Set<String> known) {
        this.known = known;
    }

    /** A mailbox was planned. */
    void plan(Kept kept) {
        if (kept.of(Reason.ELSEWHERE) > 0) {
            contacts.addAndGet(kept.of(Reason.ELSEWHERE));
            mailboxes.incrementAndGet();
            instances.addAll(kept.instances());
        }
    }

    /** Names of those installations. What is no such name is not repeated: it comes from a mailbox. */
    Set<String> neighbours() {
        return instances.stream().map(name -> RunSettings.isInstance(name) ? name : "unknown")
                .collect(Collectors.toSet());
    }

    /** What is to be said, and the way out; nothing if all of it is known. */
    Optional<String> sentence(String instance) {
        return contacts.get() == 0 || known.containsAll(neighbours()) ? Optional.empty()
                : Optional.of(String.format(Locale.ROOT, "%d contacts in %d %s are there as another installation's: "
                        + "not doubled; this one is '%s'; %s", contacts.get(), mailboxes.get(),
                        mailboxes.get() == 1 ? "mailbox" : "mailboxes", instance, wayOut()));
    }

    private String wayOut() {
        String commands = instances.stream().filter(RunSettings::isInstance)
                .map(name -> "contact-sync adopt --instance " + name).collect(Collectors.joining(", or "));
        return commands.isEmpty() ? "look for the other one" : "to take them over: " + commands;
    }
}
