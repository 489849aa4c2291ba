package io.contactsync.contact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contactsync.core.ContactKey;
import io.contactsync.core.CurrentContact;
import io.contactsync.core.HiddenKey;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.StreamSupport;

/** Arbitrary rows mean the same, whether they are read by hash and by place or member by member. */
class RowPropertiesTest {

    private static final JsonMapper JSON = JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
    private static final int ROUNDS = 20_000;

    private final long seed = Long.getLong("seed", System.nanoTime());
    private final Random random = new Random(seed);

    @Test
    void rowsMeanTheSame() throws IOException {
        System.out.println("RowPropertiesTest -Dseed=" + seed);
        int marked = 0;
        for (int round = 0; round < ROUNDS; round++) {
            ObjectNode row = row();
            byte[] bytes = JSON.writeValueAsBytes(row);
            CurrentContact expected = expected(row);
            marked += expected == null ? 0 : 1;
            for (JsonParser json : List.of(JSON.createParser(bytes), JSON.createParser(new String(bytes,
                    java.nio.charset.StandardCharsets.US_ASCII)), row.traverse())) {
                json.nextToken();
                assertThat(new CurrentContactReader("Colleagues").read(json)).as("%s", row).isEqualTo(expected);
                assertThat(json.currentToken()).isEqualTo(JsonToken.END_OBJECT);
            }
        }
        assertThat(marked).as("rows with a mark").isGreaterThan(ROUNDS / 10);
    }

    @Test
    void timesMeanTheSame() {
        System.out.println("RowPropertiesTest -Dseed=" + seed);
        for (int round = 0; round < ROUNDS; round++) {
            String time = time();
            assertThat(RowTime.seconds(time)).as(time).isEqualTo(seconds(time));
        }
        assertThat(RowTime.seconds(null)).isZero();
    }

    private static long seconds(String time) {
        try {
            return OffsetDateTime.parse(time).toEpochSecond();
        } catch (DateTimeException none) {
            return 0;
        }
    }

    /** What is said member by member, by the simplest means. */
    private static CurrentContact expected(ObjectNode row) {
        String key = property(row, HiddenProperties.KEY);
        boolean categorised = StreamSupport.stream(row.path("categories").spliterator(), false)
                .anyMatch(each -> "Colleagues".equalsIgnoreCase(each.asText()));
        HiddenKey hidden = HiddenKey.parse(key);
        return !categorised && hidden == null ? null
                : new CurrentContact(row.path("id").asText(), row.path("changeKey").asText(), categorised, hidden,
                        property(row, HiddenProperties.HASH), true, seconds(row.path("createdDateTime").asText()));
    }

    private static String property(ObjectNode row, String id) {
        String found = null;
        for (JsonNode each : row.path(HiddenProperties.MEMBER)) {
            found = each.path("id").asText().equalsIgnoreCase(id) ? each.path("value").asText() : found;
        }
        return found;
    }

    private ObjectNode row() {
        List<String> members = new ArrayList<>(List.of("id", "changeKey", "categories", "createdDateTime",
                HiddenProperties.MEMBER, "@odata.etag"));
        Collections.shuffle(members, random);
        ObjectNode row = JSON.createObjectNode();
        for (String member : members) {
            switch (member) {
                case "categories" -> row.set(member, categories());
                case "createdDateTime" -> row.put(member, time());
                case HiddenProperties.MEMBER -> row.set(member, properties());
                default -> row.put(member, "x" + NastyContacts.text(random));
            }
        }
        return row;
    }

    private ArrayNode categories() {
        ArrayNode categories = JSON.createArrayNode();
        for (int number = random.nextInt(3); number > 0; number--) {
            categories.add(List.of("Colleagues", "COLLEAGUES", "colleague\u017f", "Red", "", NastyContacts.text(random))
                    .get(random.nextInt(6)));
        }
        return categories;
    }

    private ArrayNode properties() {
        ArrayNode properties = JSON.createArrayNode();
        for (int number = random.nextInt(4); number > 0; number--) {
            String id = List.of(HiddenProperties.KEY, HiddenProperties.KEY, HiddenProperties.HASH,
                    HiddenProperties.KEY.toUpperCase(Locale.ROOT), HiddenProperties.HASH.toLowerCase(Locale.ROOT),
                    HiddenProperties.KEY + "x", NastyContacts.text(random)).get(random.nextInt(7));
            ObjectNode property = properties.addObject();
            if (random.nextInt(4) == 0) {
                property.put("value", value()).put("id", id);
            } else {
                property.put("id", id).put("value", value());
            }
        }
        return properties;
    }

    /** Few different ones, so that most were read before. */
    private String value() {
        String id = random.nextInt(8) == 0 ? NastyContacts.text(random) : "id-" + random.nextInt(20);
        String source = List.of("staff", "graph-users", "Staff", "", "a--b").get(random.nextInt(5));
        String instance = List.of("main", "other", "", " ").get(random.nextInt(4));
        return switch (random.nextInt(5)) {
            case 0 -> NastyContacts.text(random);
            case 1 -> "v1|" + instance + "|" + source + "|" + id;
            case 2 -> List.of("v1", "v2", "V1").get(random.nextInt(3)) + "|main|staff|" + id;
            default -> new HiddenKey("main", new ContactKey("staff", "id-" + random.nextInt(20))).text();
        };
    }

    private String time() {
        String time = Instant.ofEpochSecond(random.nextLong(-62_135_596_800L, 253_402_300_800L)).toString();
        return switch (random.nextInt(8)) {
            case 0 -> NastyContacts.text(random);
            case 1 -> time.replace("Z", List.of("+02:00", ".123Z", "", "z").get(random.nextInt(4)));
            case 2 -> time.substring(0, time.length() - 1 - random.nextInt(10)) + random.nextInt(100) + "Z";
            case 3 -> time.replaceFirst("-..-..T", String.format(Locale.ROOT, "-%02d-%02dT", random.nextInt(14),
                    random.nextInt(33)));
            case 4 -> time.replaceFirst("T..:..", String.format(Locale.ROOT, "T%02d:%02d", random.nextInt(26),
                    random.nextInt(62)));
            default -> time;
        };
    }
}
