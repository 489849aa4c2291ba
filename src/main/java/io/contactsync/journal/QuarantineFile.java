package io.contactsync.journal;

import io.contactsync.core.Quarantine;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Mailboxes that went wrong, and until when they are left alone, in the file {@code state/quarantine}. Ids and times;
 * no names. What is not in it is in order.
 */
public final class QuarantineFile {

    /** Stands for the whole application where Graph told it to wait. */
    public static final String APPLICATION = "*";

    private final StateLines<KnownQuarantine> lines;

    /** As it stands in the file; times in ISO 8601. */
    private record KnownQuarantine(String mailbox, int failures, String failed, String told, String pause,
            boolean left) {

        private static KnownQuarantine of(String mailbox, Quarantine one) {
            return new KnownQuarantine(mailbox, one.failures(), text(one.failed()), text(one.told()),
                    one.pause().toString(), one.left());
        }

        private static String text(Instant time) {
            return time == null ? null : time.toString();
        }

        private Quarantine quarantine() {
            return new Quarantine(failures, time(failed), time(told),
                    pause == null ? Duration.ZERO : Duration.parse(pause), left);
        }

        private static Instant time(String text) {
            return text == null ? null : Instant.parse(text);
        }
    }

    /** @param data the data folder */
    public QuarantineFile(Path data) {
        this.lines = new StateLines<>(new DataPlaces(data).quarantine(), KnownQuarantine.class,
                "which mailboxes rest is forgotten, and they are asked again in the next run");
    }

    /**
     * What is remembered, by the mailbox's object id.
     *
     * @throws DamagedStateException if the file is there but damaged
     */
    public Map<String, Quarantine> read() {
        Map<String, Quarantine> all = new LinkedHashMap<>();
        lines.read(line -> all.put(line.mailbox(), line.quarantine()));
        return all;
    }

    /**
     * Remembers exactly that.
     *
     * @throws JournalException if it cannot be written
     */
    public void write(Map<String, Quarantine> all) {
        lines.write(all.entrySet().stream().map(entry -> KnownQuarantine.of(entry.getKey(), entry.getValue()))
                .toList());
    }
}
