package io.contactsync.cli.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.cli.SyncBench;

import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the directory tells of the application's client secrets, and what is made of it. */
class SecretLifeTest {

    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    private static SecretLife ending(String... ends) {
        String list = Set.of(ends).stream().map("{\"hint\":\"abc\",\"endDateTime\":\"%s\"}"::formatted)
                .reduce((one, other) -> one + "," + other).orElse("");
        return SecretLife.of(SyncBench.parse("{\"passwordCredentials\":[" + list + "]}"));
    }

    @Test
    void theOnlySecretThatIsLeftIsTheOneInUse() {
        SecretLife life = ending("2027-01-31T00:00:00Z", "2026-01-31T00:00:00Z");
        assertThat(life.told(NOW)).isEqualTo("client secret until 2027-01-31, 66 days left");
        assertThat(life.warning(NOW)).isEmpty();
    }

    @Test
    void ofSeveralTheFirstAndTheLastAreNamed() {
        SecretLife life = ending("2027-06-30T00:00:00Z", "2026-12-01T00:00:00Z");
        assertThat(life.told(NOW))
                .isEqualTo("one of 2 client secrets of the application, the first until 2026-12-01, the last until "
                + "2027-06-30");
        assertThat(life.warning(NOW).orElseThrow())
                .startsWith("a client secret of the application ends on 2026-12-01, in 5 days: make a new one");
    }

    @Test
    void whereNothingIsToldItSaysWhereToLook() {
        assertThat(ending().told(NOW)).contains("Certificates & secrets");
        assertThat(SecretLife.of(SyncBench.parse("{}")).warning(NOW)).isEmpty();
        assertThat(ending("soon").told(NOW)).contains("Certificates & secrets");
    }

    @Test
    void onlyATokenThatMayReadApplicationsAsks() {
        assertThat(SecretLife.isReadableWith(Set.of("User.Read.All"))).isFalse();
        assertThat(SecretLife.isReadableWith(Set.of("User.Read.All", "Application.Read.All"))).isTrue();
    }
}
