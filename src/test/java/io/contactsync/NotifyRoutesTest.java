package io.contactsync;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.cluster.Cluster;
import io.contactsync.journal.RunLock;
import io.contactsync.run.ExitCode;
import io.contactsync.run.LastRun;
import io.contactsync.run.OpenHold;
import io.contactsync.run.ReportFixture;
import io.contactsync.run.RunReport;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The shipped routes tell a webhook and a mail server: what, how often, and what happens where nobody listens. */
@Timeout(120)
class NotifyRoutesTest extends NotifyBench {

    private static final RunReport FINE = new ReportFixture().report();
    private static final RunReport FAILED = new ReportFixture().exit(ExitCode.FAILED).report();

    private static RunReport held(String id) {
        OpenHold hold = new OpenHold(id, "vanished", "Canary Person and others", List.of("Canary Person"), 12,
                List.of(), 708, 60, false, Instant.parse("2026-11-25T05:00:00Z"), "r", "waiting");
        return new ReportFixture().exit(ExitCode.HELD).holds(List.of(hold)).report();
    }

    @Test
    void eachIsToldOnceByBoth() throws Exception {
        routes.start();
        tell(FINE, FAILED, FAILED, FINE, FINE, held("9009"), held("9009"));
        assertThat(told()).containsExactly("failure", "recovery", "hold");
        String failure = "contact-sync main: failure";
        String recovery = "contact-sync main: recovery";
        String hold = "contact-sync main: hold";
        assertThat(letters()).containsExactlyInAnyOrder(failure, failure, recovery, recovery, hold, hold); // two people
        assertThat(posts.toString() + posts.get(2).json()).doesNotContain("Canary Person");
        assertThat(posts.get(2).json().get("holds").toString()).isEqualTo("[\"9009\"]");
        assertThat(warnings()).isEmpty();
    }

    @Test
    void aHoldThatComesBackIsToldAgain() throws Exception {
        routes.start();
        tell(held("9009"), FINE, held("9009"), held("9009"));
        assertThat(told()).containsExactly("hold", "hold");
    }

    @Test
    void anotherProcessKnowsWhatWasTold() throws Exception {
        routes.start();
        tell(FAILED);
        routes.close();
        routes.start();
        tell(FAILED, FINE);
        assertThat(told()).containsExactly("failure", "recovery");
    }

    @Test
    void anotherNodeKnowsWhatWasTold() throws Exception {
        String database = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
        routes.with("cluster.database", database).with("cluster.node", "a").start();
        tell(FAILED);
        routes.close();
        Path other = temp.resolve("other");
        RunLock.take(other, Cluster.of(database, "", "b", 30, "contoso.com/main")).close();
        routes.with("cluster.node", "b").with("sync.data", other.toString()).start();
        tell(FAILED);
        assertThat(told()).containsExactly("failure");
    }

    @Test
    void theSignatureIsThatOfTimeAndBody() throws Exception {
        routes.start();
        tell(FAILED);
        Post post = posts.get(0);
        String time = String.valueOf(FAILED.began().plus(FAILED.took()).getEpochSecond());
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        mac.update((time + ".").getBytes(StandardCharsets.UTF_8));
        assertThat(post.signature())
                .isEqualTo("t=" + time + ",v1=" + HexFormat.of().formatHex(mac.doFinal(post.body())));
        assertThat(post.query()).isEqualTo("sig=" + TOKEN);
    }

    @Test
    void aLetterIsPlainAndNothingGetsIntoItsHead() throws Exception {
        routes.start();
        tell(new LastRun(Instant.parse("2026-11-25T05:00:00Z"), ExitCode.FAILED,
                "ends\r\nBcc: evil@example.org\r\n\r\n<b>here</b>"));
        MimeMessage letter = mail.getReceivedMessages()[0];
        assertThat(letter.getHeader("Bcc")).isNull();
        assertThat(letter.getAllRecipients()).extracting(Object::toString).containsExactly("it@contoso.com",
                "boss@contoso.com");
        assertThat(letter.getContentType()).isEqualToIgnoringCase("text/plain; charset=utf-8");
        assertThat(letter.getContent().toString()).contains("a run could not begin: ").doesNotContain("\nBcc:");
        assertThat(posts.get(0).json().get("text").asText()).doesNotContain("\n");
    }

    @Test
    void whatDidNotGoOutIsToldByTheNextRunAndTheOtherChannelIsNotToldAgain() throws Exception {
        answer(exchange -> exchange.sendResponseHeaders(500, -1));
        routes.start();
        tell(FAILED);
        assertThat(warnings())
                .containsExactly("the notice of a failure did not go out by notify-webhook, the next run tries again:"
                + " the webhook at 127.0.0.1 answered 500");
        answer(exchange -> exchange.sendResponseHeaders(204, -1));
        tell(FAILED, FAILED);
        assertThat(posts).hasSize(2);
        assertThat(letters()).hasSize(2);
    }

    @Test
    void nobodyListens() throws Exception {
        server.stop(0);
        mail.stop();
        routes.start();
        tell(FAILED);
        assertThat(warnings()).hasSize(2).allMatch(line -> line.contains("did not go out"));
    }

    @Test
    void aRedirectIsNotFollowedAndAnEndlessAnswerIsNotRead() throws Exception {
        answer(exchange -> {
            exchange.getResponseHeaders().set("Location", address("/elsewhere"));
            exchange.sendResponseHeaders(307, -1);
        });
        routes.start();
        tell(FAILED);
        assertThat(elsewhere).isEmpty();
        assertThat(warnings()).singleElement().asString().endsWith("answered 307, and redirects are not followed");
        answer(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] more = new byte[1 << 16];
            while (true) {
                exchange.getResponseBody().write(more); // until the other end hangs up
            }
        });
        tell(FAILED);
        assertThat(told()).hasSize(2);
        assertThat(warnings()).hasSize(1);
    }

    @Test
    void aRunTellsWhatItCameToAndAPlanNever() throws Exception {
        routes.start();
        tell(new ReportFixture().kind(RunReport.PLAN).exit(ExitCode.FAILED).report());
        assertThat(posts).isEmpty();
        assertThat(routes.sync().exit()).isEqualTo(ExitCode.FAILED);
        assertThat(told()).containsExactly("failure");
        assertThat(letters()).hasSize(2);
    }

    @Test
    void thePlaceOfWhatWasToldIsPrivateAndDamageIsNoFailure() throws Exception {
        routes.start();
        tell(FAILED);
        Path file = temp.resolve("data/state/notices");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        Files.writeString(file, "webhook failed-since 2026\n");
        tell(FAILED);
        assertThat(told()).containsExactly("failure", "failure");
        assertThat(warnings()).isNotEmpty().allMatch(line -> line.contains("state/notices"));
    }

    @Test
    void withoutAddressesNobodyIsTold() throws Exception {
        routes.with("notify.webhook", "").with("notify.mail-to", "").start();
        tell(FAILED, held("9009"));
        assertThat(posts).isEmpty();
        assertThat(letters()).isEmpty();
        assertThat(temp.resolve("data/state/notices")).doesNotExist();
    }
}
