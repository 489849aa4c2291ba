package io.contactsync.simulation;

import io.contactsync.core.CurrentContact;
import io.contactsync.core.HiddenKey;
import io.contactsync.core.Ownership;

import java.util.ArrayList;
import java.util.List;

/** A contact in the virtual mailbox with its whole past, so that a list can be behind. */
final class Item {

    /** How it was from a moment on. */
    record Version(long from, boolean category, String hash, String content) {
    }

    final String id;
    HiddenKey key;
    final long created;
    final boolean inDefault;
    final long listedFrom;
    final List<Version> versions = new ArrayList<>();
    long deleted = Long.MAX_VALUE;
    long listedUntil = Long.MAX_VALUE;

    Item(String id, HiddenKey key, long created, boolean inDefault, Version first, long listedFrom) {
        this.id = id;
        this.key = key;
        this.created = created;
        this.inDefault = inDefault;
        this.listedFrom = listedFrom;
        versions.add(first);
    }

    boolean isLive() {
        return deleted == Long.MAX_VALUE;
    }

    Version now() {
        return versions.get(versions.size() - 1);
    }

    void change(Version version) {
        versions.add(version);
    }

    /** Nobody's but its owner's from now on. */
    void unmark(long at) {
        key = null;
        versions.add(new Version(at, now().category(), null, now().content()));
    }

    void delete(long at, long stillListedUntil) {
        deleted = at;
        listedUntil = stillListedUntil;
    }

    boolean isListed(long at) {
        return listedFrom <= at && at < listedUntil && versions.get(0).from() <= at;
    }

    CurrentContact listed(long at) {
        Version seen = at(at);
        return new CurrentContact(id, version(seen), seen.category(), key, seen.hash(), inDefault, created / 1_000);
    }

    Version at(long time) {
        Version seen = versions.get(0);
        for (Version version : versions) {
            seen = version.from() <= time ? version : seen;
        }
        return seen;
    }

    String version(Version seen) {
        return "v" + versions.indexOf(seen);
    }

    /** Whether everybody who looks at them sees the same. */
    static boolean isEqual(Version one, Version other) {
        return fingerprint(one).equals(fingerprint(other));
    }

    static String fingerprint(Version seen) {
        return seen.category() + " " + seen.hash() + " " + seen.content();
    }

    boolean isOurs() {
        return isLive()
                && new CurrentContact(id, "", now().category(), key, null).ownership(World.INSTANCE) == Ownership.OURS;
    }

    boolean isReleased() {
        return isLive() && new CurrentContact(id, "", now().category(), key, null).ownership(World.INSTANCE)
                == Ownership.RELEASED;
    }

    /** Whether another installation has put that person there. */
    boolean isElsewhere(String name) {
        return isLive() && key != null && !key.instance().equals(World.INSTANCE)
                && key.key().source().equals(World.SOURCE) && key.key().id().equals(name);
    }

    /**
     * Never ours, whatever its owner does with it: a private contact, or one of another installation or of a source
     * that nobody named.
     */
    boolean isUntouchable() {
        return key == null || !key.instance().equals(World.INSTANCE) || !key.key().source().equals(World.SOURCE);
    }
}
