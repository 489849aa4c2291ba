package io.contactsync.microsoftgraph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * No call lasts for ever, however diligently its other end goes on sending: bytes come long before a socket's time-out.
 */
@Timeout(60)
class CallLimitTest {

    private static final int TRICKLE_MILLIS = 20;
    private static final long LIMIT_MILLIS = 400;

    private final CountDownLatch over = new CountDownLatch(1);

    @AfterEach
    void end() {
        over.countDown();
    }

    /** Sends the beginning once, and the rest again and again. */
    private void trickle(OutputStream out, String beginning, String rest) throws IOException, InterruptedException {
        out.write(RawServer.ascii(beginning));
        for (int i = 0; !over.await(TRICKLE_MILLIS, TimeUnit.MILLISECONDS); i++) {
            out.write(rest.charAt(i % rest.length()));
        }
    }

    private static GraphBatchResponse batch(String baseUrl, Consumer<MicrosoftGraphComponent> options)
            throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            MicrosoftGraphComponent component = new MicrosoftGraphComponent();
            component.setBaseUrl(baseUrl);
            component.setTokenProvider(rejected -> "token");
            options.accept(component);
            context.addComponent("microsoft-graph", component);
            context.start();
            Object body = List.of(new GraphRequest("1", "POST", "/users/a/contacts", Map.of(), "{}".getBytes()));
            return context.createProducerTemplate().requestBody("microsoft-graph:batch", body,
                    GraphBatchResponse.class);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
        "a status line    | \"HTTP/1.1 \"                                                         | \"0\"",
        "a header         | \"HTTP/1.1 200 OK~X: \"                                               | \"y\"",
        "headers          | \"HTTP/1.1 200 OK~\"                                                  | \"X: y~\"",
        "interim answers  | \"\"                    | \"HTTP/1.1 102 Processing~~\"",
        "early hints      | \"\"                    | \"HTTP/1.1 103 Early Hints~Link: x~~\"",
        "100s             | \"\"                    | \"HTTP/1.1 100 Continue~~\"",
        "a body           | \"HTTP/1.1 200 OK~Content-Length: 9999~~\"                            | \" \"",
        "a chunk          | \"HTTP/1.1 200 OK~Transfer-Encoding: chunked~~ffff~\"                 | \" \"",
        "a chunk extension| \"HTTP/1.1 200 OK~Transfer-Encoding: chunked~~1;\"                    | \"x\"",
        "a trailer        | \"HTTP/1.1 200 OK~Transfer-Encoding: chunked~~1~ ~0~\"                | \"X: y~\"",
        "a refusal        | \"HTTP/1.1 401 No~Content-Length: 9999~~\"                            | \" \"",
    })
    void whatNeverEndsIsEnded(String kind, String beginning, String rest) throws Exception {
        RawServer.Behaviour endless =
                (socket, out) -> trickle(out, beginning.replace("~", "\r\n"), rest.replace("~", "\r\n"));
        try (RawServer server = new RawServer(endless)) {
            GraphBatchResponse answer = batch(server.url(), component -> component.setBatchTimeout(LIMIT_MILLIS));
            assertThat(answer.sent()).as(kind).isTrue();
            assertThat(answer.items()).as(kind).isEmpty();
            assertThat(answer.status() + answer.code()).as(kind).isIn("0Timeout", "401");
        }
    }

    @Test
    void interimAnswersAsFastAsTheyComeAreEndedToo() throws Exception {
        RawServer.Behaviour flood = (socket, out) -> {
            while (over.getCount() > 0) {
                out.write(RawServer.ascii("HTTP/1.1 102 Processing\r\n\r\n".repeat(1_000)));
            }
        };
        try (RawServer server = new RawServer(flood)) {
            assertThat(batch(server.url(), component -> component.setBatchTimeout(LIMIT_MILLIS)).code())
                    .isEqualTo("Timeout");
        }
    }

    @Test
    void aRequestThatNobodyReadsIsEnded() throws Exception {
        try (ServerSocket deaf = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            try (DefaultCamelContext context = new DefaultCamelContext()) {
                MicrosoftGraphComponent component = new MicrosoftGraphComponent();
                component.setBaseUrl("http://127.0.0.1:" + deaf.getLocalPort());
                component.setTokenProvider(rejected -> "token");
                component.setResponseTimeout(LIMIT_MILLIS);
                context.addComponent("microsoft-graph", component);
                context.start();
                byte[] large = new byte[32 * 1024 * 1024];
                String uri = "microsoft-graph:request?path=/users/a/contacts&method=POST";
                assertThatThrownBy(() -> context.createProducerTemplate().requestBody(uri, large))
                        .cause().isInstanceOf(GraphException.class).hasMessageContaining("(Timeout)");
            }
        }
    }

    @Test
    void aTlsHandshakeThatNeverEndsIsEnded() throws Exception {
        try (Trickling server = new Trickling("\u0016\u0003\u0003\u0040\u0000", "\u0002")) {
            GraphBatchResponse answer =
                    batch("https://127.0.0.1:" + server.port(), component -> component.setConnectTimeout(LIMIT_MILLIS));
            assertThat(answer.sent()).isFalse();
            assertThat(answer.code()).isEqualTo("ConnectTimeout");
        }
    }

    @Test
    void aProxyThatNeverEndsItsAnswerIsEnded() throws Exception {
        RawServer.Behaviour endless =
                (socket, out) -> trickle(out, "HTTP/1.1 200 Connection established\r\n", "X: y\r\n");
        try (RawServer proxy = new RawServer(endless)) {
            GraphBatchResponse answer = batch("https://graph.example/v1.0", component -> {
                component.setProxy(proxy.url().substring("http://".length()));
                component.setConnectTimeout(LIMIT_MILLIS);
            });
            assertThat(answer.sent()).isFalse();
            assertThat(answer.code()).isEqualTo("ConnectTimeout");
            assertThat(proxy.requests).hasValue(1);
        }
    }

    @Test
    void aSignInThatNeverEndsIsEnded() throws Exception {
        try (Trickling login = new Trickling("\u0016\u0003\u0003\u0040\u0000", "\u0002")) {
            GraphBatchResponse answer = batch("https://graph.example/v1.0", component -> {
                component.setTokenProvider(null);
                component.setTenantId("t");
                component.setClientId("c");
                component.setClientSecret("s");
                component.setAuthority("https://127.0.0.1:" + login.port() + "/t");
                component.setConnectTimeout(LIMIT_MILLIS);
            });
            assertThat(answer.sent()).isFalse();
            assertThat(answer.code()).isEqualTo("TokenUnavailable");
        }
    }

    /** Sends bytes to whoever connects, without a word from him. */
    private final class Trickling implements AutoCloseable {

        private final ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());

        Trickling(String beginning, String rest) throws IOException {
            Thread thread = new Thread(() -> {
                try (Socket socket = server.accept()) {
                    trickle(socket.getOutputStream(), beginning, rest);
                } catch (IOException | InterruptedException e) {
                    over.countDown(); // the client went away
                }
            });
            thread.setDaemon(true);
            thread.start();
        }

        int port() {
            return server.getLocalPort();
        }

        @Override
        public void close() throws IOException {
            server.close();
        }
    }
}
