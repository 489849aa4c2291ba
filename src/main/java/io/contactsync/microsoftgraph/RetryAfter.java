package io.contactsync.microsoftgraph;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;


/**
 * Reads Retry-After in every form that has been seen: seconds (also with decimals), the three HTTP dates, several
 * values.
 * <pre>
 * "120"                             120 s
 * "2.128"                           2.128 s
 * "31,120" or two headers           the largest
 * "Sun, 06 Nov 1994 08:49:37 GMT"   minus the server's Date, so our clock plays no part
 * "0", "-1", "soon", a past date    not usable: null
 * more than a day                   not usable: null
 * </pre>
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3">RFC 9110, 10.2.3</a>
 */
final class RetryAfter {

    static final String HEADER = "Retry-After";

    private static final Duration LONGEST = Duration.ofDays(1);

    private RetryAfter() {
    }

    /**
     * @param values     the header's values, one per header line
     * @param serverTime the answer's Date, or our own time if it had none
     * @return how long to wait, or null if nothing usable was said
     */
    static Duration parse(List<String> values, Instant serverTime) {
        return values.stream().map(value -> parse(value, serverTime)).filter(Objects::nonNull).max(Duration::compareTo)
                .orElse(null);
    }

    static Duration parse(String value, Instant serverTime) {
        String text = value == null ? "" : value.trim();
        if (text.isEmpty()) {
            return null;
        }
        if (!Character.isLetter(text.charAt(0))) {
            return Arrays.stream(text.split(",")).map(RetryAfter::seconds).filter(Objects::nonNull)
                    .max(Duration::compareTo).orElse(null);
        }
        Instant date = HttpDate.parse(text);
        return date == null ? null : usable(Duration.between(serverTime, date));
    }

    private static Duration seconds(String value) {
        String text = value.trim();
        if (text.isEmpty() || text.length() > 12 || !text.chars().allMatch(c -> c == '.' || c >= '0' && c <= '9')) {
            return null;
        }
        try {
            return usable(Duration.ofMillis((long) Math.ceil(Double.parseDouble(text) * 1000)));
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static Duration usable(Duration wait) {
        return wait.isNegative() || wait.isZero() || wait.compareTo(LONGEST) > 0 ? null : wait;
    }
}
