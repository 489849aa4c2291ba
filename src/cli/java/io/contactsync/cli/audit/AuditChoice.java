package io.contactsync.cli.audit;

import io.contactsync.cli.configuration.ConfigurationException;
import io.contactsync.core.ContactKey;
import io.contactsync.journal.JournalLine;
import io.contactsync.journal.JournalReader;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** Which lines of the journals somebody wants. */
final class AuditChoice {

    private final Path data;
    private final List<String> keys = new ArrayList<>();
    private String mailbox;
    private Instant from = Instant.MIN;
    private Instant to = Instant.MAX;

    /** All of that data folder. */
    AuditChoice(Path data) {
        this.data = data;
    }

    /** Only of that person and that mailbox; null for all. */
    void of(ContactKey key, String box) {
        if (key != null) {
            keys.add(key.text());
            keys.add(key.shown().text());
        }
        mailbox = box;
    }

    AuditChoice from(String time) {
        from = time == null ? from : time("--from", time, 0);
        return this;
    }

    AuditChoice to(String time) {
        to = time == null ? to : time("--to", time, 1);
        return this;
    }

    private static Instant time(String option, String text, int days) {
        try {
            return text.contains("T") ? Instant.parse(text)
                    : LocalDate.parse(text).plusDays(days).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeException noTime) {
            throw new ConfigurationException(option + " must be a day or a time in UTC, like 2026-11-01 or "
                    + "2026-11-01T05:00:00Z - was '" + text + "'");
        }
    }

    /**
     * Hands them over, the oldest first.
     *
     * @return what is damaged, in sentences
     */
    List<String> each(BiConsumer<JournalLine, byte[]> taker) {
        return JournalReader.ofAll(data).each(texts(), (line, bytes) -> {
            if (isChosen(line)) {
                taker.accept(line, bytes);
            }
        });
    }

    /** What a line must hold at least; ids stand in the journal as they are. */
    private List<String> texts() {
        return mailbox != null ? List.of("\"mailbox\":\"" + mailbox + "\"") : keys.isEmpty() ? List.of()
                : List.of("\"key\":");
    }

    private boolean isChosen(JournalLine line) {
        return (keys.isEmpty() || keys.contains(line.key())) && (mailbox == null || mailbox.equals(line.mailbox()))
                && !line.at().isBefore(from) && line.at().isBefore(to);
    }
}
