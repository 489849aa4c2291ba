package io.contactsync.host;

import io.contactsync.cli.Above;
import io.contactsync.cli.sandbox.SandboxAccess;
import io.contactsync.sandbox.Sandbox;
import io.contactsync.sandbox.SandboxOptions;
import java.nio.file.Path;
import java.util.List;

/**
 * A sandbox that a host synchronises into.
 *
 * @param settings the file with what a host has to be told
 */
record HostTenant(Sandbox sandbox, Path settings) implements AutoCloseable {

    /** @param data an empty folder */
    static HostTenant start(int mailboxes, Path data) {
        Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withMailboxes(mailboxes));
        return new HostTenant(sandbox, new SandboxAccess(sandbox.address()).host(data));
    }

    /** How many contacts of ours each mailbox holds, as seen from above. */
    List<Long> ours() {
        return Above.ours(sandbox);
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
