package io.contactsync.cli.access;

import io.contactsync.cli.configuration.ConfigurationException;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Optional;

/**
 * How long the application's certificate is still good for.
 *
 * @param begins first moment of its validity
 * @param ends last moment of it
 */
public record CertificateLife(Instant begins, Instant ends) {

    private static final int WARN_DAYS = 30;
    private static final String WHAT = "the certificate of graph.certificate ";
    private static final String MEND =
            ": make a new one, add it to the application in Entra, and set graph.certificate";

    public static CertificateLife of(X509Certificate certificate) {
        return new CertificateLife(instant(certificate.getNotBefore()), instant(certificate.getNotAfter()));
    }

    private static Instant instant(Date date) {
        return date.toInstant();
    }

    /** Whole days that are left. */
    public long daysLeft(Instant now) {
        return Duration.between(now, ends).toDays();
    }

    /** The last day of its validity, in UTC. */
    public LocalDate lastDay() {
        return day(ends);
    }

    /** Until when, in words; also where it is over. */
    public String now(Instant now) {
        return now.isAfter(ends) ? "certificate, which ended on " + lastDay()
                : "certificate until " + lastDay() + ", " + daysLeft(now) + " days left";
    }

    private static LocalDate day(Instant time) {
        return time.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    /**
     * Nobody can sign in with a certificate that is over, or not yet begun.
     *
     * @throws ConfigurationException with the date
     */
    public void requireValid(Instant now) {
        if (now.isAfter(ends)) {
            throw new ConfigurationException(WHAT + "ended on " + lastDay() + MEND);
        }
        if (now.isBefore(begins)) {
            throw new ConfigurationException(WHAT + "is not valid before " + begins + ", and here it is " + now
                    + ": is the clock of this machine right?");
        }
    }

    /** What is to be said while there is still time. */
    public Optional<String> warning(Instant now) {
        return daysLeft(now) > WARN_DAYS ? Optional.empty()
                : Optional.of(WHAT + "ends on " + lastDay() + ", in " + daysLeft(now) + " days" + MEND);
    }
}
