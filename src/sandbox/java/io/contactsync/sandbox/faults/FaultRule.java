package io.contactsync.sandbox.faults;

/** One rule of a plan: which requests, when, and what. */
record FaultRule(FaultKind kind, Which which, When when, FaultKind.Maker maker) {

    static FaultRule read(PlanNode keys) {
        FaultKind kind = FaultKind.named(keys);
        FaultRule rule = new FaultRule(kind, Which.read(keys, kind), When.read(keys), kind.maker(keys));
        keys.end();
        return rule;
    }
}
