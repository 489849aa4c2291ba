package io.contactsync.workers;

/**
 * A mailbox that anybody may ask for. It is only an offer: it may be lost, late or doubled, and nothing is done in the
 * mailbox before the coordinator has given it to one who asked.
 *
 * @param version of the form of all that is said
 * @param coordinator who answers letters about it, where several do; empty where one does
 * @param run the coordinator's run
 * @param mailbox the object id of its owner
 * @param print what coordinator and workers must have in common: program and configuration
 */
public record Offer(int version, String coordinator, String run, String mailbox, String print) {

    /** The version that this program speaks. */
    public static final int VERSION = 2;

    /** One of this program. */
    public Offer(String coordinator, String run, String mailbox, String print) {
        this(VERSION, coordinator, run, mailbox, print);
    }
}
