package io.contactsync.microsoftgraph;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpResponse;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Damage at random to a well-formed answer (order shuffled, parts doubled as they are or with another status, ids
 * changed, the whole cut at any byte): what stayed clear is read, nothing is read that was not said, and no wait is
 * lost.
 */
class BatchDamagePropertiesTest {

    private static final int[] STATUSES = {201, 204, 400, 404, 409, 429, 500, 503, 507};

    /** One part as it was written into the answer. */
    private record Written(String id, int status, int seconds, String resource, int from, int to) {

        String json() {
            String headers = seconds == 0 ? "" : ",\"headers\":{\"Retry-After\":\"%d\"}".formatted(seconds);
            return "{\"id\":\"%s\",\"status\":%d%s,\"body\":{\"id\":\"%s\"}}".formatted(id, status, headers, resource);
        }

        Written at(int start) {
            return new Written(id, status, seconds, resource, start, start + json().length());
        }

        String says() {
            return status + " " + resource;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void whatWasClearStaysClearAndNoWaitIsLost(long seed) throws Exception {
        Random random = new Random(seed);
        for (int round = 0; round < 5_000; round++) {
            int size = 1 + random.nextInt(20);
            List<Written> parts = damaged(parts(size, random), random);
            StringBuilder text = new StringBuilder("{\"responses\":[");
            for (int i = 0; i < parts.size(); i++) {
                parts.set(i, parts.get(i).at(text.append(i == 0 ? "" : ",").length()));
                text.append(parts.get(i).json());
            }
            text.append("]}");
            int cut = random.nextBoolean() ? text.length() : random.nextInt(text.length() + 1);
            check(read(text.substring(0, cut), size), parts, cut, size, "seed " + seed + ", " + text.substring(0, cut));
        }
    }

    private static List<Written> parts(int size, Random random) {
        List<Written> parts = new ArrayList<>();
        for (int id = 1; id <= size; id++) {
            int status = STATUSES[random.nextInt(STATUSES.length)];
            parts.add(new Written(String.valueOf(id), status,
                    status == 429 || status == 503 ? 1 + random.nextInt(60) : 0, "AAMk" + id, 0, 0));
        }
        return parts;
    }

    private static List<Written> damaged(List<Written> parts, Random random) {
        List<Written> damaged = new ArrayList<>(parts);
        Collections.shuffle(damaged, random);
        for (int hits = random.nextInt(4); hits > 0; hits--) {
            Written part = damaged.get(random.nextInt(damaged.size()));
            Written other = damaged.get(random.nextInt(damaged.size()));
            switch (random.nextInt(4)) {
                case 0 -> damaged.add(random.nextInt(damaged.size() + 1), part);
                case 1 -> damaged.add(new Written(part.id(), STATUSES[random.nextInt(STATUSES.length)],
                        random.nextInt(60), part.resource(), 0, 0));
                case 2 -> damaged.add(new Written(other.id(), part.status(), part.seconds(), part.resource(), 0, 0));
                default -> damaged.set(damaged.indexOf(part),
                        new Written("x" + part.id(), part.status(), part.seconds(), part.resource(), 0, 0));
            }
        }
        return damaged;
    }

    private static BatchReading read(String text, int size) throws Exception {
        BasicClassicHttpResponse response = new BasicClassicHttpResponse(200);
        response.setEntity(new ByteArrayEntity(text.getBytes(StandardCharsets.US_ASCII), ContentType.APPLICATION_JSON));
        List<GraphRequest> requests = new ArrayList<>();
        for (int id = 1; id <= size; id++) {
            requests.add(new GraphRequest(String.valueOf(id), "POST", "/users/anna/contacts", Map.of(), new byte[0]));
        }
        long never = Long.MAX_VALUE / 2 + System.nanoTime() / 2;
        return BatchReader.read(new WireAnswer(response, "c", true, 1_000_000, never), requests);
    }

    private static void check(BatchReading reading, List<Written> parts, int cut, int size, String what) {
        Map<String, Set<String>> said = new HashMap<>();
        Set<String> begun = new HashSet<>();
        int longest = 0;
        for (Written part : parts) {
            if (part.to() <= cut) {
                said.computeIfAbsent(part.id(), id -> new HashSet<>()).add(part.says());
                longest = Math.max(longest, part.seconds());
            } else if (part.from() + 8 + part.id().length() <= cut) { // its id can be read, the rest may not
                begun.add(part.id());
            }
        }
        for (int id = 1; id <= size; id++) {
            String name = String.valueOf(id);
            boolean clear = said.getOrDefault(name, Set.of()).size() == 1 && !begun.contains(name);
            GraphItemResponse item = reading.items().get(name);
            assertThat(item == null ? null : item.status() + " " + item.resourceId()).as("%s of %s", name, what)
                    .isEqualTo(clear ? said.get(name).iterator().next() : null);
        }
        Duration told = reading.retryAfter() == null ? Duration.ZERO : reading.retryAfter();
        assertThat(told).as(what).isGreaterThanOrEqualTo(Duration.ofSeconds(longest))
                .isLessThanOrEqualTo(Duration.ofSeconds(60));
    }
}
