package io.contactsync.cli.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

import java.io.UncheckedIOException;

/**
 * What {@code --json} prints, of whatever command: one line of printable ASCII. So every value arrives as it is,
 * whatever the terminal's charset, and standard output, which cleans what is printed, finds nothing to clean.
 */
public final class JsonLine {

    private static final ObjectMapper JSON = JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private JsonLine() {
    }

    /** The line, without its end. */
    public static String of(JsonNode json) {
        try {
            return JSON.writeValueAsString(json).replace("\u007f", "\\u007f");
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
