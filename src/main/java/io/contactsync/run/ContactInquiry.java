package io.contactsync.run;

import io.contactsync.core.Answer;
import io.contactsync.core.Plan;
import io.contactsync.core.SeenContent;
import io.contactsync.microsoftgraph.GraphBatchResponse;
import io.contactsync.microsoftgraph.GraphRequest;

import java.util.List;

/**
 * What is read of contacts before their mailbox's plan holds, and what the plan is then: keeps what it was answered.
 * For one thread.
 *
 * @param <T> by what it asks for one contact
 */
interface ContactInquiry<T> {

    /** Reads those contacts, at most a batch. */
    List<GraphRequest> requests(List<T> portion);

    /** Graph has answered; what it answered to each. Who may answer later is asked for again. */
    List<Answer> answered(List<T> portion, GraphBatchResponse response);

    /**
     * The plan that holds. Asked once, when nothing more is read.
     *
     * @param first the plan so far
     * @param left contacts that were not read
     */
    Plan plan(Plan first, List<T> left);

    /** What contacts held that were read and are about to be changed. */
    default List<SeenContent> seen() {
        return List.of();
    }
}
