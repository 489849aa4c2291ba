package io.contactsync.run;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.contactsync.core.KnownTarget;
import io.contactsync.core.LeftTargets;
import io.contactsync.journal.TargetMemory;
import io.contactsync.problem.Problem;

/** The mailboxes that are or were targets, as a run finds and leaves them. */
final class KnownTargets {

    /** A mailbox that is no target, and holds nothing, is remembered for so long all the same. */
    private static final Duration REMEMBERED = Duration.ofDays(30);

    private final Begun begun;
    private final Tidings tidings;
    private final TargetMemory memory;
    private Map<String, KnownTarget> known;

    KnownTargets(Begun begun, Tidings tidings) {
        this.begun = begun;
        this.tidings = tidings;
        this.memory = new TargetMemory(begun.settings().data());
    }

    /** Object ids of those that are none of the listed ones, sorted. */
    List<String> others(List<Target> listed) {
        Set<String> targets = ids(listed);
        return known().keySet().stream().filter(id -> !targets.contains(id)).toList();
    }

    private static Set<String> ids(List<Target> listed) {
        return listed.stream().map(Target::mailbox).collect(Collectors.toSet());
    }

    private Map<String, KnownTarget> known() {
        if (known == null) {
            known = new TreeMap<>(memory.read());
            if (memory.isDamaged()) {
                tidings.findings().add(Problem.of("the state file '" + memory.file() + "' is damaged: mailboxes that "
                        + "have left the targets are known from the journals alone, and from now on counted afresh"));
            }
        }
        return known;
    }

    /** How much is to be done in a mailbox at the least, as far as anybody knows, if so many contacts are desired. */
    int work(String mailbox, int desired) {
        KnownTarget there = known().get(mailbox);
        return there == null ? desired : there.work(desired);
    }

    /**
     * An ordinary run has listed the targets, completely. What it will write is remembered before the first write: a
     * run that is killed has written it too.
     *
     * @param removing whether those that have left are to be cleaned
     */
    LeftTargets.Verdict listed(List<Target> listed, boolean removing) {
        Set<String> targets = ids(listed);
        Instant now = begun.time().now();
        LeftTargets.Verdict verdict = removing ? LeftTargets.judge(known().values(), targets, now, begun.limits(),
                tidings.holds().approvals()) : LeftTargets.Verdict.NONE;
        listed.stream().filter(target -> target.skip() == null).forEach(target -> known().putIfAbsent(target.mailbox(),
                new KnownTarget(target.mailbox(), KnownTarget.UNKNOWN, null)));
        known.replaceAll((id, mailbox) -> mailbox.seen(targets.contains(id), now));
        note(removing, verdict);
        write(now);
        return verdict;
    }

    private void note(boolean removing, LeftTargets.Verdict verdict) {
        long left = known.values().stream().filter(KnownTarget::isLeft).count();
        if (!removing && left > 0) {
            tidings.notes().left(told(left) + " and may still hold contacts of ours: contact-sync remove --left");
        } else if (verdict.waiting() > 0) {
            tidings.notes().left(told(verdict.waiting()) + ": cleaned by a run from an hour after the first that "
                    + "missed them, if they are still none then");
        }
    }

    private static String told(long number) {
        return String.format(Locale.ROOT, "%,d %s no %s any more", number, number == 1 ? "mailbox is" : "mailboxes are",
                number == 1 ? "target" : "targets");
    }

    /** The run is over: what its mailboxes hold by now is remembered. */
    void end() {
        Map<String, Integer> contacts = tidings.gathered().contacts();
        if (contacts.isEmpty() || begun.request().dryRun()) {
            return;
        }
        contacts.forEach((id, number) -> known().computeIfPresent(id, (same, mailbox) -> mailbox.holding(number)));
        write(begun.time().now());
    }

    private void write(Instant now) {
        if (begun.request().dryRun()) {
            return;
        }
        List<KnownTarget> worthy = new ArrayList<>(known.values());
        worthy.removeIf(mailbox -> mailbox.missed() != null && !mailbox.mayHold()
                && mailbox.missed().plus(REMEMBERED).isBefore(now));
        memory.write(worthy);
    }
}
