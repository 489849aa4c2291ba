package io.contactsync.core;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is desired otherwise than in the last ordinary run. Where a mailbox was found as was desired then, and tells of
 * no change since, all else in it is as it should be: these contacts alone are looked for and planned.
 *
 * <pre>
 *  desired then | desired now | what is found          | what happens
 * --------------+-------------+------------------------+-----------------------------------------------
 *  yes          | the same    | not looked for         | nothing
 *  yes          | otherwise   | it                     | planned, as of a list: see Planner
 *  yes          | no          | it                     | planned, as of a list
 *  yes          | any other   | nothing                | doubtful: the mailbox is listed; not for its owner's card
 *  no           | yes         | nothing, or it         | planned, as of a list
 *  any          | any         | a key not looked for   | left alone
 * </pre>
 *
 * @param desired the contacts that are desired now, and were not or otherwise
 * @param keys of all that is to be looked for
 * @param former of these, the ones that were desired then
 * @param before keys of all that was desired then, as they are shown
 */
public record DesiredChanges(Desired desired, Set<ContactKey> keys, Set<ContactKey> former, Set<ContactKey> before) {

    /** With more changes than these a mailbox is listed: it costs no more. */
    public static final int MOST = 30;

    private static final Set<Kept.Reason> HARMLESS = EnumSet.of(Kept.Reason.UNPROVEN, Kept.Reason.UNKNOWN_SOURCE);

    public DesiredChanges {
        keys = Set.copyOf(keys);
        former = Set.copyOf(former);
        before = Set.copyOf(before);
    }

    /**
     * The difference.
     *
     * @param before content hashes by key, as {@linkplain ContactKey#shown() shown}
     * @return null if there are too many, or one is gone whose key is not shown as it is: it cannot be looked for
     */
    public static DesiredChanges between(Map<ContactKey, String> before, Collection<DesiredContact> now) {
        Map<ContactKey, String> gone = new HashMap<>(before);
        List<DesiredContact> changed = new ArrayList<>();
        Set<ContactKey> former = new HashSet<>();
        for (DesiredContact contact : now) {
            String then = gone.remove(contact.key().shown());
            if (!contact.hash().equals(then)) {
                changed.add(contact);
                if (then != null) {
                    former.add(contact.key());
                }
            }
        }
        former.addAll(gone.keySet());
        Set<ContactKey> all = new HashSet<>(former);
        changed.forEach(contact -> all.add(contact.key()));
        boolean findable = gone.keySet().stream().allMatch(key -> key.shown().equals(key));
        return findable && all.size() <= MOST
                ? new DesiredChanges(new Desired(changed), all, former, before.keySet()) : null;
    }

    /**
     * Whether a mailbox held all that was desired then as it was desired, and no contact that stands for one: a private
     * contact does not, nor does one of ours of an unknown source, whose keys are others.
     *
     * @param own keys that it shall not hold all the same: the owner's own card
     */
    public boolean isAllOf(KnownDelta.Held held, Set<ContactKey> own) {
        long owns = own.stream().filter(key -> before.contains(key.shown())).count();
        return held.unchanged() == before.size() - owns
                && held.managed() == held.unchanged() + held.kept().of(Kept.Reason.UNKNOWN_SOURCE)
                && HARMLESS.containsAll(held.kept().counts().keySet());
    }

    /** Of what was found, what was looked for; null if one is missing that must be there. */
    public List<CurrentContact> found(Collection<CurrentContact> all, Set<ContactKey> own) {
        List<CurrentContact> ours = all.stream()
                .filter(contact -> contact.key() != null && keys.contains(contact.key().key())).toList();
        Set<ContactKey> seen = ours.stream().map(contact -> contact.key().key()).collect(Collectors.toSet());
        return former.stream().allMatch(key -> own.contains(key) || seen.contains(key)) ? ours : null;
    }

    /** The plan of these contacts as one of all that the mailbox holds. */
    public Plan whole(Plan plan, KnownDelta.Held held, Set<ContactKey> own) {
        int looked = (int) former.stream().filter(key -> !own.contains(key)).count();
        return new Plan(plan.changes(), held.managed() - looked + plan.managed(),
                held.unchanged() - looked + plan.unchanged(),
                held.kept().and(plan.kept().counts()), plan.apart(), plan.touched(), plan.drift());
    }
}
