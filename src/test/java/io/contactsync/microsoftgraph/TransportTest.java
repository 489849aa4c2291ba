package io.contactsync.microsoftgraph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the wire can do: one request at most, and certainty about whether it was sent. */
@Timeout(60)
class TransportTest {

    private static GraphBatchResponse batch(String baseUrl) throws Exception {
        return batch(baseUrl, component -> { });
    }

    private static GraphBatchResponse batch(String baseUrl,
            java.util.function.Consumer<MicrosoftGraphComponent> options) throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            context.addComponent("microsoft-graph", component(baseUrl, options));
            context.start();
            Object body = List.of(new GraphRequest("1", "POST", "/users/a/contacts", Map.of(), "{}".getBytes()));
            return context.createProducerTemplate().requestBody("microsoft-graph:batch", body,
                    GraphBatchResponse.class);
        }
    }

    private static MicrosoftGraphComponent component(String baseUrl,
            java.util.function.Consumer<MicrosoftGraphComponent> options) {
        MicrosoftGraphComponent component = new MicrosoftGraphComponent();
        component.setBaseUrl(baseUrl);
        component.setTokenProvider(rejected -> "token");
        component.setConnectTimeout(2000);
        options.accept(component);
        return component;
    }

    private static void assertUnknown(GraphBatchResponse answer, String code) {
        assertThat(answer.status()).isZero();
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.sent()).isTrue();
        assertThat(answer.clientRequestId()).isNotNull();
    }

    @Test
    void knowsThatNothingWasSentWithoutAConnection() throws Exception {
        String url;
        try (ServerSocket nobody = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            url = "http://127.0.0.1:" + nobody.getLocalPort();
        }
        assertThat(batch(url)).satisfies(a -> assertThat(a.sent()).isFalse()).extracting(GraphBatchResponse::code)
                .isEqualTo("ConnectFailed");
    }

    @Test
    void knowsThatNothingWasSentWithoutAName() throws Exception {
        assertThat(batch("https://no-such-host.invalid/v1.0")).satisfies(a -> assertThat(a.sent()).isFalse())
                .extracting(GraphBatchResponse::code).isEqualTo("UnknownHost");
    }

    @Test
    void knowsThatNothingWasSentWithoutTls() throws Exception {
        try (RawServer plain = new RawServer((socket, out) -> out.write(RawServer.ascii("HTTP/1.1 400 x\r\n\r\n")))) {
            assertThat(batch(plain.url().replace("http:", "https:"), c -> c.setConnectTimeout(300)).sent()).isFalse();
        }
    }

    @Test
    void goesThroughTheProxyAndKnowsItsRefusal() throws Exception {
        try (RawServer proxy = new RawServer((socket, out) -> out.write(
                RawServer.ascii("HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 5\r\n\r\nhello")))) {
            GraphBatchResponse answer =
                    batch("https://graph.example/v1.0", c -> c.setProxy(proxy.url().substring("http://".length())));
            assertThat(answer.status()).isEqualTo(407);
            assertThat(answer.code()).isEqualTo("ProxyRefused");
            assertThat(answer.sent()).isFalse();
            assertThat(proxy.requests).hasValue(1);
        }
    }

    @Test
    void signsInAtTheProxy() throws Exception {
        java.util.List<String> heads = new java.util.concurrent.CopyOnWriteArrayList<>();
        RawServer.Behaviour demanding = (socket, out) -> out.write(RawServer.ascii(
                "HTTP/1.1 407 x\r\nProxy-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\nConnection: "
                        + "close\r\n\r\n"));
        try (RawServer proxy = new RawServer(demanding, heads)) {
            GraphBatchResponse answer = batch("https://graph.example/v1.0", c -> {
                c.setProxy(proxy.url().substring("http://".length()));
                c.setProxyUser("user");
                c.setProxyPassword("pass");
            });
            assertThat(answer.sent()).isFalse();
            assertThat(heads).anyMatch(head -> head.contains("Proxy-Authorization: Basic dXNlcjpwYXNz"))
                    .noneMatch(head -> head.contains("Bearer"));
        }
    }

    @Test
    void doesNotRepeatAfterAReset() throws Exception {
        try (RawServer server = new RawServer((socket, out) -> socket.setSoLinger(true, 0))) {
            assertUnknown(batch(server.url()), "ConnectionLost");
            assertThat(server.requests).hasValue(1);
        }
    }

    @Test
    void doesNotRepeatAfterSilence() throws Exception {
        try (RawServer server = new RawServer((socket, out) -> { })) {
            assertUnknown(batch(server.url()), "ConnectionLost");
            assertThat(server.requests).hasValue(1);
        }
    }

    @Test
    void endsTheWaitForAnAnswer() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        try (RawServer server = new RawServer((socket, out) -> over.await())) {
            assertUnknown(batch(server.url(), c -> c.setBatchTimeout(200)), "Timeout");
            over.countDown();
            assertThat(server.requests).hasValue(1);
        }
    }

    @Test
    void endsAnAnswerThatNeverEnds() throws Exception {
        AtomicReference<Exception> cut = new AtomicReference<>();
        CountDownLatch over = new CountDownLatch(1);
        RawServer.Behaviour endless = (socket, out) -> {
            try {
                out.write(RawServer.ascii("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"));
                while (true) {
                    out.write(RawServer.ascii("1000\r\n" + " ".repeat(4096) + "\r\n"));
                }
            } catch (java.io.IOException e) {
                cut.set(e);
                over.countDown();
            }
        };
        try (RawServer server = new RawServer(endless)) {
            assertUnknown(batch(server.url(), c -> c.setMaxResponseSize(100_000)), "InvalidResponse");
            over.await();
            assertThat(cut.get()).isNotNull();
        }
    }

    @Test
    void readsOfAnAnswerCutShortWhatIsWhole() throws Exception {
        String whole = "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"responses\":[{\"id\":\"1\",\"status\":201}";
        try (RawServer server = new RawServer((socket, out) -> out.write(RawServer.ascii(whole)))) {
            GraphBatchResponse answer = batch(server.url());
            assertThat(answer.items()).containsOnlyKeys("1");
            assertThat(answer.code()).isEqualTo("InvalidResponse");
        }
    }

    @Test
    void noticesAnAnswerCutShort() throws Exception {
        String head = "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"responses\":[{\"id\":\"1\",\"status\":201";
        try (RawServer server = new RawServer((socket, out) -> out.write(RawServer.ascii(head)))) {
            assertUnknown(batch(server.url()), "InvalidResponse");
        }
    }

    @Test
    void refusesTooManyHeaders() throws Exception {
        String many = "HTTP/1.1 200 OK\r\n" + "X: y\r\n".repeat(100_000) + "Content-Length: 2\r\n\r\n{}";
        try (RawServer server = new RawServer((socket, out) -> out.write(RawServer.ascii(many)))) {
            assertThat(batch(server.url()).status()).isZero();
        }
    }

    @Test
    void usesOneConnectionAgainEvenAfterARefusal() throws Exception {
        AtomicReference<java.util.Set<String>> ports =
                new AtomicReference<>(java.util.concurrent.ConcurrentHashMap.newKeySet());
        com.sun.net.httpserver.HttpServer server = com.sun.net.httpserver.HttpServer
                .create(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                ports.get().add(String.valueOf(exchange.getRemoteAddress().getPort()));
                byte[] body = "{\"error\":{\"code\":\"ErrorItemNotFound\"}}".getBytes();
                exchange.getRequestBody().readAllBytes();
                exchange.sendResponseHeaders(404, body.length);
                exchange.getResponseBody().write(body);
            }
        });
        server.start();
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            context.addComponent("microsoft-graph",
                    component("http://127.0.0.1:" + server.getAddress().getPort(), c -> {}));
            context.start();
            for (int i = 0; i < 5; i++) {
                assertThatThrownBy(() -> context.createProducerTemplate()
                        .requestBody("microsoft-graph:request?path=/users/a/contacts/1", null, Object.class))
                        .hasRootCauseInstanceOf(GraphException.class);
            }
        } finally {
            server.stop(0);
        }
        assertThat(ports.get()).hasSize(1);
    }
}
