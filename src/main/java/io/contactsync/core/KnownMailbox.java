package io.contactsync.core;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What is known of the contacts that we keep in a mailbox without reading them, as the last run left it: 16 bytes a
 * contact. It is a cache: where it is lost, contacts are read that need not have been, and nothing else happens.
 *
 * <p>Keys and versions are 64-bit hashes ({@link Fnv}). Two versions of a contact that collide hide an edit until the
 * next full verification.
 */
public final class KnownMailbox {

    /** Of a mailbox that nothing is known of. */
    public static final KnownMailbox NOTHING = new KnownMailbox(new long[0], new long[0], 0, true, Map.of(), Map.of());

    private final long[] keys;
    private final long[] versions;
    private final long verified;
    private final boolean proved;
    private final Map<Long, Integer> deletions;
    private final Map<Long, Rewritten> rewritten;

    /**
     * A difference that is what Exchange makes of what we write.
     *
     * @param difference hash of what differed, and how: 24 bits
     * @param known how that is known, at most 255
     */
    public record Rewritten(int difference, int known) {
        /** The 24 bits that are kept of a hash. */
        static int of(long hash) {
            return (int) (hash ^ hash >>> 24 ^ hash >>> 48) & 0xff_ffff;
        }
    }

    /**
     * As it was kept.
     *
     * @param keys hashes of contacts' keys, ascending
     * @param versions for each of them the hash of the version at which the contact was as we want it
     * @param verified when all of them were read last, in seconds since 1970; 0 if nothing is known
     * @param proved whether each was read or written at its version; otherwise some were only listed
     * @param deletions by key, how often the contact's owner deleted it and we made it again
     * @param rewritten by key, what Exchange makes of what we write
     */
    public KnownMailbox(long[] keys, long[] versions, long verified, boolean proved, Map<Long, Integer> deletions,
            Map<Long, Rewritten> rewritten) {
        this.keys = keys;
        this.versions = versions;
        this.verified = verified;
        this.proved = proved;
        this.deletions = Map.copyOf(deletions);
        this.rewritten = Map.copyOf(rewritten);
    }

    /** How many contacts. */
    public int size() {
        return keys.length;
    }

    /** The hash of the contact's key at that place. */
    public long key(int place) {
        return keys[place];
    }

    /** The hash of the version of the contact at that place. */
    public long version(int place) {
        return versions[place];
    }

    /** When all of them were read last, in seconds since 1970. */
    public long verified() {
        return verified;
    }

    /** Whether each was read or written at its version. */
    public boolean isProved() {
        return proved;
    }

    /** How often the owner deleted a contact that we made again, by the hash of its key. */
    public Map<Long, Integer> deletions() {
        return deletions;
    }

    /** What Exchange makes of what we write, by the hash of its key. */
    public Map<Long, Rewritten> rewritten() {
        return rewritten;
    }

    /** Whether nothing is known. */
    public boolean isNothing() {
        return verified == 0;
    }

    /** Whether nothing of ours is known to be there, and nothing to have been. */
    public boolean isEmpty() {
        return keys.length == 0 && deletions.isEmpty();
    }

    /** Whether each of those versions is one at which a contact was as we want it. */
    public boolean knows(Collection<String> changeKeys) {
        Set<Long> all = changeKeys.isEmpty() ? Set.of()
                : Arrays.stream(versions).boxed().collect(Collectors.toSet());
        return changeKeys.stream().allMatch(changeKey -> all.contains(Fnv.hash(changeKey)));
    }

    /** The place of a key; less than 0 if it is not known. */
    int place(long key) {
        return Arrays.binarySearch(keys, key);
    }

    /** The same with other versions. */
    KnownMailbox with(VersionLog changed, long when, boolean allProved, Map<Long, Integer> deleted,
            Map<Long, Rewritten> back) {
        TreeMap<Long, Long> all = new TreeMap<>();
        for (int place = 0; place < keys.length; place++) {
            all.put(keys[place], versions[place]);
        }
        changed.applyTo(all);
        Map<Long, Rewritten> still = new HashMap<>(back);
        still.keySet().retainAll(all.keySet());
        return new KnownMailbox(longs(all.keySet()), longs(all.values()), when, allProved, deleted, still);
    }

    /** The same without those keys; the very same if there are none. */
    KnownMailbox without(Collection<Long> gone) {
        VersionLog changed = new VersionLog();
        gone.forEach(key -> changed.put(key, 0));
        return gone.isEmpty() ? this : with(changed, verified, proved, deletions, rewritten);
    }

    private static long[] longs(Collection<Long> values) {
        return values.stream().mapToLong(Long::longValue).toArray();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof KnownMailbox that && Arrays.equals(keys, that.keys)
                && Arrays.equals(versions, that.versions) && verified == that.verified && proved == that.proved
                && deletions.equals(that.deletions) && rewritten.equals(that.rewritten);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(keys) * 31 + Arrays.hashCode(versions);
    }

    @Override
    public String toString() {
        return "KnownMailbox[contacts=" + keys.length + ", verified=" + verified + "]";
    }
}
