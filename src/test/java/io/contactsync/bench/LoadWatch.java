package io.contactsync.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/** Looks at the sandbox and the machine before and after something. */
final class LoadWatch {

    private static final double MEBI = 1024 * 1024;

    private final BenchTenant tenant;
    private final JsonNode counts;
    private final double sandbox;
    private final long written;
    private final MachineWatch machine = new MachineWatch();

    /** From now on. */
    LoadWatch(BenchTenant tenant) throws IOException {
        this.tenant = tenant;
        this.counts = tenant.counts();
        this.sandbox = ProcessorTime.of(tenant.pid());
        this.written = ProcessorTime.written(tenant.pid());
    }

    /** Until now. */
    Sample until(ClientRun client) throws IOException {
        double served = ProcessorTime.of(tenant.pid()) - sandbox;
        JsonNode now = tenant.counts();
        return new Sample(client, served, since(now, "requests"), since(now, "throttled"),
                (ProcessorTime.written(tenant.pid()) - written) / MEBI, machine.until(served + client.processor()));
    }

    private long since(JsonNode now, String key) {
        return now.path(key).asLong() - counts.path(key).asLong();
    }
}
