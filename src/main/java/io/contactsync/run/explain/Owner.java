package io.contactsync.run.explain;

/**
 * The owner of a mailbox.
 *
 * @param id their object id
 * @param name their display name; empty if it is not known
 * @param address their address; empty if it is not known
 */
public record Owner(String id, String name, String address) {

    /** What people call them: the name, else the address, else the id. */
    public String called() {
        return !name.isEmpty() ? name : address.isEmpty() ? id : address;
    }
}
