package io.contactsync.microsoftgraph;

import java.io.IOException;
import java.util.List;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

/**
 * Reads the answer to a {@code $batch} as a stream, part by part, into a {@link BatchReading}.
 * <p>
 * What was read whole before an answer breaks off counts; a damage is noted and never costs the parts that are not
 * damaged. Only bytes whose checksum is wrong are no answer at all. Whole bodies are kept only if nothing in the batch
 * writes.
 */
final class BatchReader {

    private final WireAnswer answer;
    private final BatchReading reading;
    private final boolean reads;

    private BatchReader(WireAnswer answer, BatchReading reading, boolean reads) {
        this.answer = answer;
        this.reading = reading;
        this.reads = reads;
    }

    /** Reads to the end, or as far as the answer goes. */
    static BatchReading read(WireAnswer answer, List<GraphRequest> requests) {
        BatchReading reading = new BatchReading(requests);
        reading.tellAll(answer.retryAfter());
        boolean reads = requests.stream().allMatch(request -> request.method().equals("GET"));
        BatchReader reader = new BatchReader(answer, reading, reads);
        try (JsonParser parser = GraphJson.MAPPER.createParser(answer.body())) {
            reader.envelope(parser);
        } catch (IOException e) {
            reading.breakOff(e);
        }
        return reading;
    }

    private void envelope(JsonParser parser) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            reading.note("is no JSON object");
            return;
        }
        boolean found = false;
        for (String name; (name = parser.nextFieldName()) != null;) {
            JsonToken token = parser.nextToken();
            if (name.equals("responses") && token == JsonToken.START_ARRAY) {
                responses(parser);
                found = true;
            } else {
                parser.skipChildren();
            }
        }
        if (!found || parser.currentToken() != JsonToken.END_OBJECT || parser.nextToken() != null) {
            reading.note(found ? BatchReading.CUT : "has no list of responses");
        }
    }

    private void responses(JsonParser parser) throws IOException {
        for (JsonToken token; (token = parser.nextToken()) != JsonToken.END_ARRAY && token != null;) {
            if (token == JsonToken.START_OBJECT) {
                part(parser);
            } else {
                parser.skipChildren();
                reading.note("holds something other than responses");
            }
        }
    }

    /** A part that breaks off has no answer, but what it said of waiting and whose it is counts. */
    private void part(JsonParser parser) throws IOException {
        BatchPart part = new BatchPart(answer.time(), reads);
        boolean whole = false;
        try {
            part.read(parser);
            whole = true;
        } finally {
            reading.add(part, whole);
        }
    }
}
