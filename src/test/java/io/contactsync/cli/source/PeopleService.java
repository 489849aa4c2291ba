package io.contactsync.cli.source;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/** A web service that gives people in pages, to whoever shows its secret. */
final class PeopleService implements AutoCloseable {

    static final String SECRET = "t0ken$ {x}&?";
    static final int PAGE = 3;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<String> methods = new ArrayList<>();
    private IntFunction<String> pages = page -> page(page, 2);

    PeopleService() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/people", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/people";
    }

    /** Two full pages and an empty one, unless a test says otherwise; null comes after ten seconds. */
    PeopleService gives(IntFunction<String> answers) {
        pages = answers;
        return this;
    }

    /** Page number so and so of so many. */
    static String page(int number, int of) {
        List<String> people = new ArrayList<>();
        for (int id = number * PAGE; number < of && id < (number + 1) * PAGE; id++) {
            people.add("{\"id\": " + id + ", \"firstName\": \"Ann\", \"lastName\": \"Other " + id
                    + "\", \"company\": \"Acme\"" + (id == 0 ? ", \"phone\": \"030 / 22732000\"" : "") + "}");
        }
        return "{\"people\": [" + String.join(", ", people) + "]}";
    }

    List<String> methods() {
        return methods;
    }

    private void answer(HttpExchange exchange) throws IOException {
        methods.add(exchange.getRequestMethod());
        boolean known = ("Bearer " + SECRET).equals(exchange.getRequestHeaders().getFirst("Authorization"));
        String page = known
                ? pages.apply(Integer.parseInt(exchange.getRequestURI().getQuery().replace("page=", ""))) : "{}";
        if (page == null) {
            hang();
        }
        byte[] body = String.valueOf(page).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(!known ? 401 : page == null || page.startsWith("!") ? 500 : 200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private void hang() {
        try {
            closed.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
