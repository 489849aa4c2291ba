package io.contactsync.sandbox.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contactsync.sandbox.protocol.Annotations;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** What is wrong with the rows of a list. */
final class RowFaults {
    private RowFaults() {
    }

    /**
     * An empty list, and no more pages; the pages of a delta round go on, as a round without a delta link has no end.
     */
    static Effect none(Occasion occasion) {
        return JsonBodies.rows((page, rows) -> {
            rows.removeAll();
            if (!Kindly.DELTA.test(occasion.request())) {
                page.remove(Annotations.NEXT_LINK);
            }
        });
    }

    /** Some rows are missing, the same ones each time. */
    static FaultKind.Maker lost(PlanNode keys) {
        double rate = keys.share("rows", 0.5);
        return occasion -> JsonBodies.rows((page, rows) -> keep(rows, row -> chance(occasion, row) >= rate));
    }

    /** A property is empty in all rows: null, or an empty list where it was a list. */
    static FaultKind.Maker nulled(PlanNode keys) {
        String property = keys.required("property", "a name such as assignedLicenses or businessPhones");
        return occasion -> JsonBodies.rows((page, rows) -> rows.forEach(row -> {
            if (row instanceof ObjectNode object && object.has(property)) {
                object.set(property, object.get(property).isArray() ? object.arrayNode() : object.nullNode());
            }
        }));
    }

    /** Some entries come twice, and all in another order (Learn: delta query overview, replays). */
    static Effect replay(Occasion occasion) {
        return JsonBodies.rows((page, rows) -> {
            List<JsonNode> more = new ArrayList<>();
            rows.forEach(row -> {
                more.add(row);
                if (chance(occasion, row) < 0.5) {
                    more.add(row.deepCopy());
                }
            });
            more.sort(Comparator.comparingDouble(row -> chance(occasion, row) * 7 % 1));
            rows.removeAll().addAll(more);
        });
    }

    /** Entries say that objects were removed that nobody has heard of. */
    static FaultKind.Maker unknownRemoved(PlanNode keys) {
        int count = keys.number("count", 3, 1);
        return occasion -> JsonBodies.rows((page, rows) -> {
            for (int i = 0; i < count; i++) {
                byte[] name = (occasion.scope() + occasion.number() + i).getBytes(StandardCharsets.UTF_8);
                rows.addObject().put("id", UUID.nameUUIDFromBytes(name).toString())
                        .putObject("@removed").put("reason", "deleted");
            }
        });
    }

    private static void keep(ArrayNode rows, java.util.function.Predicate<JsonNode> kept) {
        List<JsonNode> left = new ArrayList<>();
        rows.forEach(row -> {
            if (kept.test(row)) {
                left.add(row);
            }
        });
        rows.removeAll().addAll(left);
    }

    private static double chance(Occasion occasion, JsonNode row) {
        return Chance.of(occasion.seed(), occasion.rule(), row.path("id").asText(), 0);
    }
}
