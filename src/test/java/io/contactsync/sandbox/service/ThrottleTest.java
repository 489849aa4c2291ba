package io.contactsync.sandbox.service;

import static io.contactsync.sandbox.service.Refusal.Why.CONCURRENCY;
import static io.contactsync.sandbox.service.Refusal.Why.REQUESTS;
import static io.contactsync.sandbox.service.Refusal.Why.UPLOAD;
import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.sandbox.protocol.GraphReading;
import io.contactsync.sandbox.protocol.GraphReadings;
import io.contactsync.sandbox.protocol.ServiceRequest;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ThrottleTest {
    private static final ServiceRequest GET = request("GET", 0);
    private static final GraphReadings MAILBOXS =
            GraphReadings.assumed().with(GraphReading.CONCURRENCY_WINDOW, "mailbox");
    private final Throttle throttle = throttle(ThrottleLimits.published(), GraphReadings.assumed());

    @Test
    void tenThousandInTenMinutesAndNotOneMore() {
        served(10_000, "a", 0);
        assertThat(throttle.enter("a", GET, 1_000)).isEqualTo(new Refusal(REQUESTS, 599));
        assertThat(throttle.enter("b", GET, 1_000)).isNull();
        assertThat(throttle.enter("a", GET, 600_000)).isNull();
    }

    @Test
    void theFifthAtATimeIsRefusedAloneAndOthersComeAsSoonAsThereIsRoom() {
        entered(4, "a");
        assertThat(throttle.enter("a", GET, 0)).isEqualTo(new Refusal(CONCURRENCY, 1));
        throttle.leave("a");
        assertThat(throttle.enter("a", GET, 0)).isNull();
        assertThat(throttle.enter("a", GET, 1)).isEqualTo(new Refusal(CONCURRENCY, 1));
    }

    @Test
    void byTheOtherReadingWhoComesTooEarlyIsRefusedThoughThereIsRoomAndWaitsAnew() {
        Throttle moving = throttle(ThrottleLimits.published(), MAILBOXS);
        for (int i = 0; i < 4; i++) {
            assertThat(moving.enter("a", GET, 0)).isNull();
        }
        assertThat(moving.enter("a", GET, 0)).isEqualTo(new Refusal(CONCURRENCY, 1));
        moving.leave("a");
        assertThat(moving.enter("a", GET, 999)).isEqualTo(new Refusal(CONCURRENCY, 1));
        assertThat(moving.enter("a", GET, 1_998)).isEqualTo(new Refusal(CONCURRENCY, 1));
        assertThat(moving.enter("a", GET, 2_998)).isNull();
    }

    @Test
    void byTheOtherReadingWhoComesTooEarlyWaitsNoLonger() {
        ThrottleLimits limits = ThrottleLimits.published().with(ThrottleLimit.CONCURRENT, 1)
                .with(ThrottleLimit.PAUSE_SECONDS, 10);
        Throttle patient = throttle(limits, MAILBOXS.with(GraphReading.EARLY_RETRY, "refused"));
        patient.enter("a", GET, 0);
        assertThat(patient.enter("a", GET, 0)).isEqualTo(new Refusal(CONCURRENCY, 10));
        patient.leave("a");
        assertThat(patient.enter("a", GET, 7_500)).isEqualTo(new Refusal(CONCURRENCY, 3));
        assertThat(patient.enter("a", GET, 10_000)).isNull();
    }

    @Test
    void anotherMailboxHasALaneOfItsOwn() {
        entered(4, "a");
        assertThat(throttle.enter("b", GET, 0)).isNull();
    }

    @Test
    void byTheOtherReadingAllMailboxesShareOneLane() {
        Throttle perApp = throttle(ThrottleLimits.published(),
                GraphReadings.assumed().with(GraphReading.CONCURRENCY, "app"));
        for (String mailbox : new String[] {"a", "b", "c", "d"}) {
            assertThat(perApp.enter(mailbox, GET, 0)).isNull();
        }
        assertThat(perApp.enter("e", GET, 0)).isEqualTo(new Refusal(CONCURRENCY, 1));
        perApp.leave("b");
        assertThat(perApp.enter("e", GET, 1_000)).isNull();
    }

    @Test
    void uploadIsCountedInBytesOfPostPatchAndPut() {
        int half = 75 * 1024 * 1024;
        assertThat(sent("POST", half)).isNull();
        assertThat(sent("GET", half)).isNull();
        assertThat(sent("PATCH", half)).isNull();
        assertThat(throttle.enter("b", request("PUT", 1), 0)).isNull();
        assertThat(throttle.enter("a", request("PUT", 1), 60_000)).isEqualTo(new Refusal(UPLOAD, 240));
        assertThat(throttle.enter("a", request("PUT", 1), 300_000)).isNull();
    }

    @Test
    void theWholeAppHasALimitToo() {
        served(130_000, null, 5);
        assertThat(throttle.enter(null, GET, 5)).isEqualTo(new Refusal(REQUESTS, 10));
        assertThat(throttle.enter("a", GET, 9_000)).as("too early").isEqualTo(new Refusal(REQUESTS, 10));
        assertThat(throttle.enter("a", GET, 19_000)).isNull();
    }

    private Refusal sent(String method, int bytes) {
        Refusal refusal = throttle.enter("a", request(method, bytes), 0);
        throttle.leave("a");
        return refusal;
    }

    private void entered(int requests, String mailbox) {
        for (int i = 0; i < requests; i++) {
            assertThat(throttle.enter(mailbox, GET, 0)).isNull();
        }
    }

    private void served(int requests, String mailbox, long now) {
        for (int i = 0; i < requests; i++) {
            assertThat(throttle.enter(mailbox, GET, now)).isNull();
            throttle.leave(mailbox);
        }
    }

    private static Throttle throttle(ThrottleLimits limits, GraphReadings readings) {
        ThrottleLimits roomy =
                limits.with(ThrottleLimit.TENANT_UNITS, 1_000_000).with(ThrottleLimit.APP_UNITS, 1_000_000);
        return new Throttle(roomy, readings, 100, "scope");
    }

    private static ServiceRequest request(String method, int bytes) {
        return new ServiceRequest(method, "/groups", Map.of(), new byte[bytes], false,
                new ServiceRequest.Caller("", Set.of()));
    }
}
