package io.contactsync.microsoftgraph;

import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;

/** Login and Graph in one HTTPS server, with a certificate of its own made by the JDK's keytool. */
final class TlsStub implements AutoCloseable {

    static final String PASSWORD = "changeit";

    final List<Map<String, String>> tokenForms = new CopyOnWriteArrayList<>();
    final List<String> tokenPaths = new CopyOnWriteArrayList<>();
    final Path keyStore;
    final Path certificate;
    volatile Function<Map<String, String>, GraphStub.Reply> login = form -> token("token-" + tokenForms.size());
    private final HttpsServer server;

    TlsStub(Path directory) throws Exception {
        keyStore = directory.resolve("stub.p12");
        certificate = directory.resolve("stub.pem");
        makeKey();
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context()));
        server.createContext("/", exchange -> {
            try (exchange) {
                String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                GraphStub.Reply reply = GraphStub.Reply.json(200, "{\"responses\":[]}");
                if (exchange.getRequestURI().getPath().endsWith("/token")) {
                    tokenPaths.add(exchange.getRequestURI().getPath());
                    tokenForms.add(form(body));
                    reply = login.apply(form(body));
                }
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(reply.status(), reply.body().length);
                exchange.getResponseBody().write(reply.body());
            }
        });
        server.setExecutor(java.util.concurrent.Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task);
            thread.setDaemon(true);
            return thread;
        }));
        server.start();
    }

    String url(String path) {
        return "https://localhost:" + server.getAddress().getPort() + path;
    }

    static GraphStub.Reply token(String value) {
        return GraphStub.Reply.json(200,
                "{\"token_type\":\"Bearer\",\"expires_in\":3599,\"ext_expires_in\":3599,\"access_token\":\"" + value
                        + "\"}");
    }

    static GraphStub.Reply refusal(int status, String error, String description) {
        return GraphStub.Reply.json(status, "{\"error\":\"" + error + "\",\"error_description\":\"" + description
                + "\",\"error_codes\":[1],\"timestamp\":\"x\"}");
    }

    private void makeKey() throws Exception {
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        Process process = new ProcessBuilder(keytool.toString(), "-genkeypair", "-alias", "stub", "-keyalg", "RSA",
                "-keysize", "2048", "-dname", "CN=localhost",
                "-ext", "san=dns:localhost", "-validity", "30", "-storetype", "PKCS12", "-keystore",
                keyStore.toString(), "-storepass", PASSWORD)
                .redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(output);
        }
        Files.writeString(certificate, pem("CERTIFICATE", store().getCertificate("stub").getEncoded()));
    }

    Path pemKey(Path file) throws Exception {
        String key = pem("PRIVATE KEY", store().getKey("stub", PASSWORD.toCharArray()).getEncoded());
        return Files.writeString(file, key + Files.readString(certificate));
    }

    KeyStore store() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keyStore)) {
            store.load(in, PASSWORD.toCharArray());
        }
        return store;
    }

    private SSLContext context() throws Exception {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store(), PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    private static String pem(String type, byte[] der) {
        return "-----BEGIN " + type + "-----\n" + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
                + "\n-----END " + type + "-----\n";
    }

    private static Map<String, String> form(String body) {
        Map<String, String> form = new TreeMap<>();
        for (String pair : body.split("&")) {
            String[] parts = pair.split("=", 2);
            form.put(parts[0], parts.length == 1 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return form;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
