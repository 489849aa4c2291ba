package io.contactsync.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Plans under which connections break, hang or drag. */
class ConnectionFaultsTest {
    private FaultBench bench;

    @AfterEach
    void close() {
        bench.close();
    }

    private void plan(String... rules) {
        bench = FaultBench.with(rules);
    }

    @Test
    void aConnectionIsReset() throws IOException {
        plan("fault: reset, method: GET");
        try (Socket socket = bench.open(bench.contacts)) {
            assertThatThrownBy(() -> socket.getInputStream().read()).isInstanceOf(SocketException.class)
                    .hasMessageContaining("reset");
        }
    }

    @Test
    void anEncryptedConnectionIsResetWithoutAWordOfFarewell() throws IOException {
        bench = FaultBench.with(SandboxOptions.defaults().withTls(true), "fault: reset, method: GET");
        try (Socket socket = bench.open(bench.contacts)) {
            assertThatThrownBy(() -> socket.getInputStream().read()).isInstanceOf(SocketException.class)
                    .hasMessageContaining("reset");
        }
    }

    @Test
    void aConnectionIsClosed() throws IOException {
        plan("fault: close, method: GET");
        try (Socket socket = bench.open(bench.contacts)) {
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void aBlackHoleTakesTheRequestAndSaysNothing() throws IOException {
        plan("fault: black-hole, method: GET, times: 1");
        try (Socket socket = bench.open(bench.contacts)) {
            assertThatThrownBy(() -> socket.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
        }
        assertThat(bench.client.get(bench.contacts).status()).isEqualTo(200);
    }

    @Test
    void anAnswerIsLostBeforeAfterOrLongBeforeTheEffect() {
        plan("fault: reset, applied: no, containing: Never", "fault: reset, applied: yes, containing: Now",
                "fault: close, applied: after 10 min, containing: Later");
        assertThatThrownBy(() -> bench.create("Never")).isInstanceOf(UncheckedIOException.class);
        assertThat(bench.more()).isZero();
        assertThatThrownBy(() -> bench.create("Now")).isInstanceOf(UncheckedIOException.class);
        assertThat(bench.more()).isEqualTo(1);
        assertThatThrownBy(() -> bench.create("Later")).isInstanceOf(UncheckedIOException.class);
        assertThat(bench.more()).isEqualTo(1);
        bench.sandbox.letPass(Duration.ofMinutes(10));
        assertThat(bench.more()).isEqualTo(2);
    }

    @Test
    void oneRequestTakesItsBatchWithIt() {
        plan("fault: reset, applied: no, containing: Batch1");
        assertThatThrownBy(
                () -> bench.client.batch(SandboxBatchTest.batch(3, i -> SandboxBatchTest.create(i, bench.contacts))))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(bench.more()).isEqualTo(2);
    }

    @Test
    void aSlowMailboxIsOvertaken() {
        bench = FaultBench.with("fault: slow, by: 10 min, containing: slow");
        var slow = bench.client.sendLater("POST", bench.contacts, "{\"givenName\":\"slow\"}");
        assertThat(bench.create("fast").status()).isEqualTo(201);
        await().until(() -> bench.sandbox.faults().befallen() == 1);
        assertThat(slow.isDone()).isFalse();
        bench.sandbox.letPass(Duration.ofMinutes(10));
        assertThat(slow.join().status()).isEqualTo(201);
        assertThat(bench.more()).isEqualTo(2);
    }
}
