package io.contactsync.run;

import io.contactsync.core.Hold;
import io.contactsync.journal.KnownHold;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What waits after a run, from what waited before it and what it held.
 *
 * <pre>
 *  held before              | this run                                   | after it
 * --------------------------+--------------------------------------------+-------------------------------------------
 *  any                      | holds it again, or a part of it            | stays, with its age and what was decided
 *  any                      | did not come so far, or could not see it   | stays
 *  waiting, rejected        | does not hold it                           | ended by itself
 *  approved, in a mailbox   | carried it out there                       | not of the hold any more; ends with the last
 *  approved, in a mailbox   | began it there, or failed before           | what is left of it stays approved
 *  approved, of a source    | carried it out, but mailboxes failed       | stays approved, for those mailboxes
 *  approved                 | carried it out                             | ended: an approval is used up
 *  approved                 | a plan                                     | stays
 *  -                        | holds it                                   | waits
 * </pre>
 */
final class HoldsAfter {

    private static final String DONE = "it has been carried out";

    private final RunReach run;
    private final List<String> ended = new ArrayList<>();

    HoldsAfter(RunReach run) {
        this.run = run;
    }

    /** What became of holds that are no longer there, in sentences without names. */
    List<String> ended() {
        return ended;
    }

    List<KnownHold> of(List<KnownHold> known, List<KnownHold> raised) {
        ended.clear();
        List<KnownHold> fresh = new ArrayList<>(raised);
        List<KnownHold> after = new ArrayList<>();
        for (KnownHold hold : known) {
            Optional<KnownHold> again = fresh.stream().filter(now -> isSame(hold, now)).findFirst();
            again.ifPresent(fresh::remove);
            again.map(now -> Optional.of(again(hold, now))).orElseGet(() -> left(hold, raised)).ifPresent(after::add);
        }
        after.addAll(fresh);
        return after;
    }

    /** A part of what is held in mailboxes is the same hold: a person has seen more than that. */
    private static boolean isSame(KnownHold before, KnownHold now) {
        return before.id().equals(now.id()) || isOfOneCause(before, now)
                && before.members().entrySet().containsAll(now.members().entrySet());
    }

    private KnownHold again(KnownHold before, KnownHold now) {
        boolean part =
                !before.id().equals(now.id()) && (!run.sawMailboxes() || run.missedAny(before.members().keySet()));
        return part ? before.seenBy(now.run()) : before.heldAgain(now);
    }

    private Optional<KnownHold> left(KnownHold hold, List<KnownHold> raised) {
        if (!run.used(hold.id())) {
            return run.couldSee(hold) ? over(hold, why(hold, raised)) : Optional.of(hold);
        }
        if (run.isPlan()) {
            return Optional.of(hold);
        }
        return hold.kind().isOfMailboxes() ? leftInMailboxes(hold, raised) : leftOfSource(hold, raised);
    }

    private Optional<KnownHold> leftInMailboxes(KnownHold hold, List<KnownHold> raised) {
        Map<String, String> members = new HashMap<>();
        hold.members().forEach(
                (mailbox, what) -> run.left(hold, mailbox, what).ifPresent(rest -> members.put(mailbox, rest)));
        if (members.isEmpty()) {
            return over(hold, run.didAny(hold) ? DONE : why(hold, raised));
        }
        return Optional.of(members.equals(hold.members()) ? hold : hold.left(members));
    }

    private Optional<KnownHold> leftOfSource(KnownHold hold, List<KnownHold> raised) {
        boolean forgotten = hold.kind() == Hold.Kind.FORGOTTEN;
        if (run.complete() && alike(hold, raised).isPresent()) {
            return over(hold, why(hold, raised));
        }
        if (!run.sawMailboxes() || run.unclear().contains(hold.subject()) || forgotten && run.isAnythingHeld()) {
            return Optional.of(hold);
        }
        boolean more = !forgotten && hold.isApproved() && run.isAnyFailed();
        return more ? Optional.of(hold.left(Map.of()))
                : over(hold, run.names(hold.keys()) && !forgotten ? why(hold, raised) : DONE);
    }

    private Optional<KnownHold> over(KnownHold hold, String why) {
        ended.add("the hold " + hold.id() + " has ended: " + why);
        return Optional.empty();
    }

    /** What is held now about the same source, or for the same cause. */
    private static Optional<KnownHold> alike(KnownHold hold, List<KnownHold> raised) {
        return raised.stream().filter(now -> hold.kind().isOfMailboxes() ? isOfOneCause(hold, now)
                : !now.kind().isOfMailboxes() && now.subject().equals(hold.subject())).findFirst();
    }

    private static boolean isOfOneCause(KnownHold before, KnownHold now) {
        return before.kind().isOfMailboxes() && now.kind() == before.kind() && now.cause().equals(before.cause());
    }

    private String why(KnownHold hold, List<KnownHold> raised) {
        Optional<KnownHold> next = alike(hold, raised);
        if (next.isPresent()) {
            return "what it held is not the same any more, and waits as " + next.get().id();
        }
        if (hold.kind() == Hold.Kind.VANISHED && run.names(hold.keys())) {
            return "the people of " + hold.subject() + " that had vanished are named again";
        }
        return "nothing of it is over a limit any more";
    }
}
