package io.contactsync.run;

import com.fasterxml.jackson.core.JsonGenerator;
import io.contactsync.core.Change;
import io.contactsync.core.Outcome;
import io.contactsync.core.Writes;
import io.contactsync.journal.JournalEntry;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes a {@link MailboxAccount} in one pass, for there are two rows for each contact:
 *
 * <pre>
 *  {"rest": all that there is little of, by names,
 *   "changes": of the plan, each [action, key, reason, after, contact, version, before, twin, what it writes],
 *   "parts": in their order, each one of
 *     [0, event, members]               a line of the journal,
 *     [1, from, to]                     intents of the plan's changes from that number to before that one,
 *     [2, change, ...]                  intents of changes, each as below
 *     [3, [change, kind, reason, contact, version], ...]    what became of changes}
 * </pre>
 *
 * <p>What is null at the end of a change is left out. A change is its number in the plan, or a change. A key is its
 * number in what the run's mailboxes share, or a text. {@code true} is the content hash that they share of that key, or
 * the contact that the change names. Words that come again and again are numbers from their second time on. A long text
 * that begins as the last one of its length is how many characters they share, negative, and the rest.
 */
final class AccountWriter {

    private final JsonGenerator json;
    private final SharedKeys keys;
    private final Map<String, Integer> words = new HashMap<>();
    private final Map<Change, Integer> changes = new IdentityHashMap<>();
    private final AlikeTexts alike = new AlikeTexts();

    private AccountWriter(JsonGenerator json, SharedKeys keys) {
        this.json = json;
        this.keys = keys;
    }

    /** As it goes over the wire. */
    static byte[] write(MailboxAccount account, SharedKeys keys) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 15);
        try (JsonGenerator json = ReportJson.mapper().createGenerator(bytes)) {
            new AccountWriter(json, keys).account(account);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private void account(MailboxAccount account) throws IOException {
        json.writeStartObject();
        json.writeObjectField("rest", account.with(List.of(), List.of()));
        json.writeArrayFieldStart("changes");
        for (Change change : account.plan() == null ? List.<Change>of() : account.plan().changes()) {
            changes.put(change, changes.size());
            change(change);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("parts");
        for (AccountPart part : account.parts()) {
            json.writeStartArray();
            part(part);
            json.writeEndArray();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void part(AccountPart part) throws IOException {
        if (part instanceof AccountPart.Wrote wrote) {
            json.writeNumber(AccountReader.LINE);
            json.writeString(wrote.line().event().name());
            json.writeObject(wrote.line().members());
        } else if (part instanceof AccountPart.Intended intended) {
            intents(intended.changes());
        } else if (part instanceof AccountPart.Came came) {
            json.writeNumber(AccountReader.OUTCOMES);
            for (Outcome outcome : came.outcomes()) {
                outcome(outcome);
            }
        }
    }

    /** Mostly they stand in the plan one after the other. */
    private void intents(List<Change> intended) throws IOException {
        int from = intended.isEmpty() ? 0 : changes.getOrDefault(intended.get(0), -1);
        int place = 0;
        while (place < intended.size() && from >= 0 && changes.getOrDefault(intended.get(place), -1) == from + place) {
            place++;
        }
        if (place == intended.size()) {
            json.writeNumber(AccountReader.RANGE);
            json.writeNumber(from);
            json.writeNumber(from + place);
            return;
        }
        json.writeNumber(AccountReader.INTENTS);
        for (Change change : intended) {
            named(change);
        }
    }

    private void named(Change change) throws IOException {
        Integer planned = changes.get(change);
        if (planned == null) {
            change(change);
        } else {
            json.writeNumber(planned);
        }
    }

    private void change(Change change) throws IOException {
        int key = keys.number(change.key());
        json.writeStartArray();
        word(change.action().name());
        if (key < 0) {
            text(change.key().text());
        } else {
            json.writeNumber(key);
        }
        word(change.reason());
        if (key >= 0 && change.after().equals(keys.hash(key))) {
            json.writeBoolean(true);
        } else {
            text(change.after());
        }
        rest(change);
        json.writeEndArray();
    }

    private void rest(Change change) throws IOException {
        boolean writes = !change.writes().equals(Writes.ALL);
        boolean twin = writes || change.twin() != null;
        boolean before = twin || !change.before().isEmpty();
        if (before || change.contactId() != null || change.changeKey() != null) {
            text(change.contactId());
            text(change.changeKey());
        }
        if (before) {
            text(change.before());
        }
        if (twin) {
            text(change.twin());
        }
        if (writes) {
            json.writeObject(change.writes());
        }
    }

    private void outcome(Outcome outcome) throws IOException {
        json.writeStartArray();
        named(outcome.change());
        word(outcome.kind().name());
        word(outcome.reason());
        if (outcome.contactId() != null && outcome.contactId().equals(outcome.change().contactId())) {
            json.writeBoolean(true);
        } else {
            text(outcome.contactId());
        }
        text(outcome.changeKey());
        json.writeEndArray();
    }

    private void word(String word) throws IOException {
        Integer known = words.putIfAbsent(word, words.size());
        if (known == null) {
            json.writeString(word);
        } else {
            json.writeNumber(known);
        }
    }

    private void text(String text) throws IOException {
        int same = text == null ? 0 : alike.with(text);
        if (same > 0) {
            json.writeNumber(-same);
            json.writeString(text.substring(same));
        } else {
            json.writeString(text); // null as such
        }
    }
}
