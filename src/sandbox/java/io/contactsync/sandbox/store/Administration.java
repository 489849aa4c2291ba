package io.contactsync.sandbox.store;

import io.contactsync.sandbox.protocol.GraphRefusal;

/**
 * What administrators and the service itself do to a tenant behind the backs of its clients. Each is one step for the
 * service, and may be done at any time from any thread.
 */
public final class Administration {
    private final Tenant tenant;
    private final Directory directory;
    private final MailboxRegister mailboxes;

    Administration(Tenant tenant, Directory directory, MailboxRegister mailboxes) {
        this.tenant = tenant;
        this.directory = directory;
        this.mailboxes = mailboxes;
    }

    /** Deletes a user and with them their mailbox; if restorable, both can be brought back. */
    public void removeUser(String id, boolean restorable) {
        synchronized (tenant) {
            if (directory.users().remove(id, restorable) == null) {
                throw GraphRefusal.noSuchObject(id);
            }
            mailboxes.remove(id, restorable);
        }
    }

    /** Brings a deleted user back, mailbox included. */
    public void restoreUser(String id) {
        synchronized (tenant) {
            if (directory.users().restore(id) == null) {
                throw GraphRefusal.noSuchObject(id);
            }
            mailboxes.restore(id);
        }
    }

    /** Deletes an organisational contact for good. */
    public void removeOrgContact(String id) {
        synchronized (tenant) {
            directory.orgContacts().remove(id, false);
        }
    }

    /** Gives a user a photo. */
    public void setPhoto(String user, Photo photo) {
        synchronized (tenant) {
            directory.photo(user, photo);
        }
    }

    /**
     * Lets a mailbox answer 404 with that code from now on, such as MailboxNotEnabledForRESTAPI or ErrorInvalidUser;
     * null makes it well again.
     *
     * @see <a href="https://learn.microsoft.com/answers/questions/1457213">question 1457213: mailboxes inactive,
     * soft-deleted or on-premises</a>
     */
    public void refuseMailbox(String user, String code) {
        synchronized (tenant) {
            User owner = tenant.user(user).orElseThrow(() -> GraphRefusal.noSuchObject(user));
            mailboxes.refuse(owner.id(), code);
        }
    }

    /** Lets all delta tokens of a mailbox expire now. */
    public void expireDeltaTokens(String user) {
        synchronized (tenant) {
            tenant.mailbox(user).log().expireTokens();
        }
    }

    /** Lets all page and delta tokens of the directory issued so far expire now. */
    public void expireDirectoryTokens() {
        synchronized (tenant) {
            directory.expireTokens();
        }
    }

    /**
     * Lets queries with the header ConsistencyLevel not see changes from now on, or see them again.
     *
     * @see <a href="https://learn.microsoft.com/graph/aad-advanced-queries">the separate store, eventually
     * consistent</a>
     */
    public void holdDirectoryIndex(boolean hold) {
        synchronized (tenant) {
            directory.holdIndex(hold);
        }
    }
}
