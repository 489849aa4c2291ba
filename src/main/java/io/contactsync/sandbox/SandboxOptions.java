package io.contactsync.sandbox;

import java.time.Duration;

/**
 * How large and how slow the sandbox is.
 *
 * @param mailboxes       members of the target group, 1 or more; people are invented when the directory has fewer
 * @param centralContacts contacts in the default folder of the central mailbox, 0 or more
 * @param latency         time each request takes, each request inside a batch too; zero answers at once
 * @param port            port of Graph on loopback, 0 takes any free one
 * @param tls             serve Graph by https; the token endpoint is https in any case
 */
public record SandboxOptions(int mailboxes, int centralContacts, Duration latency, int port, boolean tls) {

    public SandboxOptions {
        require(mailboxes >= 1, "mailboxes must be 1 or more - was " + mailboxes);
        require(centralContacts >= 0, "centralContacts must be 0 or more - was " + centralContacts);
        require(latency != null && !latency.isNegative(), "latency must not be negative - was " + latency);
        require(port >= 0 && port <= 65535, "port must be 0..65535 - was " + port);
    }

    /** 8 target mailboxes, 40 central contacts, no latency, any port, plain http. */
    public static SandboxOptions defaults() {
        return new SandboxOptions(8, 40, Duration.ZERO, 0, false);
    }

    public SandboxOptions withMailboxes(int count) {
        return new SandboxOptions(count, centralContacts, latency, port, tls);
    }

    public SandboxOptions withCentralContacts(int count) {
        return new SandboxOptions(mailboxes, count, latency, port, tls);
    }

    public SandboxOptions withLatency(Duration each) {
        return new SandboxOptions(mailboxes, centralContacts, each, port, tls);
    }

    public SandboxOptions withPort(int number) {
        return new SandboxOptions(mailboxes, centralContacts, latency, number, tls);
    }

    public SandboxOptions withTls(boolean on) {
        return new SandboxOptions(mailboxes, centralContacts, latency, port, on);
    }

    private static void require(boolean condition, String sentence) {
        if (!condition) {
            throw new IllegalArgumentException(sentence);
        }
    }
}
