package io.contactsync.sandbox.faults;

import io.contactsync.sandbox.protocol.ServiceRequest;
import io.contactsync.sandbox.protocol.ServiceResponse;
import java.time.Duration;
import java.util.function.UnaryOperator;

/**
 * What becomes of one request that a fault befalls.
 *
 * @param applied  whether the request takes effect before it is answered
 * @param late     how long after the answer it takes effect all the same, or null for never
 * @param delay    time added to the latency
 * @param first    how many requests of a batch are carried out
 * @param before   done when the request arrives; gives the request to carry out
 * @param after    makes the answer from the right one, or from null if the request was not applied
 * @param delivery how the answer travels
 */
public record Effect(boolean applied, Duration late, Duration delay, int first, UnaryOperator<ServiceRequest> before,
        UnaryOperator<ServiceResponse> after, ServiceResponse.Delivery delivery) {

    static final Effect NONE =
            new Effect(true, null, Duration.ZERO, Integer.MAX_VALUE, UnaryOperator.identity(), UnaryOperator.identity(),
            ServiceResponse.Delivery.ANSWER);

    /** Not applied, and answered so. */
    static Effect instead(ServiceResponse answer) {
        return changing(any -> answer).withApplied(false, null);
    }

    /** Applied, and its answer changed. */
    static Effect changing(UnaryOperator<ServiceResponse> answer) {
        return new Effect(true, null, Duration.ZERO, NONE.first, NONE.before, answer, NONE.delivery);
    }

    /** Applied after something else was done. */
    static Effect preceded(Runnable before) {
        return NONE.withBefore(request -> {
            before.run();
            return request;
        });
    }

    static Effect slower(Duration delay) {
        return new Effect(true, null, delay, NONE.first, NONE.before, NONE.after, NONE.delivery);
    }

    Effect with(ServiceResponse.Delivery other) {
        return new Effect(applied, late, delay, first, before, after, other);
    }

    Effect withApplied(boolean now, Duration later) {
        return new Effect(now, later, delay, first, before, after, delivery);
    }

    Effect withBefore(UnaryOperator<ServiceRequest> other) {
        return new Effect(applied, late, delay, first, other, after, delivery);
    }

    Effect withFirst(int requests) {
        return new Effect(applied, late, delay, requests, before, after, delivery);
    }

    /**
     * This one and then the next: a request that one of them does not apply is not applied; the later word about the
     * answer holds.
     */
    Effect then(Effect next) {
        return new Effect(applied && next.applied, next.late == null ? late : next.late, delay.plus(next.delay),
                Math.min(first, next.first),
                request -> next.before.apply(before.apply(request)),
                right -> next.after.apply(right == null && applied ? null : after.apply(right)),
                next.delivery == ServiceResponse.Delivery.ANSWER ? delivery : next.delivery);
    }

    /** @param right the right answer, or null if the request was not applied */
    public ServiceResponse answer(ServiceResponse right) {
        ServiceResponse answer = after.apply(right);
        return answer == right && delivery == ServiceResponse.Delivery.ANSWER ? right : answer.asFault().with(delivery);
    }
}
