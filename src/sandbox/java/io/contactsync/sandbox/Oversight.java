package io.contactsync.sandbox;

import io.contactsync.sandbox.service.ExchangeObserver;
import io.contactsync.sandbox.store.Tenant;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/**
 * What is kept of what clients do: the log, and what they must not have done. Without a log only observers of the whole
 * process look on.
 *
 * @param log   or null
 * @param rules or null
 * @param marks of the program under test, or null
 */
record Oversight(RequestLog log, RuleWatch rules, Marks marks) {

    static Oversight of(SandboxOptions options) {
        boolean logs = options.logKept() > 0;
        return new Oversight(logs ? new RequestLog(options.logKept(), options.logFile()) : null,
                logs ? new RuleWatch(options.marks()) : null, options.marks());
    }

    List<ExchangeObserver> observers() {
        List<ExchangeObserver> observers = new ArrayList<>();
        ServiceLoader.load(ExchangeObserver.class).forEach(observers::add);
        if (log != null) {
            observers.add(log);
            observers.add(rules);
        }
        return observers;
    }

    /** Findings that are not kept, for there were so many before. */
    long more() {
        return rules == null ? 0 : rules.more();
    }

    List<Finding> findings(Tenant tenant) {
        List<Finding> findings = new ArrayList<>(rules == null ? List.of() : rules.findings());
        if (marks != null) {
            findings.addAll(new KeyRule(marks).findings(tenant));
        }
        return findings;
    }
}
