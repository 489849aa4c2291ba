package io.contactsync.sandbox.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ThrottleTest {

    @Test
    void tenThousandInTenMinutesAndNotOneMore() {
        Throttle throttle = new Throttle(Throttle.Limits.PUBLISHED);
        for (int i = 0; i < 10_000; i++) {
            assertThat(throttle.enter("a", 0)).isEqualTo(Throttle.ADMITTED);
            throttle.leave("a");
        }
        assertThat(throttle.enter("a", 1_000)).isEqualTo(599);
        assertThat(throttle.enter("b", 1_000)).isEqualTo(Throttle.ADMITTED);
        assertThat(throttle.enter("a", 599_999)).isEqualTo(1);
        assertThat(throttle.enter("a", 600_000)).isEqualTo(Throttle.ADMITTED);
    }

    @Test
    void theWholeAppHasALimitToo() {
        Throttle throttle = new Throttle(Throttle.Limits.PUBLISHED);
        for (int i = 0; i < 130_000; i++) {
            assertThat(throttle.enter(null, 5)).isEqualTo(Throttle.ADMITTED);
        }
        assertThat(throttle.enter(null, 5)).isEqualTo(10);
        assertThat(throttle.enter("a", 9_000)).isEqualTo(2);
        assertThat(throttle.enter("a", 10_005)).isEqualTo(Throttle.ADMITTED);
    }

    @Test
    void whoComesTooEarlyIsRefusedThoughThereIsRoom() {
        Throttle throttle = new Throttle(Throttle.Limits.PUBLISHED);
        for (int i = 0; i < 4; i++) {
            throttle.enter("a", 0);
        }
        assertThat(throttle.enter("a", 0)).isEqualTo(1);
        throttle.leave("a");
        assertThat(throttle.enter("a", 999)).isEqualTo(1);
        assertThat(throttle.enter("a", 1_000)).isEqualTo(Throttle.ADMITTED);
    }
}
