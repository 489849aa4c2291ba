package io.contactsync.sandbox.service;

import java.util.EnumMap;
import java.util.Map;

/** How much the throttle lets pass: the published numbers, unless set otherwise for a rehearsal. Immutable. */
public final class Limits {
    private static final Limits PUBLISHED = new Limits(new EnumMap<>(Limit.class));
    private final Map<Limit, Long> chosen;

    private Limits(Map<Limit, Long> chosen) {
        this.chosen = chosen;
    }

    public static Limits published() {
        return PUBLISHED;
    }

    /** @throws IllegalArgumentException unless the number is 1 or more */
    public Limits with(Limit limit, long number) {
        if (number < 1) {
            throw new IllegalArgumentException("limit " + limit.key() + " must be 1 or more - was " + number);
        }
        Map<Limit, Long> more = new EnumMap<>(Limit.class);
        more.putAll(chosen);
        more.put(limit, number);
        return new Limits(more);
    }

    /**
     * @param setting such as {@code concurrent=2}
     * @throws IllegalArgumentException a sentence that names what was found and what is allowed
     */
    public Limits with(String setting) {
        String[] parts = setting.split("=", 2);
        if (parts.length != 2 || !parts[1].trim().matches("\\d{1,15}")) {
            throw new IllegalArgumentException("a limit is set as <key>=<whole number> - was '" + setting + "'");
        }
        return with(Limit.named(parts[0].trim()), Long.parseLong(parts[1].trim()));
    }

    public long of(Limit limit) {
        return chosen.getOrDefault(limit, limit.published());
    }
}
