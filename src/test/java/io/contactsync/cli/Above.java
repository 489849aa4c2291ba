package io.contactsync.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.contactsync.contact.HiddenProperties;
import io.contactsync.sandbox.Marks;
import io.contactsync.sandbox.Sandbox;
import io.contactsync.sandbox.store.Tenant;
import io.contactsync.sandbox.store.User;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** What stands in a sandbox's mailboxes, whoever may see it. */
public final class Above {

    private static final Marks MARKS = new Marks("Colleagues", HiddenProperties.KEY, "v1|main|");

    private Above() {
    }

    /** How many contacts of ours each mailbox of the target group holds. */
    public static List<Long> ours(Sandbox sandbox) {
        Tenant tenant = sandbox.tenant();
        return tenant.members(tenant.group(sandbox.address().targetGroup()).orElseThrow(), true).stream()
                .filter(User.class::isInstance)
                .map(user -> tenant.snapshot(user.id()).values().stream().filter(Above::isOurs).count()).toList();
    }

    private static boolean isOurs(byte[] contact) {
        try {
            return MARKS.on(new ObjectMapper().readTree(contact));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
