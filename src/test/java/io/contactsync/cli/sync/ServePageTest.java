package io.contactsync.cli.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.core.Hold;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.contactsync.browser.Chromium;
import io.contactsync.cli.app.App;
import io.contactsync.cli.configuration.Configuration;
import io.contactsync.cli.sandbox.SandboxAccess;
import io.contactsync.journal.HoldsFile;
import io.contactsync.journal.KnownHold;
import io.contactsync.journal.RunLock;
import io.contactsync.run.Holds;
import io.contactsync.run.RunReport;
import io.contactsync.run.RunRequest;
import io.contactsync.sandbox.Sandbox;
import io.contactsync.sandbox.SandboxOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** The page of serve, on the port of health and metrics: what it shows, and all that it refuses. */
class ServePageTest {

    @TempDir
    static Path temp;
    private static Sandbox sandbox;
    private static App app;
    private static int port;
    private static RunReport run;

    @BeforeAll
    static void serve() throws IOException {
        sandbox = Sandbox.start(SandboxOptions.defaults().withMailboxes(3));
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        app = App.start(configuration(), true);
        run = app.sync(RunRequest.ordinary());
    }

    private static Configuration configuration() {
        Map<String, String> settings = new HashMap<>(new SandboxAccess(sandbox.address()).synchronisation());
        settings.putAll(Map.of("sync.data", temp.resolve("data").toString(), "sync.sources", "graph-contacts",
                "management.port", Integer.toString(port),
                "schedule.cron", "0 0 5 1 1 ?"));
        return Configuration.read(Path.of("config", "application.properties"), Path.of("routes"), Map.of(), settings);
    }

    @AfterAll
    static void end() {
        if (app != null) {
            app.close();
        }
        sandbox.close();
    }

    private static String get(String path) {
        return RawHttp.said(port, "GET " + path + " HTTP/1.1\nHost: localhost:" + port + "\nConnection: close");
    }

    @Test
    void thePageShowsTheLastRunTheNextOneAndTheSources() {
        String page = get("/");
        assertThat(page).startsWith("HTTP/1.1 200").contains("href=\"runs/" + run.id(), "05:00:00", "graph-contacts",
                "No run is in progress.",
                "The last run did not fail.");
    }

    @Test
    void itsHeadersLetABrowserDoLittle() {
        assertThat(get("/")).containsIgnoringCase("content-security-policy: default-src 'none'")
                .containsIgnoringCase("frame-ancestors 'none'")
                .containsIgnoringCase("x-content-type-options: nosniff")
                .containsIgnoringCase("referrer-policy: no-referrer")
                .containsIgnoringCase("cache-control: no-store").doesNotContainIgnoringCase("set-cookie")
                .doesNotContain("unsafe-inline");
    }

    @Test
    void theReportOfARunIsServed() {
        assertThat(get("/runs/" + run.id())).startsWith("HTTP/1.1 200").contains("Run " + run.id())
                .containsIgnoringCase("cache-control: no-store");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/runs/", "/runs/..", "/runs/../..", "/runs/%2e%2e", "/runs/..%2f..%2fetc%2fpasswd",
            "/runs/20200101-000000-000-0000", "/nothing",
        "/runs/%00", "//", "/now/", "/observe/healthy", "/runs/../runs/../../config/application.properties"})
    void whatIsNotThereIsNotFound(String path) {
        assertThat(get(path)).startsWith("HTTP/1.1 404").contains("text/plain").doesNotContain("graph.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/runs/%|Host: localhost", "/%zz|Host: localhost", "/|Accept: text/html",
            "/runs/%|Host: evil.example"})
    void whatIsNoRequestIsRefusedAndLeavesNoStackInTheLog(String request) {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        List<Logger> loggers = Stream.of(org.slf4j.Logger.ROOT_LOGGER_NAME, "io.vertx")
                .map(name -> (Logger) LoggerFactory.getLogger(name)).toList();
        log.start();
        loggers.forEach(logger -> logger.addAppender(log));
        try {
            String[] parts = request.split("\\|");
            assertThat(RawHttp.said(port, "GET " + parts[0] + " HTTP/1.1\n" + parts[1] + "\nConnection: close"))
                    .startsWith("HTTP/1.1 400");
        } finally {
            loggers.forEach(logger -> logger.detachAppender(log));
        }
        assertThat(Path.of("src/cli/resources/logback.xml")).content()
                .contains("<logger name=\"io.vertx.ext.web.RoutingContext\" level=\"OFF\"/>");
        assertThat(log.list).allSatisfy(event -> {
            assertThat(event.getLevel()).as(event.getFormattedMessage()).isNotEqualTo(Level.ERROR);
            assertThat(event.getThrowableProxy()).isNull();
        });
    }

    @ParameterizedTest
    @CsvSource({"POST,/", "PUT,/runs/x", "DELETE,/", "OPTIONS,/", "PATCH,/now"})
    void nothingActs(String method, String path) {
        assertThat(RawHttp.said(port, method + " " + path + " HTTP/1.1\nHost: localhost\nContent-Length: "
                + "0\nConnection: close"))
                .startsWith("HTTP/1.1 405")
                .containsIgnoringCase("allow: GET, HEAD");
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "localhost.evil.example:80", "169.254.169.254"})
    void aForeignNameGetsNothing(String host) {
        for (String path : List.of("/", "/now", "/runs/" + run.id())) {
            assertThat(RawHttp.said(port, "GET " + path + " HTTP/1.1\nHost: " + host + "\nConnection: close"))
                    .startsWith("HTTP/1.1 421")
                    .contains("management.public-hosts").doesNotContain("graph-contacts");
        }
    }

    @Test
    void headTellsTheSameWithoutABody() {
        String answer = RawHttp.said(port, "HEAD / HTTP/1.1\nHost: 127.0.0.1\nConnection: close");
        assertThat(answer).startsWith("HTTP/1.1 200").containsIgnoringCase("content-length: ").doesNotContain("<html");
    }

    @Test
    void oneConnectionServesSeveralRequests() {
        String two =
                RawHttp.said(port, "HEAD / HTTP/1.1\nHost: localhost\n\nGET /nothing HTTP/1.1\nHost: "
                        + "localhost\nConnection: close");
        assertThat(two).startsWith("HTTP/1.1 200").contains("HTTP/1.1 404");
    }

    @Test
    void healthAndMetricsAreWhereTheyWere() {
        assertThat(RawHttp.said(port, "GET /observe/health HTTP/1.1\nHost: anything\nConnection: close"))
                .startsWith("HTTP/1.1 200")
                .contains("UP");
        assertThat(RawHttp.said(port, "GET /observe/metrics HTTP/1.1\nHost: anything\nConnection: close"))
                .contains("contactsync_last_success_timestamp_seconds");
    }

    @Test
    void aReportLooksAsThisVersionMakesItWhateverLiesInItsFolder() throws IOException {
        Path file = temp.resolve("data/runs").resolve(run.id()).resolve("report.html");
        String ours = Files.readString(file);
        Files.writeString(file, "<style>an older one's</style>");
        assertThat(get("/runs/" + run.id())).startsWith("HTTP/1.1 200").contains("Run " + run.id())
                .doesNotContain("an older one's");
        Files.delete(file);
        assertThat(get("/runs/" + run.id())).startsWith("HTTP/1.1 200");
        assertThat(file).doesNotExist();
        Files.writeString(file, ours);
    }

    @Test
    void aHoldWaitsUntilSomebodyDecides() {
        HoldsFile file = new HoldsFile(temp.resolve("data"));
        Instant since = Instant.parse("2026-11-25T05:00:00Z");
        file.update(none -> List.of(new KnownHold("9009abcd", Hold.Kind.VANISHED, "graph-contacts",
                "12 of 60 people vanished", "", List.of("k"), List.of("Ada Bern"), 3, 1,
                Map.of(), false, List.of(), since, run.id(), null, false)));
        assertThat(get("/now")).contains("1 hold waits for a person.", "12 of 60 people vanished",
                "contact-sync holds approve 9009abcd");
        new Holds(temp.resolve("data")).decide("9009abcd", KnownHold.Word.APPROVED, "ada", since);
        assertThat(get("/now")).contains("The last run did not fail.").doesNotContain("for a person", "holds approve");
        file.update(decided -> List.of());
    }

    @Test
    void theNextRunMayBeginWhileThePageOfOneIsMade() {
        List<Boolean> taken = new CopyOnWriteArrayList<>();
        app.runs().ended().listen(report -> taken.add(RunLock.isTaken(temp.resolve("data"))));
        app.sync(RunRequest.ordinary());
        assertThat(taken).containsExactly(false);
    }

    @Test
    void thePageFollowsARunByItself() {
        try (Chromium browser = Chromium.start(temp.resolve("profile"))) {
            browser.open("http://127.0.0.1:" + port + "/");
            browser.run("window.sameOne = true");
            RunReport next = app.sync(RunRequest.ordinary());
            Awaitility.await().atMost(Duration.ofSeconds(60))
                    .until(() -> browser
                            .run("return [...document.links].some(link => link.href.endsWith(arguments[0]))", next.id())
                            .asBoolean());
            assertThat(browser.run("return window.sameOne === true").asBoolean()).isTrue();
            assertThat(browser.complaints()).isEmpty();
            String home = "http://127.0.0.1:" + port + "/";
            assertThat(browser.requests()).contains(home + "now")
                    .allMatch(asked -> List.of(home, home + "now", "data:,").contains(asked));
            browser.click("#runs tbody a");
            assertThat(browser.run("return document.title").asText()).isEqualTo("Run " + next.id());
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void itsFactsStandThereWithoutScripts() {
        try (Chromium browser = Chromium.start(temp.resolve("profile-without"))) {
            browser.scripts(false);
            browser.open("http://127.0.0.1:" + port + "/");
            browser.scripts(true);
            assertThat(browser.run("return document.querySelector('main').innerText").asText()).contains("Next",
                    "Last runs", "Sources", "graph-contacts");
        }
    }
}
