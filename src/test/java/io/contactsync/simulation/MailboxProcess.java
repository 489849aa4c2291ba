package io.contactsync.simulation;

import io.contactsync.core.MailboxResult;
import io.contactsync.run.MailboxTurn;
import io.contactsync.simulation.disk.Disk;

/** A process in which mailboxes have their turns. */
interface MailboxProcess {

    /** The machine whose run it is, in whatever process its mailboxes are. */
    Machine machine();

    MachineClock clock();

    Disk disk();

    /** Something that happens later, unless the process is gone by then. */
    void at(long time, Runnable what);

    /** The answer to what was sent has come by then, whether or not anybody hears it. */
    void lands(long time, Server server);

    void perhapsCrash();

    /** The same right before something is sent. */
    default void perhapsCrash(Runnable sending) {
        perhapsCrash();
    }

    void perhapsStops();

    /** The id of the run whose mailbox it is. */
    String of(MailboxTurn turn);

    /** Its intents are written: what goes out goes out now, or later, or not at all. */
    default void leaves(MailboxTurn turn, Runnable leaves, Runnable stays) {
        leaves.run();
    }

    /** Something is about to be sent. */
    void sends(MailboxTurn turn);

    /** A mailbox is through. */
    void ended(MailboxTurn turn, MailboxResult result);
}
