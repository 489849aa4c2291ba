package io.contactsync.sandbox.faults;

import io.contactsync.sandbox.protocol.ServiceRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A plan in force: counts the fitting requests of each rule and scope. All rules that fit act, in the order of the
 * plan.
 */
final class PlannedFaults {
    /** {@code users/id/} or {@code users('id')/}; JSON may have a backslash before each slash. */
    private static final Pattern OF_MAILBOX = Pattern.compile("users(?:\\\\?/|\\(')([^/'\"\\\\?]+)(?:'\\))?\\\\?/");
    private final FaultPlan plan;
    private final Surroundings around;
    private final LongSupplier nanos;
    private final long start;
    private final List<Map<String, int[]>> counters = new ArrayList<>();
    private long befallen;

    /** @param nanos a clock that only goes forward */
    PlannedFaults(FaultPlan plan, Surroundings around, LongSupplier nanos) {
        this.plan = plan;
        this.around = around;
        this.nanos = nanos;
        this.start = nanos.getAsLong();
        plan.rules().forEach(any -> counters.add(new HashMap<>()));
    }

    /** What befalls the request, or null for nothing. */
    synchronized Effect take(ServiceRequest request, Place place) {
        String mailbox = mailbox(request, place);
        Duration now = Duration.ofNanos(nanos.getAsLong() - start);
        Effect all = null;
        for (int i = 0; i < counters.size(); i++) {
            FaultRule rule = plan.rules().get(i);
            if (rule.which().fits(request, place, mailbox, around) && rule.which().chooses(mailbox, plan.seed(), i)
                    && rule.when().inTime(now)) {
                Effect effect = count(i, request, mailbox, mailbox == null ? scope(request, place) : mailbox);
                all = all == null ? effect : effect == null ? all : all.then(effect);
            }
        }
        return all;
    }

    /** How often a rule has acted so far. */
    synchronized long befallen() {
        return befallen;
    }

    private Effect count(int rule, ServiceRequest request, String mailbox, String scope) {
        int[] seenAndTaken = counters.get(rule).computeIfAbsent(scope, any -> new int[2]);
        Occasion occasion = new Occasion(request, mailbox, scope, ++seenAndTaken[0], plan.seed(), rule, around);
        if (!plan.rules().get(rule).when().takes(occasion, seenAndTaken[1])) {
            return null;
        }
        seenAndTaken[1]++;
        befallen++;
        return plan.rules().get(rule).maker().make(occasion);
    }

    /**
     * The mailbox concerned; a batch concerns that of its first request, so that batches are counted by mailbox too.
     */
    private String mailbox(ServiceRequest request, Place place) {
        String named = place == Place.BATCH ? firstMailbox(request.body()) : request.mailbox();
        return named == null ? null : around.tenant().idOf(named);
    }

    private static String firstMailbox(String batch) {
        Matcher found = OF_MAILBOX.matcher(batch);
        return found.find() ? found.group(1) : null;
    }

    private static String scope(ServiceRequest request, Place place) {
        return place == Place.TOKEN || request.depth() == 0 ? place.key() : String.join("/", request.segments());
    }
}
