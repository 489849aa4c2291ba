package io.contactsync.simulation;

import io.contactsync.core.CurrentContact;
import io.contactsync.core.HiddenKey;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A contact in a virtual mailbox with its whole past, so that a list can be behind. */
final class Item {

    /**
     * How it was from a moment on.
     *
     * @param fields Graph's properties with their JSON, marks aside
     * @param key the hidden key; null if it carries none
     * @param hash the hidden hash; null if it carries none
     */
    record Version(long from, Set<String> categories, Map<String, String> fields, HiddenKey key, String hash) {

        boolean category() {
            return categories.contains(World.CATEGORY);
        }

        /** Both marks. */
        boolean isOurs() {
            return category() && isKeyed();
        }

        /** Our key without the category. */
        boolean isReleased() {
            return !category() && isKeyed();
        }

        private boolean isKeyed() {
            return key != null && key.instance().equals(World.INSTANCE);
        }

        /**
         * Never ours, whatever its owner does with it: a private contact, or one of another installation or of a source
         * that nobody named.
         */
        boolean isUntouchable() {
            return !isKeyed() || !World.SOURCES.contains(key.key().source());
        }

        boolean isNamed(String source, String id) {
            return key != null && key.key().source().equals(source) && key.key().id().equals(id);
        }

        /** Whether everybody who looks at both sees the same; hidden marks nobody sees. */
        boolean equal(Version other) {
            return categories.equals(other.categories) && fields.equals(other.fields);
        }
    }

    final String id;
    final long created;
    final boolean inDefault;
    final long listedFrom;
    private final List<Version> versions = new ArrayList<>();
    private long deleted = Long.MAX_VALUE;
    private long listedUntil = Long.MAX_VALUE;

    Item(String id, long created, boolean inDefault, Version first, long listedFrom) {
        this.id = id;
        this.created = created;
        this.inDefault = inDefault;
        this.listedFrom = listedFrom;
        versions.add(first);
    }

    boolean isLive() {
        return deleted == Long.MAX_VALUE;
    }

    boolean isOurs() {
        return isLive() && now().isOurs();
    }

    Version now() {
        return versions.get(versions.size() - 1);
    }

    /** When it came to be, was changed, and went. */
    List<Long> happened() {
        List<Long> times = new ArrayList<>(versions.stream().map(Version::from).toList());
        if (!isLive()) {
            times.add(deleted);
        }
        return times;
    }

    void change(Version version) {
        versions.add(version);
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
        return new CurrentContact(id, changeKey(seen), seen.category(), seen.key(), seen.hash(), inDefault,
                created / 1_000);
    }

    Version at(long time) {
        Version seen = versions.get(0);
        for (Version version : versions) {
            seen = version.from() <= time ? version : seen;
        }
        return seen;
    }

    String changeKey(Version seen) {
        return id + "v" + versions.indexOf(seen);
    }
}
