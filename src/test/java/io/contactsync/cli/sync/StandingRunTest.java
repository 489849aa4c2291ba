package io.contactsync.cli.sync;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.contactsync.cli.FreePort;
import io.contactsync.cli.SyncBench;
import io.contactsync.cli.app.App;
import io.contactsync.cli.configuration.Configuration;
import io.contactsync.run.ExitCode;
import io.contactsync.run.RunReport;
import io.contactsync.run.RunRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** A run that leaves its mailboxes to workers where there is none: log, page and status say so, until one comes. */
@Timeout(120)
class StandingRunTest {

    @TempDir
    Path temp;
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger("contact-sync");

    @BeforeEach
    void listen() {
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void leave() {
        logger.detachAppender(log);
    }

    private static Configuration configuration(SyncBench bench, Map<String, String> more) throws IOException {
        Map<String, String> settings = new HashMap<>(bench.settings());
        settings.put("management.port", Integer.toString(FreePort.now()));
        settings.putAll(more);
        return Configuration.read(Path.of("config", "application.properties"), Path.of("routes"), Map.of(), settings);
    }

    private static String page(App app) {
        int port = Integer.parseInt(app.configuration().get("management.port"));
        return RawHttp.said(port, "GET /now HTTP/1.1\nHost: localhost:" + port + "\nConnection: close");
    }

    private List<String> standing() {
        return List.copyOf(log.list).stream().map(ILoggingEvent::getFormattedMessage)
                .filter(line -> line.contains("stands still")).toList();
    }

    @Test
    void whoeverLooksLearnsThatNoWorkerIsThere() throws Exception {
        try (SyncBench bench = SyncBench.startSmall(temp, 2).with("schedule.cron", "0 0 5 1 1 ?");
                TcpBroker broker = TcpBroker.start()) {
            bench.with("workers.broker", broker.address() + "?consumerWindowSize=0");
            try (App serve = App.start(configuration(bench, Map.of()), true)) {
                CompletableFuture<RunReport> run = CompletableFuture.supplyAsync(
                        () -> serve.sync(RunRequest.ordinary()));
                Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> !standing().isEmpty()
                        && page(serve).contains("Nothing goes on"));
                assertThat(standing()).singleElement().asString().matches("run=\\S+ stands still: no worker has asked "
                        + "for a mailbox yet; mailboxes wait for 'contact-sync worker' on another machine");
                assertThat(page(serve)).contains("0 of 2 mailboxes done",
                        "<p>Nothing goes on: no worker has asked for a mailbox yet.</p>");
                assertThat(bench.words(List.of("status")).out()).contains("a run is under way: ");
                try (App worker = App.worker(configuration(bench, Map.of("sync.data", temp.resolve("w").toString())))) {
                    assertThat(run.get().exit()).as(run.get().toString()).isEqualTo(ExitCode.DONE);
                    assertThat(page(worker)).contains("given back: 2 done");
                }
                assertThat(page(serve)).doesNotContain("Nothing goes on");
            }
        }
    }
}
