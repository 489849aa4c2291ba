package io.contactsync.sandbox.faults;

import io.contactsync.sandbox.protocol.ServiceResponse.Delivery;

/** What happens to the answers of a batch. */
final class BatchFaults {
    private BatchFaults() {
    }

    static FaultKind.Maker missing(PlanNode keys) {
        return occasion -> Effect.NONE.with(Delivery.OMIT);
    }

    static FaultKind.Maker twice(PlanNode keys) {
        return occasion -> Effect.NONE.with(Delivery.TWICE);
    }

    static FaultKind.Maker unknownId(PlanNode keys) {
        return occasion -> Effect.NONE.with(Delivery.UNKNOWN_ID);
    }

    static FaultKind.Maker upperCase(PlanNode keys) {
        return occasion -> Effect.NONE.with(Delivery.UPPER_CASE_ID);
    }

    /** The first so many requests are carried out, the others are not, and the whole is refused. */
    static FaultKind.Maker partly(PlanNode keys) {
        int first = keys.number("first", 1, 0);
        int status = keys.status(504, 400);
        return occasion -> Effect.changing(right -> StatusRefusals.of(status)).withFirst(first);
    }
}
