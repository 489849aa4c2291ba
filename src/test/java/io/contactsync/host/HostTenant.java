package io.contactsync.host;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.contactsync.cli.sandbox.SandboxAccess;
import io.contactsync.contact.HiddenProperties;
import io.contactsync.sandbox.Marks;
import io.contactsync.sandbox.Sandbox;
import io.contactsync.sandbox.SandboxOptions;
import io.contactsync.sandbox.store.Tenant;
import io.contactsync.sandbox.store.User;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A sandbox that a host synchronises into.
 *
 * @param settings the file with what a host has to be told
 */
record HostTenant(Sandbox sandbox, Path settings) implements AutoCloseable {

    private static final Marks MARKS = new Marks("Colleagues", HiddenProperties.KEY, "v1|main|");

    /** @param data an empty folder */
    static HostTenant start(int mailboxes, Path data) {
        Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withMailboxes(mailboxes));
        return new HostTenant(sandbox, new SandboxAccess(sandbox.address()).host(data));
    }

    /** How many contacts of ours each mailbox holds, as seen from above. */
    List<Long> ours() {
        Tenant tenant = sandbox.tenant();
        return tenant.members(tenant.group(sandbox.address().targetGroup()).orElseThrow(), true).stream()
                .filter(User.class::isInstance)
                .map(user -> tenant.snapshot(user.id()).values().stream().filter(HostTenant::isOurs).count()).toList();
    }

    private static boolean isOurs(byte[] contact) {
        try {
            return MARKS.on(new ObjectMapper().readTree(contact));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
