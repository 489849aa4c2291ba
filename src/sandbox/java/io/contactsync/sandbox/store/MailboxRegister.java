package io.contactsync.sandbox.store;

import io.contactsync.sandbox.protocol.GraphRefusal;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongSupplier;

/** Who has a mailbox, and whose does not answer; users by their object ids. Guarded by the tenant's lock. */
final class MailboxRegister {
    private static final String NONE = "MailboxNotEnabledForRESTAPI";
    private final Map<String, Mailbox> byUser = new LinkedHashMap<>();
    private final Map<String, Mailbox> ofRemoved = new LinkedHashMap<>();
    private final Map<String, String> refusals = new LinkedHashMap<>();
    private final LongSupplier seconds;

    /** @param seconds the clock, in seconds since 1970 */
    MailboxRegister(LongSupplier seconds) {
        this.seconds = seconds;
    }

    Mailbox open(String user) {
        Mailbox mailbox = new Mailbox(UUID.fromString(user), seconds);
        byUser.put(user, mailbox);
        return mailbox;
    }

    Set<String> users() {
        return new LinkedHashSet<>(byUser.keySet());
    }

    /** The mailbox, whether or not it answers, or null. */
    Mailbox get(String user) {
        return byUser.get(user);
    }

    boolean answers(String user) {
        return byUser.containsKey(user) && refusals.get(user) == null;
    }

    /**
     * The mailbox as clients find it.
     *
     * @param called what the client calls the user
     * @throws GraphRefusal 404 with the code it is refused by
     */
    Mailbox answering(String user, String called) {
        Mailbox mailbox = byUser.get(user);
        String refusal = refusals.get(user);
        if (mailbox == null || refusal != null) {
            throw GraphRefusal.noMailbox(refusal == null ? NONE : refusal, called);
        }
        return mailbox;
    }

    /** @param code null to make the mailbox answer again */
    void refuse(String user, String code) {
        refusals.put(user, code);
    }

    void remove(String user, boolean restorable) {
        Mailbox mailbox = byUser.remove(user);
        if (restorable && mailbox != null) {
            ofRemoved.put(user, mailbox);
        }
    }

    void restore(String user) {
        Mailbox mailbox = ofRemoved.remove(user);
        if (mailbox != null) {
            byUser.put(user, mailbox);
        }
    }
}
