package io.contactsync.sandbox.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.sandbox.protocol.JsonBytes;
import io.contactsync.sandbox.protocol.ServiceResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BatchBodiesTest {
    private static final byte[] PHOTO = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xfb};

    @Test
    void jsonStaysAsItIs() throws IOException {
        assertThat(sent("{\"a\":\"\\u00e4\"}", "application/json; charset=utf-8")).asString()
                .isEqualTo("{\"a\":\"\\u00e4\"}");
        assertThat(answer("application/json", "{\"a\":1}".getBytes(StandardCharsets.UTF_8))).isEqualTo("{\"a\":1}");
    }

    @Test
    void textStandsInAString() throws IOException {
        assertThat(sent("\"a\\nb\"", "text/plain")).asString().isEqualTo("a\nb");
        assertThat(answer("text/plain", "a\"b".getBytes(StandardCharsets.UTF_8))).isEqualTo("\"a\\\"b\"");
    }

    @Test
    void otherBytesAreSentInBase64UrlAndAnsweredInBase64() throws IOException {
        assertThat(sent("\"_9j_-w\"", "image/jpeg")).isEqualTo(PHOTO);
        assertThat(answer("image/jpeg", PHOTO)).isEqualTo("\"/9j/+w==\"");
    }

    @Test
    void whatIsNoBase64UrlIsLeftToTheService() throws IOException {
        assertThat(sent("\"/9j/+w\"", "image/jpeg")).asString().isEqualTo("\"/9j/+w\"");
        assertThat(sent("{}", "image/jpeg")).asString().isEqualTo("{}");
    }

    private static byte[] sent(String json, String type) throws IOException {
        return BatchBodies.sent(json.getBytes(StandardCharsets.UTF_8), type);
    }

    private static String answer(String type, byte[] body) {
        JsonBytes out = new JsonBytes(20);
        BatchBodies.answer(out, ServiceResponse.of(200, Map.of("Content-Type", type), body));
        return out.toString();
    }
}
