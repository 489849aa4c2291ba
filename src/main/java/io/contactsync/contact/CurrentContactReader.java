package io.contactsync.contact;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import io.contactsync.core.CurrentContact;
import io.contactsync.core.HiddenKey;
import io.contactsync.microsoftgraph.GraphItemReader;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;

/**
 * Reads a row of a mailbox's contact list from the stream: the marks and the version, nothing else. A row without any
 * mark is a private contact and is skipped.
 *
 * @param category the name of our category
 * @param inDefault whether it is the default folder that is read
 */
public record CurrentContactReader(String category, boolean inDefault) implements GraphItemReader<CurrentContact> {

    /** Reads the list of a default folder. */
    public CurrentContactReader(String category) {
        this(category, true);
    }

    /** The {@code $select} of a contact's marks. */
    static final String MARKS = "id,changeKey,categories";

    /** The {@code $expand} of the list that this reads. */
    public String expand() {
        return HiddenProperties.expand();
    }

    /** The marks of a contact that was read already; null if it carries none. */
    CurrentContact read(JsonNode contact) {
        try (JsonParser parser = contact.traverse()) {
            parser.nextToken();
            return read(parser);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @Override
    public CurrentContact read(JsonParser json) throws IOException {
        String id = null;
        String changeKey = null;
        boolean categorised = false;
        long created = 0;
        String[] hidden = new String[2];
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            json.nextToken();
            switch (name) {
                case "id" -> id = json.getText();
                case "changeKey" -> changeKey = json.getText();
                case "createdDateTime" -> created = seconds(json.getValueAsString());
                case "categories" -> categorised = categories(json);
                case HiddenProperties.MEMBER -> hidden(json, hidden);
                default -> json.skipChildren();
            }
        }
        HiddenKey key = HiddenKey.parse(hidden[0]);
        return categorised || key != null
                ? new CurrentContact(id, changeKey, categorised, key, hidden[1], inDefault, created) : null;
    }

    /** 0 for a time that is none: nothing is concluded from it. */
    private static long seconds(String time) {
        try {
            return time == null ? 0 : OffsetDateTime.parse(time).toEpochSecond();
        } catch (DateTimeParseException unreadable) {
            return 0;
        }
    }

    private boolean categories(JsonParser json) throws IOException {
        boolean found = false;
        if (json.currentToken() == JsonToken.START_ARRAY) {
            while (json.nextToken() != JsonToken.END_ARRAY) {
                found |= category.equalsIgnoreCase(json.getText());
            }
        }
        return found;
    }

    /** Graph may give the GUID back in another letter case. */
    private static void hidden(JsonParser json, String[] hidden) throws IOException {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            return;
        }
        while (json.nextToken() != JsonToken.END_ARRAY) {
            String id = "";
            String value = null;
            while (json.nextToken() != JsonToken.END_OBJECT) {
                String name = json.currentName();
                json.nextToken();
                switch (name) {
                    case "id" -> id = json.getText();
                    case "value" -> value = json.getText();
                    default -> json.skipChildren();
                }
            }
            if (HiddenProperties.KEY.equalsIgnoreCase(id)) {
                hidden[0] = value;
            } else if (HiddenProperties.HASH.equalsIgnoreCase(id)) {
                hidden[1] = value;
            }
        }
    }
}
