package io.contactsync.run;

import io.contactsync.core.Kept;
import io.contactsync.core.Kept.Reason;

import java.time.Duration;

/** What a mailbox lacks although its plan was carried out, in words. */
final class Lacks {

    private static final String UNSETTLED = "creates wait until earlier ones of the same contacts have settled";
    /** What is said of a mailbox that a later removal has to look into again. */
    private static final String UNLISTED =
            "creates of earlier runs may not be listed yet: remove again when they have settled";

    private Lacks() {
    }

    /** What a mailbox waits for although its plan was carried out; empty if it waits for nothing. */
    static String settling(MailboxPlan planned) {
        Kept kept = planned.plan().kept();
        if (isRemoval(planned)) {
            return counted(UNLISTED, kept.of(Reason.UNSETTLED));
        }
        if (kept.of(Reason.WAITING) > 0) {
            return RunNotes.strangers(settle(planned));
        }
        return counted(UNSETTLED, kept.of(Reason.UNSETTLED));
    }

    /** That our category seems to have another name now; empty if it does not. */
    static String category(MailboxPlan planned) {
        int released = planned.plan().kept().of(Reason.RELEASED);
        return released > planned.plan().managed()
                ? counted("contacts carry our key without the category: was category.name changed?", released) : "";
    }

    /** What is said of so many; nothing of none. */
    static String counted(String what, int number) {
        return number == 0 ? "" : what + " (" + number + ")";
    }

    /** Whether contacts of ours are taken out of it. */
    static boolean isRemoval(MailboxPlan planned) {
        return planned.turn().brief().planning().isRemoval(planned.mailbox());
    }

    /** How long a create is not repeated there. */
    static Duration settle(MailboxPlan planned) {
        return planned.turn().brief().settings().settle();
    }
}
