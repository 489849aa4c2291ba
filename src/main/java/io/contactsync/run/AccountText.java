package io.contactsync.run;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The rows, words and texts of an account that is read: what comes again stands there shorter. */
final class AccountText {

    private final JsonParser json;
    private final List<String> words = new ArrayList<>();
    private final AlikeTexts alike = new AlikeTexts();

    interface Row<T> {
        T read() throws IOException;
    }

    AccountText(JsonParser json) {
        this.json = json;
    }

    static void require(boolean holds) throws IOException {
        if (!holds) {
            throw new IOException("no account of a mailbox");
        }
    }

    void array(String name) throws IOException {
        require(name.equals(json.nextFieldName()) && json.nextToken() == JsonToken.START_ARRAY);
    }

    /** Each is read after its first bracket, with its last. */
    <T> List<T> rows(Row<T> row, List<T> rows) throws IOException {
        while (json.nextToken() == JsonToken.START_ARRAY) {
            rows.add(row.read());
        }
        end();
        return rows;
    }

    private void end() throws IOException {
        require(json.currentToken() == JsonToken.END_ARRAY);
    }

    void nextEnd() throws IOException {
        json.nextToken();
        end();
    }

    int number() throws IOException {
        json.nextToken();
        return json.getIntValue();
    }

    String word() throws IOException {
        if (json.nextToken() == JsonToken.VALUE_NUMBER_INT) {
            return words.get(json.getIntValue());
        }
        require(json.currentToken() == JsonToken.VALUE_STRING);
        words.add(json.getText());
        return json.getText();
    }

    String text() throws IOException {
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
