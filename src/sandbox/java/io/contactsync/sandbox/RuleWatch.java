package io.contactsync.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.contactsync.sandbox.Finding.Rule;
import io.contactsync.sandbox.service.Arrival;
import io.contactsync.sandbox.service.Exchange;
import io.contactsync.sandbox.service.ExchangeObserver;
import io.contactsync.sandbox.service.ThrottleLimit;
import io.contactsync.sandbox.service.ThrottleLimits;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Holds every request against the {@link Finding.Rule rules} when it arrives; keeps the first hundred findings. */
final class RuleWatch implements ExchangeObserver {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_FINDINGS = 100;
    private static final long CONCURRENT = ThrottleLimits.published().of(ThrottleLimit.CONCURRENT);
    /** What was on its way already when an answer said to wait is excused for so long. */
    private static final long ON_ITS_WAY = Duration.ofMillis(250).toNanos();
    private final Marks marks;
    private final List<Finding> findings = new ArrayList<>();
    private long more;

    /** @param marks marks of the program's own contacts, or null to leave that rule out */
    RuleWatch(Marks marks) {
        this.marks = marks;
    }

    synchronized List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** How many there were beyond those. */
    synchronized long more() {
        return more;
    }

    @Override
    public void seen(Exchange exchange) {
        Arrival arrival = exchange.arrival();
        if (arrival.isBatch()) {
            return;
        }
        Arrival.Standing standing = arrival.standing();
        if (standing.tooEarly() > 0 && standing.warnedFor() > ON_ITS_WAY) {
            found(Rule.RETRY_AFTER, arrival,
                    "came " + standing.tooEarly() / 1_000_000 + " ms before Retry-After was over");
        }
        if (arrival.mailbox() != null) {
            traffic(arrival, standing);
            contact(arrival);
        }
    }

    private void traffic(Arrival arrival, Arrival.Standing standing) {
        if (standing.mailboxInFlight() >= CONCURRENT) {
            found(Rule.CONCURRENCY, arrival,
                    "came while " + standing.mailboxInFlight() + " requests were under way to its mailbox");
        }
        if (arrival.outer() != null && standing.otherBatches() > 0) {
            found(Rule.ONE_BATCH, arrival, "came in a batch while another one was under way to its mailbox");
        }
    }

    private void contact(Arrival arrival) {
        if (marks == null) {
            return;
        }
        if (arrival.before() != null && !marks.on(read(arrival.before()))) {
            found(Rule.FOREIGN_CONTACT, arrival, "writes to a contact without both marks");
        } else if (arrival.method().equals("POST") && arrival.target().split("\\?", 2)[0].endsWith("/contacts")
                && !marks.on(read(arrival.body()))) {
            found(Rule.FOREIGN_CONTACT, arrival, "makes a contact without both marks");
        }
    }

    private synchronized void found(Rule rule, Arrival arrival, String what) {
        if (findings.size() == MOST_FINDINGS) {
            more++;
        } else {
            findings.add(new Finding(rule,
                    "request " + arrival.number() + ", " + arrival.method() + " " + arrival.target() + ", " + what));
        }
    }

    private static JsonNode read(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (IOException unreadable) {
            return JSON.missingNode();
        }
    }
}
