package io.contactsync.run.explain;

import io.contactsync.core.ContactKey;
import io.contactsync.core.Quarantine;
import io.contactsync.core.Times;
import io.contactsync.journal.DamagedStateException;
import io.contactsync.journal.DataPlaces;
import io.contactsync.journal.JournalException;
import io.contactsync.journal.JournalLine;
import io.contactsync.journal.JournalReader;
import io.contactsync.journal.QuarantineFile;
import io.contactsync.journal.Reading;
import io.contactsync.journal.Readings;
import io.contactsync.journal.RecentCreates;
import io.contactsync.journal.RefusedContact;
import io.contactsync.journal.RefusedFile;
import io.contactsync.journal.SourceMemory;
import io.contactsync.run.RunFolders;
import io.contactsync.run.RunSettings;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What the data folder tells: last readings, the latest run, and the journals. Damage is told beside what is known. */
public final class Records {

    private final RunSettings settings;
    private final Map<String, Reading> readings = new LinkedHashMap<>();
    private final Set<String> damage = new LinkedHashSet<>();
    private final JournalReader journals;
    private final LatestRun latest;
    private final Crowd crowd;
    private final Owners owners;
    private final List<RefusedContact> refused;
    private final Map<String, Quarantine> quarantined;
    private RecentCreates recent;

    /** Reads the last readings and the latest run. */
    public Records(RunSettings settings) {
        this.settings = settings;
        Readings kept = new Readings(settings.data());
        settings.sources().forEach(source -> read(kept, source));
        this.refused = read(new RefusedFile(settings.data())::read, List.of());
        this.quarantined = read(new QuarantineFile(settings.data())::read, Map.of());
        this.journals = JournalReader.of(settings.runs());
        this.latest = LatestRun.of(journals, WaitingHolds.of(settings.data(), damage::add));
        if (latest != null) {
            damage.addAll(latest.damage());
        }
        this.crowd = Crowd.of(List.copyOf(readings.values()));
        this.owners = Owners.of(new RunFolders(settings.runs()), latest, crowd);
    }

    /** What a file says, or the other where it is damaged: no damage hides what another file says. */
    private <T> T read(Supplier<T> file, T other) {
        try {
            return file.get();
        } catch (DamagedStateException damaged) {
            damage.add(damaged.getMessage());
            return other;
        }
    }

    private void read(Readings kept, String source) {
        try {
            kept.read(source).ifPresent(reading -> readings.put(source, reading));
        } catch (JournalException damaged) {
            damage.add(damaged.getMessage());
        }
    }

    /** Everybody whom the sources know. */
    public Crowd crowd() {
        return crowd;
    }

    /** The owners of mailboxes. */
    public Owners owners() {
        return owners;
    }

    /** The latest run; null if there was none. */
    public LatestRun latest() {
        return latest;
    }

    /** What could not be read, in sentences. */
    public List<String> damage() {
        return List.copyOf(damage);
    }

    /** Graph's status and code, if it refuses the person's contact as it is now; else empty. */
    String refusal(Someone who) {
        return refused.stream().filter(one -> one.key().equals(who.key()))
                .filter(one -> who.hash().isEmpty() || who.hash().equals(one.hash())).map(RefusedContact::code)
                .findFirst().orElse("");
    }

    /** Why and until when a mailbox is left alone at that time; empty if it is not. */
    public List<String> rest(String mailbox, Instant at, Times times) {
        Quarantine one = quarantined.getOrDefault(mailbox, Quarantine.NONE);
        return one.left(at).isZero() ? List.of() : List.of("the mailbox " + one.sentence(at, times)
                + (one.isQuarantined() ? "; now: contact-sync release " + mailbox : ""));
    }

    /** Whether any source was ever read. */
    public boolean isEmpty() {
        return readings.isEmpty();
    }

    /** What the guards made of a source's last reading. */
    public PairFacts.ReadingState state(String source) {
        Reading reading = readings.get(source);
        return reading == null ? new PairFacts.ReadingState("", "")
                : new PairFacts.ReadingState(reading.state(), reading.problems().stream().findFirst().orElse(""));
    }

    /** All lines that speak of a mailbox, the oldest first. */
    public List<JournalLine> ofMailbox(String mailbox) {
        return search(List.of("\"mailbox\":\"" + mailbox + "\""));
    }

    /** What the journals tell of a contact, by mailbox. */
    public Map<String, History> histories(ContactKey key) {
        Map<String, List<JournalLine>> byMailbox = new HashMap<>();
        if (key != null) {
            search(List.of("\"key\":\"" + key.shown().text() + "\"", "\"key\":\"" + key.text() + "\""))
                    .forEach(line -> byMailbox.computeIfAbsent(line.mailbox(), none -> new ArrayList<>()).add(line));
        }
        return byMailbox.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry ->
                History.of(entry.getValue(), key)));
    }

    private List<JournalLine> search(List<String> texts) {
        JournalReader.Found found = journals.search(texts);
        damage.addAll(found.damage());
        return found.lines();
    }

    /** The creates that a run at that time would not repeat yet. */
    RecentCreates recent(Instant now) {
        if (recent == null) {
            recent = RecentCreates.of(settings.data(), now, settings.settle());
        }
        return recent;
    }

    /** What each run came to in a mailbox, by those lines. */
    public static List<Box> boxes(List<JournalLine> lines) {
        return new BoxLines(lines).boxes();
    }

    /** Keys, as shown, that the latest run that went through wanted in mailboxes. */
    public Set<ContactKey> remembered(String source) {
        try {
            return new SourceMemory(new DataPlaces(settings.data()).sources()).read(source).keySet();
        } catch (DamagedStateException damaged) {
            damage.add(damaged.getMessage());
            return Set.of();
        }
    }
}
