package io.contactsync.cli.tenants;

import io.contactsync.cli.Above;
import io.contactsync.cli.sandbox.SandboxAccess;
import io.contactsync.sandbox.Sandbox;
import io.contactsync.sandbox.SandboxOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Many tenants in one process with a heap of 512 MB: one has a wrong secret, the endpoint of one never answers.
 * {@code TenantsBenchmark 50 20} for tenants and mailboxes; ends when each of the others has had a run with contacts to
 * create and one with nothing to do. Serves the distribution, which {@code mvn process-test-classes} makes.
 */
public final class TenantsBenchmark {

    private static final Pattern RUN = Pattern.compile("tenant=(\\S+) run=\\S+ exit=0 mailboxes=\\d+ created=(\\d+) ");
    private static final int DISTURBED = 2;

    private final Path folder = Files.createTempDirectory("tenants");
    private final Path log = folder.resolve("serve.log");
    private final List<Sandbox> sandboxes = new ArrayList<>();
    private final int tenants;
    private final int port;

    private TenantsBenchmark(int tenants) throws IOException {
        this.tenants = tenants;
        try (ServerSocket free = new ServerSocket(0)) {
            this.port = free.getLocalPort();
        }
    }

    /** Prints one line. */
    public static void main(String[] arguments) throws Exception {
        TenantsBenchmark benchmark = new TenantsBenchmark(Integer.parseInt(arguments[0]));
        benchmark.play(Integer.parseInt(arguments[1]));
        System.exit(0);
    }

    private void play(int mailboxes) throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            for (int each = 0; each < tenants; each++) {
                sandboxes.add(Sandbox.start(SandboxOptions.defaults().withMailboxes(mailboxes)));
                tenant(each, silent.getLocalPort());
            }
            long begin = System.nanoTime();
            Process serve = serve();
            try {
                while (!served(1) || !served(0)) {
                    if (!serve.isAlive()) {
                        throw new IllegalStateException(Files.readString(log));
                    }
                    TimeUnit.SECONDS.sleep(2);
                }
                tell(mailboxes, serve, System.nanoTime() - begin);
            } finally {
                serve.destroy();
                serve.waitFor();
            }
        }
    }

    /** Whether each tenant that nothing is the matter with has had a run that created at least so many contacts. */
    private boolean served(int least) throws IOException {
        return RUN.matcher(Files.readString(log)).results()
                .filter(run -> least == 0 ? run.group(2).equals("0") : Integer.parseInt(run.group(2)) >= least)
                .map((MatchResult run) -> run.group(1)).distinct().count() == tenants - DISTURBED;
    }

    private void tell(int mailboxes, Process serve, long nanos) throws Exception {
        long complete = IntStream.range(DISTURBED, tenants).filter(each -> Above.ours(sandboxes.get(each), "t" + each)
                .stream().allMatch(contacts -> contacts > 500)).count();
        String resident = Files.readAllLines(Path.of("/proc/" + serve.pid() + "/status")).stream()
                .filter(line -> line.startsWith("VmHWM")).findFirst().orElse("").replaceAll("\\s+", " ");
        String health = HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port
                + "/observe/health")).build(), HttpResponse.BodyHandlers.ofString()).body();
        System.out.printf("tenants=%d mailboxes=%d complete=%d seconds=%d cpu=%ds %s health=%s%n", tenants, mailboxes,
                complete, TimeUnit.NANOSECONDS.toSeconds(nanos),
                serve.info().totalCpuDuration().orElseThrow().toSeconds(), resident, health);
    }

    private void tenant(int number, int silent) throws IOException {
        Map<String, String> all = new LinkedHashMap<>(new SandboxAccess(sandboxes.get(number).address())
                .synchronisation());
        all.put("sync.data", folder.resolve("data-" + number).toString());
        all.put("schedule.cron", "0 * * * * ?");
        all.put("sync.instance", "t" + number); // every sandbox is the same tenant
        if (number == 0) {
            all.put("graph.client-secret", "wrong");
        } else if (number == 1) {
            all.put("graph.base-url", "http://127.0.0.1:" + silent + "/v1.0");
        }
        Files.createDirectories(folder.resolve("tenants"));
        Files.write(folder.resolve("tenants/tenant-" + number + ".properties"),
                all.entrySet().stream().map(key -> key.getKey() + " = " + key.getValue()).toList());
    }

    private Process serve() throws IOException {
        return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m",
                "-XX:+ExitOnOutOfMemoryError", "-cp", "target/contact-sync-1.0.0/lib/*",
                "io.contactsync.cli.ContactSync", "serve", "--tenants", folder.resolve("tenants").toString(), "--set",
                "management.port=" + port).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    }
}
