package io.contactsync.sandbox.faults;


/** What happens to the answers of a batch. */
final class BatchFaults {
    private BatchFaults() {
    }

    /** The first so many requests are carried out, the others are not, and the whole is refused. */
    static FaultKind.Maker partly(PlanNode keys) {
        int first = keys.number("first", 1, 0);
        int status = keys.status(504, 400);
        return occasion -> Effect.changing(right -> StatusRefusals.of(status)).withFirst(first);
    }
}
