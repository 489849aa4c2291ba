package io.contactsync.sandbox.service;

import java.util.EnumMap;
import java.util.Map;

/** How much the throttle lets pass: the published numbers, unless set otherwise for a rehearsal. Immutable. */
public final class ThrottleLimits {
    private static final ThrottleLimits PUBLISHED = new ThrottleLimits(new EnumMap<>(ThrottleLimit.class));
    private final Map<ThrottleLimit, Long> chosen;

    private ThrottleLimits(Map<ThrottleLimit, Long> chosen) {
        this.chosen = chosen;
    }

    public static ThrottleLimits published() {
        return PUBLISHED;
    }

    /** @throws IllegalArgumentException unless the number is 1 or more */
    public ThrottleLimits with(ThrottleLimit limit, long number) {
        if (number < 1) {
            throw new IllegalArgumentException("limit " + limit.key() + " must be 1 or more - was " + number);
        }
        Map<ThrottleLimit, Long> more = new EnumMap<>(ThrottleLimit.class);
        more.putAll(chosen);
        more.put(limit, number);
        return new ThrottleLimits(more);
    }

    /**
     * @param setting such as {@code concurrent=2}
     * @throws IllegalArgumentException a sentence that names what was found and what is allowed
     */
    public ThrottleLimits with(String setting) {
        String[] parts = setting.split("=", 2);
        if (parts.length != 2 || !parts[1].trim().matches("\\d{1,15}")) {
            throw new IllegalArgumentException("a limit is set as <key>=<whole number> - was '" + setting + "'");
        }
        return with(ThrottleLimit.named(parts[0].trim()), Long.parseLong(parts[1].trim()));
    }

    public long of(ThrottleLimit limit) {
        return chosen.getOrDefault(limit, limit.published());
    }
}
