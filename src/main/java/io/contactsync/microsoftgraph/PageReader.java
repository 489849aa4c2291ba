package io.contactsync.microsoftgraph;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;

/** Reads one page from the stream, row by row, through a {@link GraphItemReader}. */
final class PageReader<T> {

    private final GraphItemReader<T> reader;
    private final List<T> items = new ArrayList<>();
    private long rows;
    private long checksum;
    private String nextLink;
    private String deltaLink;
    private long count = -1;
    private boolean collection;

    private PageReader(GraphItemReader<T> reader) {
        this.reader = reader;
    }

    static <T> Page<T> read(WireAnswer answer, GraphItemReader<T> reader) throws IOException {
        PageStream stream = new PageStream(answer.body());
        try (JsonParser parser = GraphJson.MAPPER.createParser(stream)) {
            return new PageReader<>(reader).page(parser, stream);
        }
    }

    private Page<T> page(JsonParser parser, PageStream stream) throws IOException {
        expect(parser.nextToken() == JsonToken.START_OBJECT);
        for (String name; (name = parser.nextFieldName()) != null;) {
            parser.nextToken();
            switch (name) {
                case "value" -> rows(parser, stream);
                case "@odata.nextLink" -> nextLink = parser.getValueAsString();
                case "@odata.deltaLink" -> deltaLink = parser.getValueAsString();
                case "@odata.count" -> count = parser.getValueAsLong(-1);
                default -> parser.skipChildren();
            }
        }
        expect(collection && parser.currentToken() == JsonToken.END_OBJECT && parser.nextToken() == null);
        return new Page<>(items, rows, checksum, nextLink, deltaLink, count);
    }

    private void rows(JsonParser parser, PageStream stream) throws IOException {
        expect(!collection && parser.currentToken() == JsonToken.START_ARRAY);
        collection = true;
        stream.begin(parser.currentLocation().getByteOffset());
        JsonStreamContext array = parser.getParsingContext();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            expect(parser.currentToken() == JsonToken.START_OBJECT);
            row(parser, array);
        }
        checksum = stream.end(parser.currentLocation().getByteOffset());
    }

    private void row(JsonParser parser, JsonStreamContext array) throws IOException {
        T item = reader.read(parser);
        // a mapper clears what it has used up
        JsonToken last = parser.hasCurrentToken() ? parser.currentToken() : parser.getLastClearedToken();
        if (last != JsonToken.END_OBJECT || parser.getParsingContext() != array) {
            throw new IllegalStateException("The item reader must leave the parser on the row's END_OBJECT");
        }
        rows++;
        if (item != null) {
            items.add(item);
        }
    }

    private static void expect(boolean condition) throws InvalidAnswerException {
        if (!condition) {
            throw new InvalidAnswerException("was answered with JSON that is not a collection");
        }
    }
}
