package io.contactsync.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;

/** One browser with one window. It has a profile of its own, and no network but what a page asks for. */
public final class Chromium implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern PORT = Pattern.compile("started successfully on port (\\d+)");
    private static final List<String> FLAGS =
            List.of("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                    "--disable-background-networking", "--disable-component-update", "--disable-sync",
                    "--disable-dev-shm-usage", "--window-size=1200,1000");
    private static final String MISSING =
            "chromium and chromedriver are not on the PATH: '.ci/setup-chromium' installs them";

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process driver;
    private final String session;

    private Chromium(Process driver, String address, Path profile) {
        this.driver = driver;
        List<String> flags = new ArrayList<>(FLAGS);
        flags.add("--user-data-dir=" + profile);
        Map<String, Object> options = Map.of("args", flags, "binary", found("chromium").toString());
        JsonNode begun = post(address + "/session",
                Map.of("capabilities", Map.of("alwaysMatch", Map.of("browserName", "chrome", "goog:chromeOptions",
                options, "goog:loggingPrefs", Map.of("browser", "ALL", "performance", "ALL")))));
        this.session = address + "/session/" + begun.path("sessionId").asText();
    }

    /**
     * Starts it, or aborts the test where there is none; where CI is true, a missing browser is a failure.
     *
     * @param profile an empty folder
     */
    public static Chromium start(Path profile) {
        if (found("chromium") == null || found("chromedriver") == null) {
            if ("true".equals(System.getenv("CI"))) {
                throw new AssertionError(MISSING);
            }
            Assumptions.abort(MISSING);
        }
        try {
            Process driver =
                    new ProcessBuilder(found("chromedriver").toString(), "--port=0").redirectErrorStream(true).start();
            return new Chromium(driver, "http://127.0.0.1:" + port(driver), profile);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Path found(String program) {
        for (String folder : System.getenv("PATH").split(java.io.File.pathSeparator)) {
            if (Files.isExecutable(Path.of(folder, program))) {
                return Path.of(folder, program);
            }
        }
        return null;
    }

    private static String port(Process driver) throws IOException {
        BufferedReader said =
                new BufferedReader(new InputStreamReader(driver.getInputStream(), StandardCharsets.UTF_8));
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            Matcher port = PORT.matcher(line);
            if (port.find()) {
                return port.group(1);
            }
        }
        throw new AssertionError("chromedriver ended without a port");
    }

    /** Opens a page and waits until it is loaded; what was logged before is forgotten. */
    public void open(String address) {
        log("browser");
        log("performance");
        post(session + "/url", Map.of("url", address));
    }

    /** What a function body gives; its arguments are {@code arguments}. */
    public JsonNode run(String body, Object... arguments) {
        return post(session + "/execute/sync", Map.of("script", body, "args", List.of(arguments)));
    }

    /** Clicks on the one element of that selector, where a person would. */
    public void click(String selector) {
        JsonNode element = post(session + "/element", Map.of("using", "css selector", "value", selector));
        post(session + "/element/" + element.elements().next().asText() + "/click", Map.of());
    }

    /** Types into the one element of that selector. */
    public void type(String selector, String text) {
        JsonNode element = post(session + "/element", Map.of("using", "css selector", "value", selector));
        post(session + "/element/" + element.elements().next().asText() + "/value", Map.of("text", text));
    }

    /** A command of the browser's own protocol. */
    public JsonNode command(String name, Map<String, ?> parameters) {
        return post(session + "/goog/cdp/execute", Map.of("cmd", name, "params", parameters));
    }

    /** How the page looks in that scheme, {@code light} or {@code dark}. */
    public void scheme(String scheme) {
        command("Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    /** How wide and high the window's page is, in pixels. */
    public void size(int width, int height) {
        command("Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    /** Whether pages may run scripts from now on. */
    public void scripts(boolean allowed) {
        command("Emulation.setScriptExecutionDisabled", Map.of("value", !allowed));
    }

    /** What the console said since the page was opened, warnings and errors. */
    public List<String> complaints() {
        List<String> complaints = new ArrayList<>();
        log("browser").forEach(entry -> complaints.add(entry.path("message").asText()));
        return complaints;
    }

    /** Addresses that pages asked for since this one was opened; the browser's own first page is no page of ours. */
    public List<String> requests() {
        List<String> addresses = new ArrayList<>();
        for (JsonNode entry : log("performance")) {
            JsonNode message = parse(entry.path("message").asText()).path("message");
            if (message.path("method").asText().equals("Network.requestWillBeSent")
                    && !message.at("/params/documentURL").asText().startsWith("chrome://")) {
                addresses.add(message.at("/params/request/url").asText());
            }
        }
        return addresses;
    }

    private JsonNode log(String type) {
        return post(session + "/se/log", Map.of("type", type));
    }

    /** What is seen of the page, as PNG. */
    public byte[] picture() {
        return Base64.getDecoder()
                .decode(send(HttpRequest.newBuilder(URI.create(session + "/screenshot")).build()).asText());
    }

    /** The page on A4, as PDF. */
    public byte[] print() {
        return Base64.getDecoder()
                .decode(post(session + "/print", Map.of("page", Map.of("width", 21.0, "height", 29.7))).asText());
    }

    private JsonNode post(String address, Map<String, ?> body) {
        ObjectNode json = JSON.valueToTree(body);
        return send(HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofMinutes(2))
                .POST(HttpRequest.BodyPublishers.ofString(json.toString())).build());
    }

    private JsonNode send(HttpRequest request) {
        try {
            HttpResponse<String> response =
                    http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            JsonNode value = parse(response.body()).path("value");
            if (response.statusCode() != 200) {
                throw new AssertionError(request.uri().getPath() + ": " + value.path("message").asText());
            }
            return value;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new AssertionError(ended);
        }
    }

    private static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void close() {
        try {
            send(HttpRequest.newBuilder(URI.create(session)).DELETE().build());
        } finally {
            driver.destroy();
        }
    }
}
