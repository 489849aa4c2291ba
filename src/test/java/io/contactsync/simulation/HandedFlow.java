package io.contactsync.simulation;

import io.contactsync.core.MailboxResult;
import io.contactsync.run.HandedMailbox;
import io.contactsync.run.MailboxTurn;

/** A mailbox's way to a worker and back, step by step as the routes of {@code offer-mailbox} take it. */
final class HandedFlow {

    private static final int SLICE_MILLIS = 500;

    private final RunFlow run;
    private final Workers workers;
    private MailboxTurn turn;
    private HandedMailbox hand;

    HandedFlow(RunFlow run, Workers workers) {
        this.run = run;
        this.workers = workers;
    }

    void start(MailboxTurn mine) {
        turn = mine;
        try {
            hand = HandedMailbox.of(workers.coordinator(), turn);
            goOn();
        } catch (RuntimeException failure) {
            end(run.results.undelivered(turn, failure));
        }
    }

    private void goOn() {
        if (!hand.isUnderWay()) {
            end(hand.result());
            return;
        }
        hand.perhapsAsks();
        byte[] offer = hand.offer();
        if (offer != null) {
            run.perhapsCrash();
            run.perhapsStops();
            workers.post.offer(offer);
        }
        run.at(run.world.now() + SLICE_MILLIS, () -> {
            hand.look();
            goOn();
        });
    }

    private void end(MailboxResult result) {
        if (result.reason().startsWith("unclear")) {
            workers.hands.lost(turn.mailbox());
        }
        run.entries.end(turn, result);
        run.ended(turn, result);
    }
}
