package io.contactsync.run;

import io.contactsync.core.MailboxResult;

/** A mailbox on its way from the coordinator and back, step by step, without waiting. */
public final class HandedMailbox {

    private final Coordinator coordinator;
    private final MailboxHandover hand;

    private HandedMailbox(Coordinator coordinator, MailboxHandover hand) {
        this.coordinator = coordinator;
        this.hand = hand;
    }

    /** Workers may have it. */
    public static HandedMailbox of(Coordinator coordinator, MailboxTurn turn) {
        return new HandedMailbox(coordinator, coordinator.hand(turn));
    }

    /** Whether it is still on its way. */
    public boolean isUnderWay() {
        return coordinator.isUnderWay(hand);
    }

    /** Asks Graph what time it is, if that is due. */
    public void perhapsAsks() {
        if (coordinator.isToAsk(hand)) {
            coordinator.asked(hand);
        }
    }

    /** The offer, if it is due; otherwise null. */
    public byte[] offer() {
        return coordinator.isToBeOffered(hand) ? coordinator.offer(hand) : null;
    }

    /** A little time has passed. */
    public void look() {
        coordinator.look(hand);
    }

    /** What it came to. */
    public MailboxResult result() {
        return coordinator.result(hand);
    }
}
