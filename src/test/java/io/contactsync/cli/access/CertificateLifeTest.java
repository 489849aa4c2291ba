package io.contactsync.cli.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contactsync.cli.configuration.ConfigurationException;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A certificate before, within, near the end of, and after its time. */
class CertificateLifeTest {

    private static final Instant ENDS = Instant.parse("2026-12-01T12:00:00Z");
    private final CertificateLife life = new CertificateLife(Instant.parse("2025-12-01T12:00:00Z"), ENDS);

    @Test
    void aCertificateThatIsOverOrNotYetValidIsRefusedWithTheDate() {
        assertThatThrownBy(() -> life.requireValid(ENDS.plusSeconds(1))).isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("graph.certificate ended on 2026-12-01");
        assertThatThrownBy(() -> life.requireValid(life.begins().minusSeconds(1)))
                .hasMessageContaining("is not valid before 2025-12-01T12:00:00Z");
        assertThatCode(() -> life.requireValid(ENDS)).doesNotThrowAnyException();
    }

    @Test
    void warnsThirtyDaysBefore() {
        assertThat(life.warning(ENDS.minus(Duration.ofDays(31)))).isEmpty();
        assertThat(life.warning(ENDS.minus(Duration.ofDays(30))))
                .hasValueSatisfying(said -> assertThat(said).contains("2026-12-01, in 30 days"));
        assertThat(life.warning(ENDS.minusSeconds(1)))
                .hasValueSatisfying(said -> assertThat(said).contains("in 0 days"));
    }
}
