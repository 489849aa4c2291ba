package io.contactsync.run;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.contactsync.core.Action;
import io.contactsync.core.Change;
import io.contactsync.core.ContactKey;
import io.contactsync.core.Outcome;
import io.contactsync.core.Writes;
import io.contactsync.journal.Grammar;
import io.contactsync.journal.JournalEntry;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Reads what {@link AccountWriter} has written; anything else is no account. */
final class AccountReader {

    static final int LINE = 0;
    static final int RANGE = 1;
    static final int INTENTS = 2;
    static final int OUTCOMES = 3;

    /** So often, on average, are a plan's changes sent again without anything being said of it: Graph had no time. */
    private static final long MOST_TRIES = 100;
    private static final int SOME = 1000;

    private final JsonParser json;
    private final SharedKeys keys;
    private final List<String> words = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();
    private final AlikeTexts alike = new AlikeTexts();
    private long intended;

    private interface Row<T> {
        T read() throws IOException;
    }

    private AccountReader(JsonParser json, SharedKeys keys) {
        this.json = json;
        this.keys = keys;
    }

    /** The account of those bytes; null if they are none. */
    static MailboxAccount read(byte[] bytes, SharedKeys keys) {
        try (JsonParser json = ReportJson.mapper().createParser(bytes)) {
            return new AccountReader(json, keys).account();
        } catch (IOException | RuntimeException strange) {
            return null;
        }
    }

    private MailboxAccount account() throws IOException {
        require(json.nextToken() == JsonToken.START_OBJECT && "rest".equals(json.nextFieldName()));
        json.nextToken();
        MailboxAccount rest = json.readValueAs(MailboxAccount.class);
        array("changes");
        rows(this::change, changes);
        array("parts");
        List<AccountPart> parts = rows(this::part, new ArrayList<>());
        require(json.nextToken() == JsonToken.END_OBJECT);
        return rest.with(changes, parts);
    }

    private static void require(boolean holds) throws IOException {
        if (!holds) {
            throw new IOException("no account of a mailbox");
        }
    }

    private void array(String name) throws IOException {
        require(name.equals(json.nextFieldName()) && json.nextToken() == JsonToken.START_ARRAY);
    }

    /** Each is read after its first bracket, with its last. */
    private <T> List<T> rows(Row<T> row, List<T> rows) throws IOException {
        while (json.nextToken() == JsonToken.START_ARRAY) {
            rows.add(row.read());
        }
        end();
        return rows;
    }

    private void end() throws IOException {
        require(json.currentToken() == JsonToken.END_ARRAY);
    }

    private void nextEnd() throws IOException {
        json.nextToken();
        end();
    }

    private AccountPart part() throws IOException {
        AccountPart part;
        switch (number()) {
            case LINE -> {
                part = line();
                nextEnd();
            }
            case RANGE -> part = new AccountPart.Intended(planned(number(), number()));
            case INTENTS -> part = new AccountPart.Intended(intents());
            case OUTCOMES -> part = new AccountPart.Came(rows(this::outcome, new ArrayList<>()));
            default -> throw new IOException("nothing that is known");
        }
        return part;
    }

    /** They are the plan's own, for a few bytes may name many. */
    private List<Change> planned(int from, int to) throws IOException {
        intended += to - from;
        require(from <= to && intended <= SOME + MOST_TRIES * changes.size());
        nextEnd();
        return Collections.unmodifiableList(changes.subList(from, to));
    }

    private int number() throws IOException {
        json.nextToken();
        return json.getIntValue();
    }

    private AccountPart line() throws IOException {
        JournalEntry line = JournalEntry.of(Grammar.valueOf(json.nextTextValue()));
        json.nextToken();
        ((Map<?, ?>) json.readValueAs(Map.class)).forEach((name, value) -> line.with((String) name, value));
        return new AccountPart.Wrote(line);
    }

    private List<Change> intents() throws IOException {
        List<Change> intents = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            intents.add(named());
        }
        return intents;
    }

    private Change named() throws IOException {
        return json.currentToken() == JsonToken.START_ARRAY ? change() : changes.get(json.getIntValue());
    }

    private Change change() throws IOException {
        Action action = Action.valueOf(word());
        json.nextToken();
        int number = json.currentToken() == JsonToken.VALUE_NUMBER_INT ? json.getIntValue() : -1;
        ContactKey key = number < 0 ? ContactKey.parse(text()) : keys.key(number);
        String reason = word();
        String after = json.nextToken() == JsonToken.VALUE_TRUE ? keys.hash(number) : text();
        String contact = more();
        String version = more();
        String before = more();
        String twin = more();
        Writes writes = Writes.ALL;
        if (json.currentToken() != JsonToken.END_ARRAY && json.nextToken() != JsonToken.END_ARRAY) {
            writes = json.readValueAs(Writes.class);
            nextEnd();
        }
        return new Change(action, key, contact, reason, version, twin, before, after, writes);
    }

    /** Null where the row has come to its end. */
    private String more() throws IOException {
        boolean isOver = json.currentToken() == JsonToken.END_ARRAY || json.nextToken() == JsonToken.END_ARRAY;
        return isOver ? null : text();
    }

    private Outcome outcome() throws IOException {
        json.nextToken();
        Change change = named();
        Outcome.Kind kind = Outcome.Kind.valueOf(word());
        String reason = word();
        String contact = json.nextToken() == JsonToken.VALUE_TRUE ? change.contactId() : text();
        json.nextToken();
        Outcome outcome = new Outcome(change, kind, reason, contact, text());
        nextEnd();
        return outcome;
    }

    private String word() throws IOException {
        if (json.nextToken() == JsonToken.VALUE_NUMBER_INT) {
            return words.get(json.getIntValue());
        }
        require(json.currentToken() == JsonToken.VALUE_STRING);
        words.add(json.getText());
        return json.getText();
    }

    private String text() throws IOException {
        if (json.currentToken() == JsonToken.VALUE_NUMBER_INT) {
            return alike.whole(-json.getIntValue(), json.nextTextValue());
        }
        require(json.currentToken() == JsonToken.VALUE_NULL || json.currentToken() == JsonToken.VALUE_STRING);
        String text = json.currentToken() == JsonToken.VALUE_NULL ? null : json.getText();
        if (text != null) {
            alike.with(text);
        }
        return text;
    }
}
