package io.contactsync.sandbox;

import io.contactsync.sandbox.faults.FaultPlan;
import io.contactsync.sandbox.identity.Cloud;
import io.contactsync.sandbox.people.Population;
import io.contactsync.sandbox.protocol.Readings;
import io.contactsync.sandbox.service.Latency;
import io.contactsync.sandbox.service.SlowMailboxes;
import io.contactsync.sandbox.service.ThrottleLimits;
import java.nio.file.Path;
import java.time.Duration;

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
    private Readings readings = Readings.assumed();
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

    /** Mailboxes that take longer. */
    public SlowMailboxes slowMailboxes() {
        return slowMailboxes;
    }

    /** Under which host names Graph and Entra ID stand. */
    public Cloud cloud() {
        return cloud;
    }

    /** How much the throttle lets pass. */
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

    /** Who is in the tenant. */
    public Population people() {
        return people;
    }

    /** Answers to the open questions about Graph. */
    public Readings readings() {
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

    /** @param count 1 or more */
    public SandboxOptions withMailboxes(int count) {
        require(count >= 1, "mailboxes must be 1 or more - was " + count);
        SandboxOptions copy = copy();
        copy.mailboxes = count;
        return copy;
    }

    /** @param count 0 or more */
    public SandboxOptions withCentralContacts(int count) {
        require(count >= 0, "contacts must be 0 or more - was " + count);
        SandboxOptions copy = copy();
        copy.centralContacts = count;
        return copy;
    }

    /** @param each zero or more */
    public SandboxOptions withLatency(Duration each) {
        return withLatency(Latency.fixed(each));
    }

    public SandboxOptions withLatency(Latency chosen) {
        SandboxOptions copy = copy();
        copy.latency = chosen;
        return copy;
    }

    /** @param roundTrip zero or more */
    public SandboxOptions withNetwork(Duration roundTrip) {
        require(!roundTrip.isNegative(), "network must be 0 ms or more - was " + roundTrip.toMillis() + " ms");
        SandboxOptions copy = copy();
        copy.network = roundTrip;
        return copy;
    }

    public SandboxOptions withSlowMailboxes(SlowMailboxes chosen) {
        SandboxOptions copy = copy();
        copy.slowMailboxes = chosen;
        return copy;
    }

    public SandboxOptions withLimits(ThrottleLimits chosen) {
        SandboxOptions copy = copy();
        copy.limits = chosen;
        return copy;
    }

    public SandboxOptions withCloud(Cloud chosen) {
        SandboxOptions copy = copy();
        copy.cloud = chosen;
        return copy;
    }

    /** @param number 0..65535 */
    public SandboxOptions withPort(int number) {
        require(number >= 0 && number <= 65535, "port must be 0..65535 - was " + number);
        SandboxOptions copy = copy();
        copy.port = number;
        return copy;
    }

    public SandboxOptions withTls(boolean on) {
        SandboxOptions copy = copy();
        copy.tls = on;
        return copy;
    }

    public SandboxOptions withReadings(Readings chosen) {
        SandboxOptions copy = copy();
        copy.readings = chosen;
        return copy;
    }

    /**
     * Logs every request, and holds it against the rules.
     *
     * @param kept requests to keep in memory, 1 or more
     * @param file where to write them too, one JSON object a line; or null
     */
    public SandboxOptions withLog(int kept, Path file) {
        require(kept >= 1, "requests kept must be 1 or more - was " + kept);
        SandboxOptions copy = copy();
        copy.logKept = kept;
        copy.logFile = file;
        return copy;
    }

    public SandboxOptions withMarks(Marks ofTheProgram) {
        SandboxOptions copy = copy();
        copy.marks = ofTheProgram;
        return copy;
    }

    /** What goes wrong from the start on, or null for nothing. */
    public FaultPlan faultPlan() {
        return faultPlan;
    }

    public SandboxOptions withFaults(FaultPlan plan) {
        SandboxOptions copy = copy();
        copy.faultPlan = plan;
        return copy;
    }

    public SandboxOptions withPeople(Population chosen) {
        SandboxOptions copy = copy();
        copy.people = chosen;
        return copy;
    }

    private SandboxOptions copy() {
        try {
            return (SandboxOptions) clone();
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
