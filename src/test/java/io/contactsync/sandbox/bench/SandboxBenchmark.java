package io.contactsync.sandbox.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.PemTrustOptions;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.IntStream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Prints how many requests a second the sandbox serves, what they cost, and how much it holds. The package says how to
 * run it.
 */
@Command(name = "benchmark", mixinStandardHelpOptions = true)
public final class SandboxBenchmark implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double TARGET = 13_000;

    @Option(names = "--mailboxes", defaultValue = "500")
    private int mailboxes;
    @Option(names = "--contacts", defaultValue = "200", description = "Contacts in each mailbox at the start.")
    private int contacts;
    @Option(names = "--requests", defaultValue = "200000", description = "Requests of each kind; as many again come "
            + "before, unmeasured.")
    private long requests;
    @Option(names = "--lanes", defaultValue = "8", description = "Batches at a time.")
    private int lanes;
    @Option(names = "--java", split = " ", defaultValue = "-Xmx8g", description = "Options of the sandbox's Java "
            + "machine.")
    private List<String> java;

    private final Vertx vertx = Vertx.vertx();
    private List<List<String>> mailboxesOfLanes;
    private LoadGenerator load;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new SandboxBenchmark()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        try (ServedSandbox sandbox = ServedSandbox.start(mailboxes + "x" + contacts, java)) {
            System.out.printf("start: %.1f s, %.1f s of processor time%n", sandbox.startTime().toMillis() / 1000.0,
                    sandbox.cpu().toMillis() / 1000.0);
            System.out.printf("heap in use with %d mailboxes of %d contacts: %d MB%n", mailboxes, contacts,
                    sandbox.heapMegabytes());
            connect(sandbox.address());
            counted(sandbox, "create", "C");
            counted(sandbox, "change", "L" + "P".repeat(19));
            counted(sandbox, "list 20", "L");
            counted(sandbox, "a third of each", "LCP");
            System.out.printf("heap in use at the end: %d MB%n", sandbox.heapMegabytes());
        } finally {
            vertx.close();
        }
        return 0;
    }

    private void counted(ServedSandbox sandbox, String kind, String turns) {
        long batches = requests / BenchBatches.SIZE / lanes;
        load.run(mailboxesOfLanes.stream().map(mine -> (Phase) new Mix(mine, turns, batches)).toList());
        measure(sandbox, kind, mine -> new Mix(mine, turns, batches));
    }

    private void measure(ServedSandbox sandbox, String kind, Function<List<String>, Phase> lane) {
        Duration cpu = sandbox.cpu();
        long began = System.nanoTime();
        long sent = load.run(mailboxesOfLanes.stream().map(lane).toList()) * BenchBatches.SIZE;
        double time = (System.nanoTime() - began) / 1e9;
        double used = sandbox.cpu().minus(cpu).toMillis() / 1000.0;
        System.out.printf(
                "%-16s %,9d requests, %,7.0f a second; %.1f s of processor time, %.0f us each: %.2f cores at %,.0f a "
                        + "second%n",
                kind, sent,
            sent / time, used, used / sent * 1e6, used / sent * TARGET, TARGET);
    }

    private void connect(JsonNode address) throws Exception {
        HttpClient client = vertx.createHttpClient(new HttpClientOptions()
                .setPemTrustOptions(new PemTrustOptions().addCertPath(address.get("caCertificate").asText())));
        String form = "grant_type=client_credentials&scope=https%3A%2F%2Fgraph.microsoft.com%2F.default&client_id="
                + address.get("clientId").asText()
            + "&client_secret=" + address.get("clientSecret").asText();
        String token = ask(client,
                new RequestOptions().setMethod(HttpMethod.POST)
                        .setAbsoluteURI(address.get("authority").asText() + "/oauth2/v2.0/token"),
                form)
            .get("access_token").asText();
        String graph = address.get("graph").asText();
        load = new LoadGenerator(vertx, URI.create(graph), token, lanes);
        List<String> ids = new ArrayList<>();
        String next = graph + "/groups/" + address.get("targetGroup").asText()
                + "/transitiveMembers/microsoft.graph.user?$select=id&$top=999&$count=true";
        while (next != null) {
            JsonNode page = ask(client, new RequestOptions().setAbsoluteURI(next)
                    .putHeader("ConsistencyLevel", "eventual").putHeader("Authorization", "Bearer " + token), "");
            page.get("value").forEach(user -> ids.add(user.get("id").asText()));
            next = page.path("@odata.nextLink").asText(null);
        }
        mailboxesOfLanes = IntStream.range(0, lanes).mapToObj(
                lane -> IntStream.range(0, ids.size()).filter(i -> i % lanes == lane).mapToObj(ids::get).toList())
                .toList();
    }

    private static JsonNode ask(HttpClient client, RequestOptions options, String body) throws Exception {
        return JSON.readTree(
                client.request(options).compose(request -> request.send(body)).compose(response -> response.body())
            .toCompletionStage().toCompletableFuture().join().getBytes());
    }
}
