package io.contactsync.cli.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.classic.util.ContextInitializer;
import ch.qos.logback.core.read.ListAppender;
import io.contactsync.cli.SyncBench;
import io.contactsync.cli.SyncBench.Result;
import io.contactsync.cli.app.App;
import io.contactsync.cli.configuration.Configuration;
import io.contactsync.cli.configuration.ConfigurationFile;
import io.contactsync.sandbox.people.Population;
import io.contactsync.sandbox.store.User;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/**
 * In a tenant where every name, number and address is a canary, everything is tried that writes: what lies in journal,
 * log, metrics and health holds no canary; screens and reports do, and what holds one lies where nobody else may read.
 */
@Timeout(300)
class CanaryTest {

    private static final Pattern CANARY = Pattern.compile("(?i)zqcanary|171[ -]?5550");
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final Path GERMAN = Path.of("src/test/resources/people/outlook-de.csv");
    private static final int EMPLOYEES = 14;

    @TempDir
    Path temp;
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private SyncBench bench;

    @BeforeEach
    void prepare() throws Exception {
        Path users = Files.write(temp.resolve("users.csv"),
                rows("displayName,givenName,surname,mail,userPrincipalName,mobilePhone,businessPhones,companyName,"
                        + "department,usageLocation", EMPLOYEES,
                        "Zqcanary User%1$d,Zqcanary,User%1$d,zqcanary-u%1$d@contoso.com,zqcanary-u%1$d@contoso.com,"
                + "0171 5550%1$d,Zqcanary who knows,Zqcanary Ltd,Zqcanaries,DE"));
        Path central = Files.write(temp.resolve("central.csv"), rows(
                "displayName,givenName,surname,mail,mobilePhone,companyName", 12,
                "Zqcanary Customer%1$d,Zqcanary,Customer%1$d,zqcanary-c%1$d@example.com,+49 171 5550%1$d,Zqcanary "
                        + "GmbH"));
        Population people = Population.shipped().withEmployees(users, note -> {}).withCentral(central, note -> {});
        bench = SyncBench.start(temp, people)
                .with("targets.from", "licensed-users")
                .with("sync.sources", "graph-users,graph-contacts,outlook-de-csv")
                .with("source.outlook-de-csv.folder", Files.createDirectory(temp.resolve("inbox")).toString());
        export(30, "");
        listen();
    }

    @AfterEach
    void end() throws Exception {
        bench.close();
        LoggerContext context = context();
        context.reset();
        new ContextInitializer(context).autoConfig();
    }

    private static List<String> rows(String head, int count, String row) {
        return Stream.concat(Stream.of(head), IntStream.range(10, 10 + count).mapToObj(row::formatted)).toList();
    }

    /** Ids of that source are addresses. */
    private void export(int people, String more) throws IOException {
        List<String> columns = List.of(Files.readAllLines(GERMAN, WINDOWS).get(0).replace("\"", "").split(";", -1));
        Map<String, String> values = Map.of("Vorname", "Zqcanary", "Nachname", "Friend%1$d", "E-Mail-Adresse",
                "zqcanary-f%1$d@example.org",
                "Mobiltelefon", "+49 171 5550%1$d", "Telefon privat", "ask Zqcanary%1$d", "Geburtstag", "Zqcanary");
        String row = columns.stream().map(column -> values.getOrDefault(column, "")).collect(Collectors.joining(";"));
        String text = String.join("\r\n", rows(String.join(";", columns), people, row)) + "\r\n" + more;
        Files.writeString(temp.resolve("inbox/export.csv"), text, WINDOWS);
    }

    private static LoggerContext context() {
        return (LoggerContext) LoggerFactory.getILoggerFactory();
    }

    /** The log as shipped, at its lowest level. */
    private void listen() throws Exception {
        LoggerContext context = context();
        context.reset();
        context.putProperty("CONTACT_SYNC_LOG_LEVEL", "TRACE");
        JoranConfigurator shipped = new JoranConfigurator();
        shipped.setContext(context);
        shipped.doConfigure(Path.of("src/cli/resources/logback.xml").toFile());
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        assertThat(root.getLevel()).isEqualTo(Level.TRACE);
        root.detachAndStopAllAppenders();
        log.setContext(context);
        log.start();
        root.addAppender(log);
    }

    private List<String> logged() {
        return List.copyOf(log.list).stream().map(event -> event.getFormattedMessage()
                + (event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy())))
                .toList();
    }

    private static boolean isCanary(String text) {
        return CANARY.matcher(text).find();
    }

    /** Files that hold a canary, by their names. */
    private List<Path> canaries() throws IOException {
        try (Stream<Path> files = Files.walk(bench.data())) {
            return files.filter(Files::isRegularFile).filter(file -> isCanary(read(file))).toList();
        }
    }

    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    /** What serve answers to those who watch it. */
    private Map<String, String> watched() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Map<String, String> settings = new TreeMap<>(bench.settings());
        settings.putAll(Map.of("management.port", Integer.toString(port), "schedule.cron", "* * * * * ?"));
        Map<String, String> answers = new TreeMap<>();
        Configuration configuration = Configuration.read(ConfigurationFile.OWN, Path.of("routes"), Map.of(), settings);
        try (App app = App.start(configuration, true)) {
            await().atMost(Duration.ofMinutes(1)).until(() -> get(port, "metrics").contains("contactsync_runs_total{"));
            for (String what : List.of("metrics", "health")) {
                answers.put(what, get(port, what));
            }
            app.stop();
        }
        return answers;
    }

    private static String get(int port, String what) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/observe/" + what)).build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    @Test
    void namesStayOutOfJournalLogMetricsAndHealth() throws Exception {
        Map<String, Result> screens = new TreeMap<>();
        screens.put("dry run", bench.command("sync", "--dry-run"));
        screens.put("first run", bench.command("sync"));
        assertThat(screens.get("first run").exit()).as(screens.get("first run").toString()).isIn(0, 3);
        changeEverything();
        screens.put("second run", bench.command("sync"));
        assertThat(screens.get("second run").exit()).as(screens.get("second run").toString()).isEqualTo(4);
        export(12, "Zqcanary;half a row that Zqcanary\r\n");
        screens.put("third run", bench.command("sync"));
        assertThat(isCanary(screens.get("third run").err() + screens.get("third run").out()))
                .as(screens.get("third run").toString()).isTrue();
        for (List<String> words : List.of(List.of("plan"), List.of("plan", "show"),
                List.of("explain", "zqcanary-u12@contoso.com"), List.of("report"),
                List.of("check"), List.of("state", "show"), List.of("status"), List.of("preview", "outlook-de-csv"),
                List.of("explain", "zqcanary-u12@contoso.com", "zqcanary-u13@contoso.com"))) {
            screens.put(String.join(" ", words), bench.words(words));
        }
        Map<String, String> watched = watched();

        assertThat(logged()).hasSizeGreaterThan(10).noneMatch(CanaryTest::isCanary)
                .anyMatch(line -> line.contains("problem=outlook-de-csv: "));
        assertThat(watched)
                .allSatisfy((what, answer) -> assertThat(isCanary(answer)).as(what + ": " + answer).isFalse());
        assertThat(bench.journals().size()).isGreaterThan(3);
        assertThat(bench.journals())
                .allSatisfy(journal -> assertThat(isCanary(read(journal))).as(read(journal)).isFalse());
        assertThat(canaries().stream().map(file -> file.getFileName().toString())).contains("report.html",
                "report.json", "plan.jsonl");
        for (String screen : List.of("plan", "plan show", "explain zqcanary-u12@contoso.com")) {
            assertThat(isCanary(screens.get(screen).out())).as(screen + ": " + screens.get(screen)).isTrue();
        }
        everythingIsPrivate();
    }

    /** Many leave, one mailbox cannot be read, one deletion is refused. */
    private void changeEverything() throws IOException {
        bench.letPass(Duration.ofMinutes(16));
        List<User> users = bench.sandbox().tenant().users().stream()
                .filter(user -> user.userPrincipalName().startsWith("zqcanary")).toList();
        bench.sandbox().tenant().administration().refuseMailbox(users.get(0).id(), "ErrorAccessDenied");
        users.subList(6, 8).forEach(user -> bench.sandbox().tenant().administration().removeUser(user.id(), true));
        bench.sandbox().faults().whenInBatch("DELETE").times(1).refuse(400);
        export(12, "");
    }

    @Test
    void aJournalThatMayHoldNamesIsNoticed() {
        bench.with("journal.personal-data", "true");
        bench.command("sync");
        assertThat(isCanary(read(bench.journals().get(0)))).isTrue();
    }

    private void everythingIsPrivate() throws IOException {
        List<String> open = new ArrayList<>();
        try (Stream<Path> all = Files.walk(bench.data())) {
            for (Path path : all.toList()) {
                String rights = PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
                if (!rights.equals(Files.isDirectory(path) ? "rwx------" : "rw-------")) {
                    open.add(bench.data().relativize(path) + " " + rights);
                }
            }
        }
        assertThat(open).isEmpty();
    }
}
