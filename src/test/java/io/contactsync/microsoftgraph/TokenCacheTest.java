package io.contactsync.microsoftgraph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

/** How long a token serves, and for whom. */
class TokenCacheTest extends TokenTestBase {

    @Test
    void asksOnceForManyThreadsAndAgainAfterARefusal() throws Exception {
        context.start();
        AtomicLong clock = new AtomicLong(System.currentTimeMillis());
        HttpEngine engine = engine();
        MsalTokens tokens = tokens(engine, clock);
        assertThat(together(tokens, null)).containsOnly("token-1");
        assertThat(stub.tokenForms).hasSize(1);
        assertThat(together(tokens, "token-1")).containsOnly("token-2");
        assertThat(stub.tokenForms).hasSize(2);
        assertThat(tokens.accessToken("token-1")).isEqualTo("token-2");
        clock.addAndGet(3_599_000 - 301_000);
        assertThat(tokens.accessToken(null)).isEqualTo("token-2");
        assertThat(stub.tokenForms).hasSize(2);
    }

    private MsalTokens tokens(HttpEngine engine, AtomicLong clock) {
        return new MsalTokens(new ApplicationSignIn(component.identity(), new MsalHttp(engine, 10_000)), clock::get);
    }

    private HttpEngine engine() throws Exception {
        return new HttpStack(context, stub.url(""), component.tls(), new HttpClientSetup(null, null, null, "test"), 20,
                5000).engine(5000, false, 100_000);
    }

    private static List<String> together(MsalTokens tokens, String rejected) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        CountDownLatch start = new CountDownLatch(1);
        try {
            List<Future<String>> all = IntStream.range(0, 8).mapToObj(i -> threads.submit(() -> {
                start.await();
                return tokens.accessToken(rejected);
            })).toList();
            start.countDown();
            return all.stream().map(future -> {
                try {
                    return future.get();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }).toList();
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void keepsAValidTokenThroughABadMoment() throws Exception {
        context.start();
        AtomicLong clock = new AtomicLong(System.currentTimeMillis());
        MsalTokens tokens = tokens(engine(), clock);
        stub.login = form -> GraphStub.Reply.json(200,
                "{\"token_type\":\"Bearer\",\"expires_in\":200,\"access_token\":\"short\"}");
        assertThat(tokens.accessToken(null)).isEqualTo("short");
        stub.login = form -> TlsStub.refusal(503, "temporarily_unavailable", "x");
        clock.addAndGet(150_000);
        assertThat(tokens.accessToken(null)).isEqualTo("short");
        assertThat(stub.tokenForms).hasSize(2);
        assertThatThrownBy(() -> tokens.accessToken("short")).isInstanceOf(GraphException.class);
        clock.addAndGet(110_000);
        assertThatThrownBy(() -> tokens.accessToken(null)).isInstanceOfSatisfying(GraphException.class,
                e -> assertThat(e.retryable()).isTrue());
    }

    @Test
    void aSecretFileIsReadAgainBeforeTheNextToken() throws Exception {
        Path file = Files.writeString(directory.resolve("client-secret"), "first{{secret}}\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        component.setClientSecret(null);
        component.setClientSecretFile(file.toString());
        context.start();
        AtomicLong clock = new AtomicLong(System.currentTimeMillis());
        stub.login = form -> GraphStub.Reply.json(200,
                "{\"token_type\":\"Bearer\",\"expires_in\":200,\"access_token\":\"t" + stub.tokenForms.size() + "\"}");
        MsalTokens tokens = tokens(engine(), clock);
        assertThat(tokens.accessToken(null)).isEqualTo("t1");
        Files.writeString(file, "");
        clock.addAndGet(150_000);
        assertThat(tokens.accessToken(null)).as("a file that is just being replaced").isEqualTo("t1");
        Files.writeString(file, "second$%&\n");
        assertThat(tokens.accessToken("t1")).isEqualTo("t2");
        assertThat(stub.tokenForms).extracting(form -> form.get("client_secret")).containsExactly("first{{secret}}",
                "second$%&");
    }

    @Test
    void aCertificateIsReadAgainBeforeTheNextToken() throws Exception {
        Path file = stub.pemKey(directory.resolve("renewed.pem"));
        component.setClientSecret(null);
        component.setCertificate(file.toString());
        List<String> certificates = renewed(file, () -> {
            Path folder = Files.createDirectories(directory.resolve("next"));
            try (TlsStub other = new TlsStub(folder)) {
                Files.copy(other.pemKey(folder.resolve("key.pem")), file, StandardCopyOption.REPLACE_EXISTING);
            }
            return null;
        });
        assertThat(certificates).extracting(assertion -> assertion.split("\\.")[0]).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void aFederatedTokenIsReadAgainThroughItsLinkBeforeTheNextToken() throws Exception {
        Path one = Files.writeString(directory.resolve("one"), jwt(1));
        Path two = Files.writeString(directory.resolve("two"), jwt(2));
        Path link = Files.createSymbolicLink(directory.resolve("link"), one);
        component.setClientSecret(null);
        component.setFederatedTokenFile(link.toString());
        assertThat(renewed(link, () -> Files.move(Files.createSymbolicLink(directory.resolve("new-link"), two), link,
                StandardCopyOption.ATOMIC_MOVE))).containsExactly(jwt(1), jwt(2));
        assertThat(stub.tokenForms).allSatisfy(form -> assertThat(form).containsEntry("client_id", "app-1")
                .doesNotContainKey("client_secret"));
    }

    /** The assertions sent before and after a file is renewed, which is empty for a moment between two sign-ins. */
    private List<String> renewed(Path file, Callable<?> renewal) throws Exception {
        context.start();
        AtomicLong clock = new AtomicLong(System.currentTimeMillis());
        stub.login = form -> GraphStub.Reply.json(200,
                "{\"token_type\":\"Bearer\",\"expires_in\":200,\"access_token\":\"t" + stub.tokenForms.size() + "\"}");
        MsalTokens tokens = tokens(engine(), clock);
        assertThat(tokens.accessToken(null)).isEqualTo("t1");
        Path gone = Files.move(file, directory.resolve("gone"));
        clock.addAndGet(150_000);
        assertThat(tokens.accessToken(null)).as("a file that is just being replaced").isEqualTo("t1");
        Files.move(gone, file);
        renewal.call();
        assertThat(tokens.accessToken("t1")).isEqualTo("t2");
        return stub.tokenForms.stream().map(form -> form.get("client_assertion")).toList();
    }

    private static String jwt(int number) {
        String claims = "{\"iss\":\"https://cluster.example/\",\"jti\":\"" + number + "\"}";
        return "e30." + Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(StandardCharsets.UTF_8))
                + ".c2ln";
    }
}
