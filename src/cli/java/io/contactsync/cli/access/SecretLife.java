package io.contactsync.cli.access;

import com.fasterxml.jackson.databind.JsonNode;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How long the application's client secrets are still good for, as the directory tells. Which of several is in use it
 * does not tell.
 *
 * @param ends when each of them ends, the first one first
 * @see <a href="https://learn.microsoft.com/graph/api/resources/passwordcredential">passwordCredential</a>
 */
public record SecretLife(List<Instant> ends) {

    /** What is said where it cannot be asked. */
    public static final String ELSEWHERE =
            "Entra shows under Certificates & secrets when it ends (here only with Application.Read.All)";

    private static final int WARN_DAYS = 30;
    private static final Set<String> RIGHTS = Set.of("Application.Read.All", "Application.ReadWrite.All",
            "Directory.Read.All", "Directory.ReadWrite.All");

    public SecretLife {
        ends = List.copyOf(ends);
    }

    /** Whether a token with those permissions may ask. */
    public static boolean isReadableWith(Set<String> roles) {
        return roles.stream().anyMatch(RIGHTS::contains);
    }

    /** Out of an application as Graph gives it. */
    public static SecretLife of(JsonNode application) {
        List<Instant> ends = new ArrayList<>();
        for (JsonNode secret : application.path("passwordCredentials")) {
            try {
                ends.add(Instant.parse(secret.path("endDateTime").asText()));
            } catch (DateTimeException none) {
                // one without an end says nothing
            }
        }
        Collections.sort(ends);
        return new SecretLife(ends);
    }

    /** What there is to say. */
    public String told(Instant now) {
        List<Instant> left = ends.stream().filter(end -> end.isAfter(now)).toList();
        if (left.isEmpty()) {
            return "client secret; " + ELSEWHERE;
        }
        return left.size() == 1 ? "client secret until " + day(left.get(0)) + ", " + days(left.get(0), now)
                + " days left"
                : "one of " + left.size() + " client secrets of the application, the first until " + day(left.get(0))
                + ", the last until "
                + day(left.get(left.size() - 1));
    }

    /** What is to be said while there is still time. */
    public Optional<String> warning(Instant now) {
        return ends.stream().filter(end -> end.isAfter(now) && days(end, now) <= WARN_DAYS).findFirst()
                .map(end -> "a client secret of the application ends on "
                + day(end) + ", in " + days(end, now)
                + " days: make a new one in Entra, put it in place of the old one, then take the old one away");
    }

    private static LocalDate day(Instant time) {
        return time.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private static long days(Instant end, Instant now) {
        return Duration.between(now, end).toDays();
    }
}
