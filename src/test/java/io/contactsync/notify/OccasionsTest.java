package io.contactsync.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.core.Tally;
import io.contactsync.core.Totals;
import io.contactsync.run.LastRun;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What there is to tell: told × run → notices. */
class OccasionsTest {

    private static final Instant NOW = Instant.parse("2026-11-25T05:00:30Z");
    private final Set<String> told = new TreeSet<>();

    private static Occasions run(int exit, String... holds) {
        Totals totals = new Totals(48, 1, 1, 2, new Tally(3, 4, 5, 0, 0, 0), 900);
        return new Occasions("main", "20261125-050000-000-abcd", totals, List.of(holds),
                new LastRun(NOW, exit, "no token"), null);
    }

    private static Occasions certificate(Duration left) {
        return new Occasions("main", "r", Totals.NONE, List.of(), new LastRun(NOW, 0, ""), NOW.plus(left));
    }

    /** The kinds of notices, each told at once. */
    private List<String> tell(Occasions occasions) {
        List<Telling> tellings = occasions.on("mail", told);
        tellings.forEach(telling -> {
            if (telling.notice().what().equals(Notice.RECOVERY)) {
                told.removeIf(id -> id.startsWith(Occasions.FAILED_SINCE));
            }
            told.addAll(telling.ids());
        });
        return tellings.stream().map(telling -> telling.notice().what()).toList();
    }

    @Test
    void successIsNeverTold() {
        assertThat(IntStream.of(0, 3, 4).boxed().flatMap(exit -> tell(run(exit)).stream())).isEmpty();
    }

    @Test
    void aFailureIsToldOnceUntilItRecovered() {
        assertThat(tell(run(1))).containsExactly("failure");
        assertThat(tell(run(1))).isEmpty();
        assertThat(tell(run(3))).containsExactly("recovery");
        assertThat(tell(run(0))).isEmpty();
        assertThat(tell(run(1))).containsExactly("failure");
    }

    @Test
    void aHoldIsToldOnceById() {
        assertThat(tell(run(4, "9009"))).containsExactly("hold");
        assertThat(tell(run(4, "9009"))).isEmpty();
        assertThat(run(4, "9009", "3f2a").on("mail", told).get(0).notice().holds()).containsExactly("3f2a");
        assertThat(run(4, "9009").on("webhook", Set.of())).hasSize(1);
    }

    @Test
    void sixtyHoldsAreOneNotice() {
        String[] holds = IntStream.range(0, 60).mapToObj(number -> "h" + number).toArray(String[]::new);
        List<Telling> tellings = run(4, holds).on("mail", told);
        assertThat(tellings).hasSize(1);
        assertThat(tellings.get(0).ids()).hasSize(60);
        assertThat(tellings.get(0).notice().holds()).hasSize(20);
        assertThat(tellings.get(0).notice().text())
                .startsWith("contact-sync main: 60 holds wait for an approval: h0, h1,").endsWith("h19 and 40 more");
    }

    @Test
    void aCertificateIsToldAtEachStepOnce() {
        assertThat(tell(certificate(Duration.ofDays(31)))).isEmpty();
        for (int days : new int[] {30, 14, 7, 1}) {
            assertThat(tell(certificate(Duration.ofDays(days)))).as(days + " days").containsExactly("certificate");
            Instant ends = NOW.plus(Duration.ofDays(days));
            Occasions laterThatDay =
                    new Occasions("main", "r", Totals.NONE, List.of(), new LastRun(NOW.plusSeconds(3600), 0, ""), ends);
            assertThat(tell(laterThatDay)).as("an hour later").isEmpty();
        }
    }

    @Test
    void anotherCertificateIsAnotherOccasion() {
        assertThat(tell(certificate(Duration.ofDays(14)))).containsExactly("certificate");
        assertThat(tell(certificate(Duration.ofDays(13)))).containsExactly("certificate");
    }

    @Test
    void aNoticeSaysWhatAndWhatToTypeNext() {
        Notice notice = run(1).on("mail", told).get(0).notice();
        assertThat(notice.subject()).isEqualTo("contact-sync main: failure");
        assertThat(notice.letter()).isEqualTo("""
                contact-sync main: the run 20261125-050000-000-abcd failed: no token

                run        20261125-050000-000-abcd, exit code 1
                mailboxes  48 done, 1 skipped, 1 held, 0 waiting, 2 failed
                changes    3 created, 4 updated, 5 deleted
                at         2026-11-25T05:00:30Z
                next       contact-sync check
                """);
    }

    @Test
    void aRunThatCouldNotBeginIsAFailure() {
        Telling telling = Occasions.missed("main", new LastRun(NOW, 1, "another run\r\nBcc: x@evil.example"), null)
                .on("mail", told).get(0);
        assertThat(telling.notice().letter()).isEqualTo("""
                contact-sync main: a run could not begin: another run  Bcc: x@evil.example

                at         2026-11-25T05:00:30Z
                next       contact-sync check
                """);
    }
}
