package io.contactsync.sandbox.protocol;

import java.util.EnumMap;
import java.util.Map;

/** Which answer the sandbox gives to each open question about Graph. Immutable. */
public final class GraphReadings {
    private static final GraphReadings ASSUMED = new GraphReadings(Map.of());
    private final Map<GraphReading, String> chosen;

    private GraphReadings(Map<GraphReading, String> chosen) {
        this.chosen = chosen.isEmpty() ? Map.of() : new EnumMap<>(chosen);
    }

    /** The first answer of each. */
    public static GraphReadings assumed() {
        return ASSUMED;
    }

    /** @throws IllegalArgumentException if that answer is not in question */
    public GraphReadings with(GraphReading reading, String answer) {
        require(reading, answer);
        Map<GraphReading, String> more = new EnumMap<>(GraphReading.class);
        more.putAll(chosen);
        more.put(reading, answer);
        return new GraphReadings(more);
    }

    /**
     * @param setting such as {@code if-match-on-patch=ignored}
     * @throws IllegalArgumentException a sentence that names what was found and what is allowed
     */
    public GraphReadings with(String setting) {
        String[] parts = setting.split("=", 2);
        if (parts.length != 2) {
            throw new IllegalArgumentException("a reading is set as <key>=<answer> - was '" + setting + "'");
        }
        return with(GraphReading.named(parts[0].trim()), parts[1].trim());
    }

    public String of(GraphReading reading) {
        return chosen.getOrDefault(reading, reading.answers().get(0));
    }

    /** @throws IllegalArgumentException if that answer is not in question */
    public boolean is(GraphReading reading, String answer) {
        require(reading, answer);
        return of(reading).equals(answer);
    }

    private static void require(GraphReading reading, String answer) {
        if (!reading.answers().contains(answer)) {
            throw new IllegalArgumentException("reading " + reading.key() + " is one of "
                    + String.join(", ", reading.answers()) + " - was '" + answer + "'");
        }
    }
}
