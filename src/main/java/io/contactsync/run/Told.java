package io.contactsync.run;

import io.contactsync.contact.FormerContents;
import io.contactsync.contact.PlainFields;
import io.contactsync.contact.RenderedContact;
import io.contactsync.core.Action;
import io.contactsync.core.Change;
import io.contactsync.core.ContactKey;
import io.contactsync.core.FieldChange;
import io.contactsync.core.PlannedChange;
import io.contactsync.core.PlannedChange.Move;
import io.contactsync.core.Reach;
import io.contactsync.core.SharedChanges.Shared;
import io.contactsync.journal.ContactVersions;
import io.contactsync.journal.JournalException;
import io.contactsync.journal.Reading;
import io.contactsync.journal.Readings;
import io.contactsync.journal.VersionStore;
import io.contactsync.journal.WrittenContact;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;

/**
 * Tells shared changes to people: whose contact it is, what became of that person, and what was there before. Reads
 * state files when it is first asked.
 */
final class Told {

    private final Map<ContactKey, RenderedContact> now;
    private final Map<String, Map<ContactKey, String>> accepted;
    private final FormerFindings former;
    private final BiFunction<ContactKey, String, RenderedContact> past;
    private final VersionStore store;
    private final Readings readings;
    private final Map<String, ContactVersions> contents = new ConcurrentHashMap<>();
    private final Map<String, Map<String, String>> absent = new HashMap<>();

    /**
     * @param now what the sources name
     * @param accepted content hash by key, as shown, of each source's last accepted reading
     * @param former what the contacts of a former tool hold
     */
    Told(Map<ContactKey, RenderedContact> now, Map<String, Map<ContactKey, String>> accepted, FormerFindings former,
            Path data) {
        this(now, accepted, former, null, data);
    }

    /**
     * Of changes that bring contents of the past back.
     *
     * @param past content by key and hash; null if it is not kept
     */
    Told(BiFunction<ContactKey, String, RenderedContact> past, FormerFindings former, Path data) {
        this(Map.of(), Map.of(), former, past, data);
    }

    private Told(Map<ContactKey, RenderedContact> now, Map<String, Map<ContactKey, String>> accepted,
            FormerFindings former, BiFunction<ContactKey, String, RenderedContact> past, Path data) {
        this.former = former;
        this.now = now;
        this.accepted = accepted;
        this.past = past;
        this.store = new VersionStore(data);
        this.readings = new Readings(data);
    }

    /** All of them, in the order of a plan. */
    List<PlannedChange> changes(Map<Shared, Reach> shared) {
        List<PlannedChange> changes = new ArrayList<>(shared.size());
        shared.forEach((change, reach) -> changes.add(change(change, reach)));
        return changes;
    }

    private PlannedChange change(Shared shared, Reach reach) {
        RenderedContact after = shared.action() == Action.DELETE ? null
                : past == null ? now.get(shared.key()) : past.apply(shared.key(), shared.after());
        Map<String, String> before = before(shared, after);
        String hash = after == null ? "" : past == null ? after.hash() : shared.after();
        boolean same = !shared.before().isEmpty() && shared.before().equals(hash);
        List<FieldChange> fields = after == null || before == null || same ? List.of()
                : fields(before, PlainFields.of(after));
        return new PlannedChange(shared.action(), shared.key(), name(shared), move(shared), reason(shared),
                shared.before(), hash, before != null || same, fields, reach);
    }

    /** What was written of a contact as that hash tells, by property; null where it is not known. */
    private Map<String, String> written(ContactKey key, String hash) {
        return written(key).of(key, hash).map(WrittenContact::fields).orElse(null);
    }

    /** What was there; null if that is not known. Of a former tool's contact only what we manage is told. */
    private Map<String, String> before(Shared shared, RenderedContact after) {
        FormerContents.Content content = former.content(shared.before());
        if (content == null) {
            return shared.before().isEmpty() ? null : ofOurs(shared);
        }
        Map<String, String> managed = new HashMap<>(content.fields());
        managed.keySet().retainAll(after == null ? Set.of() : PlainFields.properties(after));
        return managed;
    }

    private Map<String, String> ofOurs(Shared shared) {
        RenderedContact image = past == null ? null : past.apply(shared.key(), shared.before());
        return image != null ? PlainFields.of(image) : written(shared.key(), shared.before());
    }

    /** A contact that goes with a former tool is nobody's: it has its own name. */
    private String name(Shared shared) {
        FormerContents.Content content = former.content(shared.before());
        return content == null || now.containsKey(shared.key()) ? name(shared.key()) : content.name();
    }

    private ContactVersions written(ContactKey key) {
        return contents.computeIfAbsent(key.source(), store::read);
    }

    /** As its source names the contact now, else as it was written last. */
    String name(ContactKey key) {
        RenderedContact named = now.get(key);
        return named == null ? written(key).name(key) : named.name();
    }

    private Move move(Shared shared) {
        ContactKey key = shared.key();
        if (shared.reason().equals(Change.SWEEP)) {
            return Move.NONE;
        }
        if (past != null) {
            return shared.action() == Action.CREATE ? Move.JOINED
                    : shared.action() == Action.DELETE ? Move.LEFT : Move.CHANGED;
        }
        String before = accepted.getOrDefault(key.source(), Map.of()).get(key.shown());
        RenderedContact named = now.get(key);
        if (named == null) {
            return before == null ? Move.NONE : Move.LEFT;
        }
        return before == null ? Move.JOINED : before.equals(named.hash()) ? Move.NONE : Move.CHANGED;
    }

    /** For somebody who left, the rule that leaves them out, if the source has told it. */
    private String reason(Shared shared) {
        boolean gone = shared.action() == Action.DELETE && !shared.reason().equals(Change.SWEEP)
                && past == null && !now.containsKey(shared.key());
        String rule = gone ? absent.computeIfAbsent(shared.key().source(), this::absent).get(shared.key().id()) : null;
        return rule == null ? shared.reason() : "excluded: " + rule;
    }

    private Map<String, String> absent(String source) {
        try {
            Map<String, String> rules = new HashMap<>();
            readings.read(source).map(Reading::absent).orElse(List.of()).stream().filter(row -> !row.refused())
                    .forEach(row -> rules.put(row.id(), row.reason()));
            return rules;
        } catch (JournalException damaged) {
            return Map.of();
        }
    }

    private static List<FieldChange> fields(Map<String, String> before, Map<String, String> after) {
        List<FieldChange> changed = new ArrayList<>();
        TreeSet<String> all = new TreeSet<>(before.keySet());
        all.addAll(after.keySet());
        for (String property : all) {
            String was = before.getOrDefault(property, "");
            String will = after.getOrDefault(property, "");
            if (!was.equals(will)) {
                changed.add(new FieldChange(property, was, will));
            }
        }
        return changed;
    }
}
