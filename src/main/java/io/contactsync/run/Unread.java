package io.contactsync.run;

import io.contactsync.core.Answer;
import io.contactsync.core.Plan;
import io.contactsync.core.Portions;
import io.contactsync.core.SeenContent;
import io.contactsync.microsoftgraph.GraphBatchResponse;
import io.contactsync.microsoftgraph.GraphRequest;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Contacts of a mailbox that have to be read before its plan holds.
 *
 * @param portions which, and when
 * @param inquiry how, and what the plan is then; null if it holds as it is
 */
record Unread<T>(Portions<T> portions, ContactInquiry<T> inquiry) {

    /** Nothing is to be read. */
    static final Unread<?> NOTHING = of(List.of(), null);

    static <T> Unread<T> of(List<T> contacts, ContactInquiry<T> inquiry) {
        return new Unread<>(Portions.of(contacts), inquiry);
    }

    /** The next portion, as Graph's requests. */
    List<GraphRequest> requests() {
        return inquiry.requests(portions.portion());
    }

    /**
     * It was answered.
     *
     * @param longest the mailbox waits no longer
     * @param random 0 (inclusive) to 1 (exclusive)
     */
    Unread<T> answered(GraphBatchResponse response, Duration longest, Instant now, double random) {
        List<Answer> answers = inquiry.answered(portions.portion(), response);
        return new Unread<>(portions.answered(answers, longest, now, random), inquiry);
    }

    /** The next portion is read then; now, if that is null. */
    Unread<T> until(Instant then) {
        return new Unread<>(portions.until(then), inquiry);
    }

    /** Nothing more is read. */
    Unread<T> stopped() {
        return new Unread<>(portions.stopped(), inquiry);
    }

    /** What contacts held that were read and are about to be changed. */
    List<SeenContent> seen() {
        return inquiry == null ? List.of() : inquiry.seen();
    }

    /** The plan that holds. */
    Plan plan(Plan first) {
        return inquiry == null ? first : inquiry.plan(first, portions.left());
    }
}
