package io.contactsync.journal;

import io.contactsync.core.ContactKey;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What was written of contacts, the present version and a few former ones of each. Contacts are found by their keys, as
 * they are or as shown.
 */
public final class ContactVersions {

    /** Of nobody. */
    public static final ContactVersions NONE = new ContactVersions(new TreeMap<>());

    private static final int VERSIONS = 4;

    private final TreeMap<ContactKey, List<WrittenContact>> byKey;

    private ContactVersions(TreeMap<ContactKey, List<WrittenContact>> byKey) {
        this.byKey = byKey;
    }

    /** Those versions; of each contact the newest comes first. */
    static ContactVersions of(Iterable<WrittenContact> versions) {
        TreeMap<ContactKey, List<WrittenContact>> byKey = new TreeMap<>();
        versions.forEach(version -> byKey.computeIfAbsent(version.key().shown(), key -> new ArrayList<>(2))
                .add(version));
        return new ContactVersions(byKey);
    }

    /** The version with that hash. */
    public Optional<WrittenContact> of(ContactKey key, String hash) {
        return versions(key).stream().filter(version -> version.hash().equals(hash)).findFirst();
    }

    /** The version that was written last. */
    public Optional<WrittenContact> latest(ContactKey key) {
        return versions(key).stream().findFirst();
    }

    /** All versions that are known, the newest first. */
    public List<WrittenContact> versions(ContactKey key) {
        return byKey.getOrDefault(key.shown(), byKey.getOrDefault(key, List.of()));
    }

    /** The display name that was written last; empty if it is not known. */
    public String name(ContactKey key) {
        return latest(key).map(WrittenContact::name).orElse("");
    }

    /** All versions of everybody. */
    public Stream<WrittenContact> all() {
        return byKey.values().stream().flatMap(Collection::stream);
    }

    /**
     * As they are after a run has set out to write what its source names.
     *
     * @param now content hash by key
     * @param fresh what is written of a key whose content is new
     * @param complete whether who is not named is gone
     * @param at when
     * @param since from then on whoever is gone is forgotten
     */
    ContactVersions after(Map<ContactKey, String> now, Function<ContactKey, WrittenContact> fresh, boolean complete,
            Instant at, Instant since) {
        TreeMap<ContactKey, List<WrittenContact>> next = new TreeMap<>(byKey);
        Map<ContactKey, String> named = new TreeMap<>();
        now.forEach((key, hash) -> {
            named.put(key.shown(), hash);
            next.put(key.shown(), written(versions(key), hash, () -> fresh.apply(key), at));
        });
        if (complete) {
            next.keySet().stream().filter(key -> !named.containsKey(key)).toList()
                    .forEach(key -> next.put(key, gone(next.get(key), at)));
        }
        next.values().removeIf(versions -> versions.get(0).gone() != null && versions.get(0).gone().isBefore(since));
        return new ContactVersions(next);
    }

    private static List<WrittenContact> written(List<WrittenContact> before, String hash,
            Supplier<WrittenContact> fresh, Instant at) {
        if (!before.isEmpty() && before.get(0).hash().equals(hash)) {
            return before.get(0).gone() == null ? before : with(before.get(0).since(before.get(0).since()), before);
        }
        WrittenContact known = before.stream().filter(version -> version.hash().equals(hash)).findFirst().orElse(null);
        return with(known == null ? fresh.get() : known.since(at), before);
    }

    /** The others have been followed by another one, and are no longer the ones that are gone. */
    private static List<WrittenContact> with(WrittenContact first, List<WrittenContact> before) {
        Stream<WrittenContact> others = before.stream().filter(version -> !version.hash().equals(first.hash()))
                .map(version -> version.gone(null));
        return Stream.concat(Stream.of(first), others).limit(VERSIONS).toList();
    }

    private static List<WrittenContact> gone(List<WrittenContact> versions, Instant at) {
        if (versions.get(0).gone() != null) {
            return versions;
        }
        List<WrittenContact> gone = new ArrayList<>(versions);
        gone.set(0, versions.get(0).gone(at));
        return gone;
    }

    boolean isEmpty() {
        return byKey.isEmpty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ContactVersions versions && versions.byKey.equals(byKey);
    }

    @Override
    public int hashCode() {
        return Objects.hash(byKey);
    }
}
