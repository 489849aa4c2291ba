package io.contactsync.run;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import io.contactsync.core.Action;
import io.contactsync.core.Change;
import io.contactsync.core.ContactKey;
import io.contactsync.core.Outcome;
import io.contactsync.core.SeenContent;
import io.contactsync.core.Writes;
import io.contactsync.journal.Grammar;
import io.contactsync.journal.JournalEntry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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

    private static final Logger LOG = LoggerFactory.getLogger(AccountReader.class);

    /** A worker is of the same version: there is no member more or less. */
    private static final ObjectReader WHOLE = ReportJson.mapper().reader()
            .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);

    private final JsonParser json;
    private final AccountText in;
    private final SharedKeys keys;
    private final List<Change> changes = new ArrayList<>();
    private String mailbox;
    private long intended;
    private long came;

    private AccountReader(JsonParser json, SharedKeys keys) {
        this.json = json;
        this.in = new AccountText(json);
        this.keys = keys;
    }

    /** The account of those bytes; null if they are none, which is logged. */
    static MailboxAccount read(byte[] bytes, SharedKeys keys) {
        try (JsonParser json = ReportJson.mapper().createParser(bytes)) {
            return new AccountReader(json, keys).account();
        } catch (IOException | RuntimeException strange) {
            LOG.warn("what a worker tells of a mailbox is not understood: {}", words(strange));
            return null;
        }
    }

    /** What is wrong, and where; what stands there may be personal. */
    private static String words(Exception strange) {
        JsonLocation place = strange instanceof JsonProcessingException json ? json.getLocation() : null;
        return strange.getClass().getSimpleName() + (place == null ? "" : " at byte " + place.getByteOffset());
    }

    private MailboxAccount account() throws IOException {
        AccountText.require(json.nextToken() == JsonToken.START_OBJECT && "rest".equals(json.nextFieldName()));
        json.nextToken();
        MailboxAccount rest = WHOLE.readValue(json, MailboxAccount.class);
        mailbox = rest.result().mailbox();
        for (SeenContent content : rest.seen()) {
            AccountText.require(ReportJson.mapper().readTree(content.fields()).isObject());
        }
        in.array("changes");
        in.rows(this::change, changes);
        in.array("parts");
        List<AccountPart> parts = in.rows(this::part, new ArrayList<>());
        AccountText.require(json.nextToken() == JsonToken.END_OBJECT);
        return rest.with(changes, parts);
    }

    private AccountPart part() throws IOException {
        AccountPart part;
        switch (in.number()) {
            case LINE -> {
                part = line();
                in.nextEnd();
            }
            case RANGE -> part = new AccountPart.Intended(planned(in.number(), in.number()));
            case INTENTS -> part = new AccountPart.Intended(intents());
            case OUTCOMES -> part = new AccountPart.Came(in.rows(this::outcome, new ArrayList<>()));
            default -> throw new IOException("nothing that is known");
        }
        return part;
    }

    /** They are the plan's own, for a few bytes may name many. */
    private List<Change> planned(int from, int to) throws IOException {
        AccountText.require(from <= to);
        intends(to - from);
        in.nextEnd();
        return Collections.unmodifiableList(changes.subList(from, to));
    }

    /**
     * Some of the plan's changes, by their numbers. Each is sent once, and again only after it was told that Graph had
     * no time for it, however often that was; more than twice as much is not meant.
     */
    private void intends(int more) throws IOException {
        intended += more;
        AccountText.require(intended <= came + 2L * changes.size());
    }

    private AccountPart line() throws IOException {
        JournalEntry line = JournalEntry.of(Grammar.valueOf(json.nextTextValue()));
        json.nextToken();
        ((Map<?, ?>) json.readValueAs(Map.class)).forEach((name, value) -> line.with((String) name, value));
        AccountText.require(mailbox.equals(line.text("mailbox")) && line.event().level() != Grammar.Level.RUN);
        return new AccountPart.Wrote(line);
    }

    private List<Change> intents() throws IOException {
        List<Change> intents = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            intends(json.currentToken() == JsonToken.START_ARRAY ? 0 : 1);
            intents.add(named());
        }
        return intents;
    }

    private Change named() throws IOException {
        return json.currentToken() == JsonToken.START_ARRAY ? change() : changes.get(json.getIntValue());
    }

    private Change change() throws IOException {
        Action action = Action.valueOf(in.word());
        json.nextToken();
        int number = json.currentToken() == JsonToken.VALUE_NUMBER_INT ? json.getIntValue() : -1;
        ContactKey key = number < 0 ? ContactKey.parse(in.text()) : keys.key(number);
        String reason = in.word();
        String after = json.nextToken() == JsonToken.VALUE_TRUE ? keys.hash(number) : in.text();
        String contact = more();
        String version = more();
        String before = more();
        String twin = more();
        Writes writes = Writes.ALL;
        if (json.currentToken() != JsonToken.END_ARRAY && json.nextToken() != JsonToken.END_ARRAY) {
            writes = WHOLE.readValue(json, Writes.class);
            in.nextEnd();
        }
        return new Change(action, key, contact, reason, version, twin, before, after, writes);
    }

    /** Null where the row has come to its end. */
    private String more() throws IOException {
        boolean isOver = json.currentToken() == JsonToken.END_ARRAY || json.nextToken() == JsonToken.END_ARRAY;
        return isOver ? null : in.text();
    }

    private Outcome outcome() throws IOException {
        json.nextToken();
        Change change = named();
        Outcome.Kind kind = Outcome.Kind.valueOf(in.word());
        String reason = in.word();
        String contact = json.nextToken() == JsonToken.VALUE_TRUE ? change.contactId() : in.text();
        json.nextToken();
        Outcome outcome = new Outcome(change, kind, reason, contact, in.text());
        in.nextEnd();
        came++;
        return outcome;
    }
}
