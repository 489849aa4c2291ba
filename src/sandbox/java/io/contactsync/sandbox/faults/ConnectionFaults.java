package io.contactsync.sandbox.faults;

import io.contactsync.sandbox.protocol.ServiceResponse.Delivery;
import java.time.Duration;

/**
 * What happens to the connection. In a batch it happens to the whole of it, after its other requests were carried out.
 */
final class ConnectionFaults {
    private ConnectionFaults() {
    }

    static FaultKind.Maker reset(PlanNode keys) {
        return lost(keys, Delivery.RESET);
    }

    static FaultKind.Maker close(PlanNode keys) {
        return lost(keys, Delivery.DROP_CONNECTION);
    }

    static FaultKind.Maker blackHole(PlanNode keys) {
        return lost(keys, Delivery.SILENCE);
    }

    static FaultKind.Maker slow(PlanNode keys) {
        Duration by = keys.time("by", Duration.ofSeconds(5));
        return occasion -> Effect.slower(by);
    }

    private static FaultKind.Maker lost(PlanNode keys, Delivery delivery) {
        Applied applied = Applied.read(keys);
        return occasion -> applied.now() ? Effect.NONE.with(delivery)
                : applied.to(Effect.instead(StatusRefusals.of(503)).with(delivery));
    }
}
