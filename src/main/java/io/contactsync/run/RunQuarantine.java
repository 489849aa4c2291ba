package io.contactsync.run;

import io.contactsync.core.Fault;
import io.contactsync.core.MailboxResult;
import io.contactsync.core.Quarantine;
import io.contactsync.core.Times;
import io.contactsync.journal.DamagedStateException;
import io.contactsync.journal.QuarantineFile;
import io.contactsync.problem.Problem;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The mailboxes of a run that are left alone, and those that will be after it. Told by all mailboxes at once. Times are
 * Graph's, so that a clock of this machine that is put forward or back neither ends nor prolongs a rest; the wait of
 * the whole application counts by this machine's, for it must be known before Graph is asked anything.
 */
final class RunQuarantine {

    private final QuarantineFile file;
    private final Map<String, Quarantine> before;
    private final Problem damage;
    private final Map<String, String> skipped = new ConcurrentHashMap<>();
    private final Map<String, Fault> faults = new ConcurrentHashMap<>();
    private final Map<String, Instant> told = new ConcurrentHashMap<>();
    private final Map<String, Instant> toldOne = new ConcurrentHashMap<>();

    private RunQuarantine(QuarantineFile file, Map<String, Quarantine> before, Problem damage) {
        this.file = file;
        this.before = before;
        this.damage = damage;
    }

    /** As the runs before have left it; damage counts as nothing there. */
    static RunQuarantine read(QuarantineFile file) {
        try {
            return new RunQuarantine(file, file.read(), null);
        } catch (DamagedStateException damaged) {
            return new RunQuarantine(file, Map.of(), Problem.of(damaged));
        }
    }

    /** What is wrong with what was remembered; null if nothing is. */
    Problem damage() {
        return damage;
    }

    /** How long nothing at all is to be sent from now on, by this machine's clock. */
    Duration ofAll(Instant now) {
        return before.getOrDefault(QuarantineFile.APPLICATION, Quarantine.NONE).left(now);
    }

    /** Whether the run before did not come to that mailbox. */
    boolean isLeft(String mailbox) {
        return before.getOrDefault(mailbox, Quarantine.NONE).left();
    }

    /** Why that mailbox is left alone now; null if it is not. */
    String skip(String mailbox, Instant now) {
        Quarantine one = before.get(mailbox);
        if (one == null || one.left(now).isZero()) {
            return null;
        }
        skipped.put(mailbox, one.cause(now));
        return one.sentence(now, Times.UTC);
    }

    /** The same without what differs from mailbox to mailbox; null if it is not left alone. */
    String cause(String mailbox) {
        return skipped.get(mailbox);
    }

    /** How many are left alone. */
    int skipped() {
        return skipped.size();
    }

    /** Graph has told a mailbox to wait; null = it has not. */
    void told(String mailbox, Duration pause, Instant now) {
        tell(told, mailbox, pause, now);
    }

    /** Graph has told a change of that mailbox to wait: this run goes on there, the next one does not before. */
    void toldOne(String mailbox, Duration pause, Instant now) {
        tell(toldOne, mailbox, pause, now);
    }

    private static void tell(Map<String, Instant> whom, String mailbox, Duration pause, Instant now) {
        if (pause != null) {
            whom.merge(mailbox, now.plus(pause), (one, other) -> one.isAfter(other) ? one : other);
        }
    }

    /** Whether Graph has told it, or a change there, to wait in this run. */
    boolean isTold(String mailbox) {
        return told.containsKey(mailbox) || toldOne.containsKey(mailbox);
    }

    /** How long a mailbox is still to wait because Graph has told it so in this run. */
    Duration pause(String mailbox, Instant now) {
        Instant until = told.getOrDefault(mailbox, now);
        return until.isAfter(now) ? Duration.between(now, until) : Duration.ZERO;
    }

    /** The same for the next run, which does not know what was told to a change alone. */
    Duration rest(String mailbox, Instant now) {
        Instant until = toldOne.getOrDefault(mailbox, now);
        Duration one = until.isAfter(now) ? Duration.between(now, until) : Duration.ZERO;
        return one.compareTo(pause(mailbox, now)) > 0 ? one : pause(mailbox, now);
    }

    /** A mailbox is through. */
    void ended(MailboxResult result) {
        boolean asked = result.status() != MailboxResult.Status.SKIPPED
                && !result.reason().startsWith(MailboxResults.AT_WORK);
        if (asked) {
            faults.put(result.mailbox(), result.fault());
        }
    }

    /**
     * The run is over: what comes of it is remembered.
     *
     * @param mailboxes all of the run
     * @param elsewhere whether it was the run that went wrong, so that no mailbox is to blame
     * @param left those it did not come to, or not to their end, because it ended early
     * @throws io.contactsync.journal.JournalException if it cannot be written
     */
    void close(Collection<String> mailboxes, boolean elsewhere, Set<String> left, RunTime time) {
        Instant now = time.now();
        boolean nobodys = elsewhere || Quarantine.isWeather(own(), faults.size());
        Map<String, Quarantine> after = new LinkedHashMap<>();
        before.forEach((mailbox, one) -> after.put(mailbox, one.elsewhere(now)));
        after.remove(QuarantineFile.APPLICATION);
        mailboxes.forEach(mailbox -> after.put(mailbox, after(mailbox, nobodys, left.contains(mailbox), now)));
        after.values().removeIf(one -> one.isNothing(now));
        Duration all = time.graph().pause();
        if (!all.isZero()) {
            after.put(QuarantineFile.APPLICATION, Quarantine.NONE.told(all, time.clock().instant()));
        }
        if (damage != null || !after.equals(before)) {
            file.write(after);
        }
    }

    private int own() {
        return (int) faults.values().stream().filter(fault -> fault == Fault.OWN || fault == Fault.DENIED).count();
    }

    private Quarantine after(String mailbox, boolean nobodys, boolean left, Instant now) {
        Quarantine one = before.getOrDefault(mailbox, Quarantine.NONE).at(now);
        Fault fault = faults.get(mailbox);
        if (fault == null) {
            return one.leftOut(left);
        }
        boolean innocent = nobodys && fault != Fault.NONE;
        return one.after(innocent ? Fault.ELSEWHERE : fault, now).told(rest(mailbox, now), now).leftOut(left);
    }
}
