package io.contactsync;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** A webhook and a mail server that remember what they were told, and the shipped routes that tell them. */
abstract class NotifyBench {

    static final String SECRET = "canary-secret-of-the-webhook";
    static final String TOKEN = "canary%2Ftoken%20in+the-address";

    record Post(String query, String signature, byte[] body) {
        JsonNode json() throws IOException {
            return new ObjectMapper().readTree(body);
        }
    }

    @TempDir
    Path temp;
    final List<Post> posts = new CopyOnWriteArrayList<>();
    final List<String> elsewhere = new CopyOnWriteArrayList<>();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final List<Appender<ILoggingEvent>> screens = new ArrayList<>();
    HttpServer server;
    GreenMail mail;
    RoutesUnderTest routes;

    @BeforeEach
    void prepare() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        answer(exchange -> exchange.sendResponseHeaders(204, -1));
        server.createContext("/elsewhere", exchange -> {
            elsewhere.add(exchange.getRequestMethod());
            exchange.sendResponseHeaders(200, -1);
        });
        server.start();
        ServerSetup smtp = new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        smtp.setServerStartupTimeout(60_000);
        mail = new GreenMail(smtp);
        mail.start();
        Path secret = Files.writeString(temp.resolve("secret"), SECRET + "\n");
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
        Path folder = Files.createDirectory(temp.resolve("routes"));
        routes = new RoutesUnderTest(folder).with("sync.data", temp.resolve("data").toString())
                .with("graph.tenant-id", "contoso.com")
                .with("graph.client-id", "c").with("graph.client-secret", "s")
                .with("graph.base-url", "https://127.0.0.1:1/v1.0")
                .with("graph.authority", "https://127.0.0.1:1").with("notify.webhook", address("/hook?sig=" + TOKEN))
                .with("notify.webhook-secret-file", secret.toString())
                .with("notify.mail-to", "it@contoso.com,boss@contoso.com")
                .with("notify.mail-from", "contact-sync@contoso.com")
                .with("notify.smtp", "smtp://127.0.0.1:" + mail.getSmtp().getPort());
        root().iteratorForAppenders().forEachRemaining(screens::add);
        screens.forEach(root()::detachAppender); // all levels are only looked at
        root().addAppender(log);
        root().setLevel(Level.DEBUG);
        log.start();
    }

    @AfterEach
    void end() {
        root().detachAppender(log);
        screens.forEach(root()::addAppender);
        root().setLevel(Level.WARN);
        routes.close();
        server.stop(0);
        mail.stop();
        assertThat(log.list.stream().map(ILoggingEvent::getFormattedMessage)).noneMatch(line -> line.contains(SECRET));
        assertThat(warnings()).noneMatch(line -> line.contains("canary"));
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    String address(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /** What the webhook answers. */
    interface Answering {
        void to(HttpExchange exchange) throws IOException;
    }

    void answer(Answering answering) {
        try {
            server.removeContext("/hook");
        } catch (IllegalArgumentException notYet) {
            // the first one
        }
        server.createContext("/hook", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            posts.add(new Post(exchange.getRequestURI().getRawQuery(),
                    exchange.getRequestHeaders().getFirst("X-Contact-Sync-Signature"), body));
            answering.to(exchange);
            exchange.close();
        });
    }

    void tell(Object... ends) {
        Stream.of(ends).forEach(end -> routes.send("tell-people", end));
    }

    List<String> told() throws IOException {
        return posts.stream().map(post -> {
            try {
                return post.json().get("what").asText();
            } catch (IOException noJson) {
                throw new java.io.UncheckedIOException(noJson);
            }
        }).toList();
    }

    List<String> letters() throws Exception {
        return Stream.of(mail.getReceivedMessages()).map(letter -> {
            try {
                return letter.getSubject();
            } catch (jakarta.mail.MessagingException unreadable) {
                throw new IllegalStateException(unreadable);
            }
        }).toList();
    }

    List<String> warnings() {
        return log.list.stream().filter(event -> event.getLevel().isGreaterOrEqual(Level.WARN))
                .map(ILoggingEvent::getFormattedMessage).toList();
    }
}
