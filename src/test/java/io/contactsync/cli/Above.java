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

    private Above() {
    }

    /** How many contacts of ours each mailbox of the target group holds. */
    public static List<Long> ours(Sandbox sandbox) {
        return ours(sandbox, "main");
    }

    /** How many of that installation of ours. */
    public static List<Long> ours(Sandbox sandbox, String instance) {
        Marks marks = new Marks("Colleagues", HiddenProperties.KEY, "v1|" + instance + "|");
        Tenant tenant = sandbox.tenant();
        return tenant.members(tenant.group(sandbox.address().targetGroup()).orElseThrow(), true).stream()
                .filter(User.class::isInstance)
                .map(user -> tenant.snapshot(user.id()).values().stream().filter(each -> isOn(marks, each)).count())
                .toList();
    }

    private static boolean isOn(Marks marks, byte[] contact) {
        try {
            return marks.on(new ObjectMapper().readTree(contact));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
