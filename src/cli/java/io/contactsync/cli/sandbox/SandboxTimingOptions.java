package io.contactsync.cli.sandbox;

import io.contactsync.sandbox.SandboxOptions;
import io.contactsync.sandbox.service.Latency;
import io.contactsync.sandbox.service.SlowMailboxes;
import io.contactsync.sandbox.service.ThrottleLimits;
import picocli.CommandLine.Option;

import java.time.Duration;
import java.util.List;

/** How slow the sandbox is and how much it lets pass. */
final class SandboxTimingOptions {

    @Option(names = "--latency", paramLabel = "<ms>", defaultValue = "50",
            description = "Milliseconds each request takes, each one inside a batch too, or lognormal:<median "
                    + "ms>:<sigma> (default: ${DEFAULT-VALUE}).")
    private String latency;
    @Option(names = "--network", paramLabel = "<ms>", defaultValue = "0", description = "Milliseconds of a network "
            + "round trip, once per HTTP exchange (default: ${DEFAULT-VALUE}).")
    private int network;
    @Option(names = "--slow-mailboxes", paramLabel = "<percent>%:<time>", description = "Mailboxes that take longer, "
            + "such as 1%%:30s or 5%%:800ms.")
    private String slowMailboxes;
    @Option(names = "--limit", paramLabel = "<key>=<n>", split = ",", description = "Sets a limit of the throttle, "
            + "such as concurrent=2 or mailbox-requests=500; may be repeated.")
    private List<String> limits = List.of();

    /** @throws IllegalArgumentException a sentence that names what was found and what is allowed */
    SandboxOptions on(SandboxOptions options) {
        ThrottleLimits chosen = options.limits();
        for (String limit : limits) {
            chosen = chosen.with(limit);
        }
        SlowMailboxes slow = slowMailboxes == null ? SlowMailboxes.NONE : SlowMailboxes.parse(slowMailboxes);
        return options.withLatency(Latency.parse(latency)).withNetwork(Duration.ofMillis(network))
                .withSlowMailboxes(slow).withLimits(chosen);
    }
}
