package io.contactsync.contact;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import io.contactsync.core.CurrentContact;
import io.contactsync.core.HiddenKey;
import io.contactsync.microsoftgraph.GraphItemReader;

import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Reads a row of a mailbox's contact list from the stream: the marks and the version, nothing else. A row without any
 * mark is a private contact and is skipped. Of what stands in every mailbox alike nothing is made anew for each row.
 *
 * @param category the name of our category
 * @param inDefault whether it is the default folder that is read
 */
public record CurrentContactReader(String category, boolean inDefault) implements GraphItemReader<CurrentContact> {

    /** Reads the list of a default folder. */
    public CurrentContactReader(String category) {
        this(category, true);
    }

    /** The same keys stand in every mailbox. */
    private static final KnownKeys KNOWN = new KnownKeys();
    private static final char[] KEY = HiddenProperties.KEY.toCharArray();
    private static final char[] HASH = HiddenProperties.HASH.toCharArray();

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
        Hidden hidden = new Hidden();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            json.nextToken();
            switch (name) {
                case "id" -> id = json.getText();
                case "changeKey" -> changeKey = json.getText();
                case "createdDateTime" -> created = RowTime.seconds(json.getValueAsString());
                case "categories" -> categorised = categories(json);
                case HiddenProperties.MEMBER -> hidden.read(json);
                default -> json.skipChildren();
            }
        }
        return categorised || hidden.key != null
                ? new CurrentContact(id, changeKey, categorised, hidden.key, hidden.hash, inDefault, created) : null;
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

    /** Whether the parser stands on that text, in whatever letter case; most often it is in that very one. */
    private static boolean is(JsonParser json, char[] text, String same) throws IOException {
        int length = json.getTextLength();
        return length == text.length && (KnownKeys.isAt(json.getTextCharacters(), json.getTextOffset(), length, text)
                || same.equalsIgnoreCase(json.getText()));
    }

    /** The hidden properties of one row. */
    private static final class Hidden {

        private HiddenKey key;
        private String hash;

        void read(JsonParser json) throws IOException {
            if (json.currentToken() == JsonToken.START_ARRAY) {
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    property(json);
                }
            }
        }

        /** Most often its id comes first: then a key is read as one. */
        private void property(JsonParser json) throws IOException {
            boolean isKey = false;
            boolean isHash = false;
            HiddenKey found = null;
            String value = null;
            while (json.nextToken() != JsonToken.END_OBJECT) {
                String name = json.currentName();
                json.nextToken();
                switch (name) {
                    case "id" -> {
                        isKey = is(json, KEY, HiddenProperties.KEY);
                        isHash = !isKey && is(json, HASH, HiddenProperties.HASH);
                    }
                    case "value" -> {
                        found = isKey ? KNOWN.read(json) : null;
                        value = found == null ? json.getText() : null;
                    }
                    default -> json.skipChildren();
                }
            }
            key = isKey ? found != null ? found : HiddenKey.parse(value) : key;
            hash = isHash ? found != null ? found.text() : value : hash;
        }
    }
}
