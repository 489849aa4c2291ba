package io.contactsync.sandbox.faults;

import io.contactsync.sandbox.protocol.ServiceResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** Bodies and headers that are not what they should be; the request is applied all the same. */
final class BodyFaults {
    private static final int MEGABYTE = 1024 * 1024;

    private BodyFaults() {
    }

    /** A page of a proxy or captive portal. */
    static FaultKind.Maker html(PlanNode keys) {
        int status = keys.status(200, 200);
        String said = "Please sign in";
        byte[] page = ("<!DOCTYPE html><html><head><title>" + said + "</title></head><body>" + said
                + " to use this network.</body></html>").getBytes(StandardCharsets.UTF_8);
        return occasion -> Effect.changing(right -> ServiceResponse.typed(status, "text/html", page));
    }

    static FaultKind.Maker contentType(PlanNode keys) {
        String type = keys.line("type", "text/plain");
        return occasion -> Effect.changing(right -> right.with(ServiceResponse.CONTENT_TYPE, type));
    }

    static Effect invalidJson(Occasion occasion) {
        return Effect.changing(right -> new ServiceResponse(right.status(), right.headers(),
                broken(right.body()), right.delivery(), true));
    }

    static FaultKind.Maker empty(PlanNode keys) {
        int status = keys.status(200, 200);
        return occasion -> Effect.changing(right -> ServiceResponse.of(status, Map.of(), null));
    }

    /** Some kilobytes in gzip that become so many megabytes of JSON. */
    static FaultKind.Maker bomb(PlanNode keys) {
        byte[] zipped = zipped(keys.number("megabytes", 200, 1, 10_000));
        ServiceResponse bomb =
                ServiceResponse.typed(200, ServiceResponse.PLAIN_JSON, zipped).with("Content-Encoding", "gzip");
        return occasion -> Effect.changing(right -> bomb);
    }

    static FaultKind.Maker headers(PlanNode keys) {
        int count = keys.number("count", 100_000, 1, 1_000_000);
        return occasion -> Effect.changing(right -> {
            Map<String, String> headers = new LinkedHashMap<>(right.headers());
            for (int i = 0; i < count; i++) {
                headers.put("x-ms-more-" + i, "1");
            }
            return new ServiceResponse(right.status(), headers, right.body(), right.delivery(), true);
        });
    }

    static FaultKind.Maker deep(PlanNode keys) {
        int depth = keys.number("depth", 100_000, 1, 10_000_000);
        byte[] body = ("{\"value\":" + "[".repeat(depth) + "]".repeat(depth) + "}").getBytes(StandardCharsets.US_ASCII);
        return occasion -> Effect.changing(right -> ServiceResponse.typed(200, ServiceResponse.PLAIN_JSON, body));
    }

    private static byte[] broken(byte[] right) {
        byte[] start = right == null || right.length < 2 ? new byte[] {'{'} : Arrays.copyOf(right, right.length - 1);
        byte[] broken = Arrays.copyOf(start, start.length + 2);
        broken[start.length] = ',';
        broken[start.length + 1] = '}';
        return broken;
    }

    private static byte[] zipped(int megabytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] block = new byte[MEGABYTE];
        Arrays.fill(block, (byte) ' ');
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write("{\"value\":[".getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < megabytes; i++) {
                gzip.write(block);
            }
            gzip.write("]}".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
