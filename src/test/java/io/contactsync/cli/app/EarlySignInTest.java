package io.contactsync.cli.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.microsoftgraph.MicrosoftGraphComponent;
import io.contactsync.sandbox.TestCertificate;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.main.Main;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who signs in early disturbs nobody if it fails, and does not try what cannot succeed. */
class EarlySignInTest {

    @TempDir
    Path temp;

    private static boolean isUnderWay() {
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().equals("contact-sync-sign-in"));
    }

    private static void signIn(MicrosoftGraphComponent graph, Clock clock) {
        Main main = new Main();
        main.bind("microsoft-graph", graph);
        main.addMainListener(new EarlySignIn(clock));
        main.init();
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> !isUnderWay());
        main.getCamelContext().stop();
    }

    @Test
    void whateverAProviderOfTokensThrowsIsLeftToWhoNeedsOne() {
        AtomicInteger asked = new AtomicInteger();
        MicrosoftGraphComponent graph = new MicrosoftGraphComponent();
        graph.setTokenProvider(rejected -> {
            asked.incrementAndGet();
            throw new UnsupportedOperationException("out of order");
        });
        Queue<Throwable> uncaught = new ConcurrentLinkedQueue<>();
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> uncaught.add(thrown));
        try {
            signIn(graph, Clock.systemUTC());
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
        assertThat(asked).hasValue(1);
        assertThat(uncaught).isEmpty();
    }

    /** How often it is tried at a door that lets nobody in. */
    private int tries(Path certificate, Duration later) throws IOException {
        AtomicInteger tries = new AtomicInteger();
        try (ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            new Thread(() -> {
                try {
                    while (true) {
                        try (Socket one = door.accept()) {
                            tries.incrementAndGet();
                        }
                    }
                } catch (IOException closed) {
                    // the test is over
                }
            }).start();
            String address = "https://127.0.0.1:" + door.getLocalPort();
            MicrosoftGraphComponent graph = new MicrosoftGraphComponent();
            graph.setBaseUrl(address + "/v1.0");
            graph.setAuthority(address);
            graph.setTenantId("contoso");
            graph.setClientId("app-1");
            graph.setCertificate(certificate.toString());
            graph.setCertificatePassword("changeit");
            signIn(graph, Clock.offset(Clock.systemUTC(), later));
        }
        return tries.get();
    }

    @Test
    void nobodySignsInWithACertificateThatIsOver() throws Exception {
        Path store = temp.resolve("app.p12");
        TestCertificate.make(store);
        assertThat(tries(store, Duration.ofMinutes(1))).isPositive();
        assertThat(tries(store, Duration.ofDays(400))).isZero();
    }
}
