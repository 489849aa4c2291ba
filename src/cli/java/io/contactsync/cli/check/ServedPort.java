package io.contactsync.cli.check;

import io.contactsync.cli.app.ManagementPort;
import io.contactsync.cli.configuration.ConfigurationException;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Where {@code serve} shows health and metrics: free for it, or in the hands of one that runs already. */
final class ServedPort {

    private static final Duration LIMIT = Duration.ofSeconds(3);
    private static final String ANY = "0.0.0.0";
    /** What each of our metrics begins with. */
    private static final String OURS = "contactsync_";

    private ServedPort() {
    }

    /** @throws ConfigurationException if it is neither */
    static String told(String host, int port) {
        try {
            ManagementPort.require(host, port);
            return host + ":" + port + " is free for serve";
        } catch (ConfigurationException taken) {
            if (isServed(host.equals(ANY) ? "127.0.0.1" : host, port)) {
                return host + ":" + port + " is in use by a serve that runs";
            }
            throw taken;
        }
    }

    private static boolean isServed(String host, int port) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + host + ":" + port + "/observe/metrics"))
                .timeout(LIMIT).build();
        try {
            return HttpClient.newBuilder().connectTimeout(LIMIT).build()
                    .send(request, HttpResponse.BodyHandlers.ofString()).body().contains(OURS);
        } catch (IOException silent) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
