package io.contactsync.sandbox;

import io.contactsync.sandbox.faults.FaultPlan;
import io.contactsync.sandbox.identity.Cloud;
import io.contactsync.sandbox.people.Population;
import io.contactsync.sandbox.protocol.GraphReadings;
import io.contactsync.sandbox.service.Latency;
import io.contactsync.sandbox.service.SlowMailboxes;
import io.contactsync.sandbox.service.ThrottleLimits;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;

/** How large, how slow and how true the sandbox is. Immutable; each {@code with} gives a copy. */
public final class SandboxOptions implements Cloneable {
    private int mailboxes = 8;
    private int centralContacts = 40;
    private Latency latency = Latency.NONE;
    private Duration network = Duration.ZERO;
    private SlowMailboxes slowMailboxes = SlowMailboxes.NONE;
    private ThrottleLimits limits = ThrottleLimits.published();
    private Cloud cloud = Cloud.LOOPBACK;
    private int port;
    private boolean tls;
    private GraphReadings readings = GraphReadings.assumed();
    private int logKept;
    private Path logFile;
    private Marks marks;
    private FaultPlan faultPlan;
    private Population people = Population.shipped();

    private SandboxOptions() {
    }

    /** 8 target mailboxes, 40 central contacts, no latency, any port, plain http, the assumed readings. */
    public static SandboxOptions defaults() {
        return new SandboxOptions();
    }

    /** Members of the target group; people are invented when the directory has fewer. */
    public int mailboxes() {
        return mailboxes;
    }

    /** Contacts in the default folder of the central mailbox. */
    public int centralContacts() {
        return centralContacts;
    }

    /** Time each request takes, each request inside a batch too. */
    public Latency latency() {
        return latency;
    }

    /** A network round trip's time, once per HTTP exchange, token requests too. */
    public Duration network() {
        return network;
    }

    public SlowMailboxes slowMailboxes() {
        return slowMailboxes;
    }

    public Cloud cloud() {
        return cloud;
    }

    public ThrottleLimits limits() {
        return limits;
    }

    /** Port of Graph on loopback, 0 takes any free one. */
    public int port() {
        return port;
    }

    /** Whether Graph is served by https; the token endpoint is in any case. */
    public boolean tls() {
        return tls;
    }

    public Population people() {
        return people;
    }

    public GraphReadings readings() {
        return readings;
    }

    /** How many requests the log keeps in memory, 0 if there is no log. */
    public int logKept() {
        return logKept;
    }

    /** Where the log is written too, or null. */
    public Path logFile() {
        return logFile;
    }

    /** How the program under test marks its contacts, or null if nothing is known of it. */
    public Marks marks() {
        return marks;
    }

    /** What goes wrong from the start on, or null for nothing. */
    public FaultPlan faultPlan() {
        return faultPlan;
    }

    /** @param count 1 or more */
    public SandboxOptions withMailboxes(int count) {
        require(count >= 1, "mailboxes must be 1 or more - was " + count);
        return with(copy -> copy.mailboxes = count);
    }

    /** @param count 0 or more */
    public SandboxOptions withCentralContacts(int count) {
        require(count >= 0, "contacts must be 0 or more - was " + count);
        return with(copy -> copy.centralContacts = count);
    }

    public SandboxOptions withLatency(Latency chosen) {
        return with(copy -> copy.latency = chosen);
    }

    /** @param roundTrip zero or more */
    public SandboxOptions withNetwork(Duration roundTrip) {
        require(!roundTrip.isNegative(), "network must be 0 ms or more - was " + roundTrip.toMillis() + " ms");
        return with(copy -> copy.network = roundTrip);
    }

    public SandboxOptions withSlowMailboxes(SlowMailboxes chosen) {
        return with(copy -> copy.slowMailboxes = chosen);
    }

    public SandboxOptions withLimits(ThrottleLimits chosen) {
        return with(copy -> copy.limits = chosen);
    }

    public SandboxOptions withCloud(Cloud chosen) {
        return with(copy -> copy.cloud = chosen);
    }

    /** @param number 0..65535 */
    public SandboxOptions withPort(int number) {
        require(number >= 0 && number <= 65535, "port must be 0..65535 - was " + number);
        return with(copy -> copy.port = number);
    }

    public SandboxOptions withTls(boolean on) {
        return with(copy -> copy.tls = on);
    }

    public SandboxOptions withReadings(GraphReadings chosen) {
        return with(copy -> copy.readings = chosen);
    }

    /**
     * Logs every request, and holds it against the rules.
     *
     * @param kept requests to keep in memory, 1 or more
     * @param file where to write them too, one JSON object a line; or null
     */
    public SandboxOptions withLog(int kept, Path file) {
        require(kept >= 1, "requests kept must be 1 or more - was " + kept);
        return with(copy -> {
            copy.logKept = kept;
            copy.logFile = file;
        });
    }

    public SandboxOptions withMarks(Marks ofTheProgram) {
        return with(copy -> copy.marks = ofTheProgram);
    }

    public SandboxOptions withFaults(FaultPlan plan) {
        return with(copy -> copy.faultPlan = plan);
    }

    public SandboxOptions withPeople(Population chosen) {
        return with(copy -> copy.people = chosen);
    }

    private SandboxOptions with(Consumer<SandboxOptions> change) {
        try {
            SandboxOptions copy = (SandboxOptions) clone();
            change.accept(copy);
            return copy;
        } catch (CloneNotSupportedException e) {
            throw new AssertionError(e);
        }
    }

    private static void require(boolean condition, String sentence) {
        if (!condition) {
            throw new IllegalArgumentException(sentence);
        }
    }
}
