package io.contactsync.run;

import io.contactsync.core.Step;

/**
 * Where the writing of a mailbox is.
 *
 * @param planned its plan
 * @param step what its dispatch does next
 */
public record MailboxStep(MailboxPlan planned, Step step) {

    /** Its turn. */
    MailboxTurn turn() {
        return planned.turn();
    }

    /** One step further. */
    MailboxStep then(Step next) {
        return new MailboxStep(planned, next);
    }
}
