package io.contactsync.cli.app;

import io.contactsync.cli.configuration.Configuration;
import io.contactsync.cli.configuration.ConfigurationException;
import io.contactsync.microsoftgraph.SecretFile;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The way to the broker, tried once. */
public final class BrokerTrial {

    /** A client that tries for ever is not waited for any longer. */
    private static final int SECONDS = 10;

    private BrokerTrial() {
    }

    /**
     * Connects, logs in, and reads the secret.
     *
     * @return what was found, in words
     * @throws ConfigurationException if a jar is missing, the secret cannot be read, or the broker is not reached
     */
    public static String told(Configuration configuration) throws InterruptedException {
        String secret = configuration.get("workers.secret-file");
        if (!secret.isEmpty()) {
            SecretFile.named("workers.secret-file", secret).read();
        }
        String broker = Broker.named(configuration);
        try {
            CompletableFuture.runAsync(() -> Broker.reach(configuration)).get(SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            throw new ConfigurationException(failed.getCause().getMessage());
        } catch (TimeoutException silent) {
            throw new ConfigurationException("the broker " + broker + " is not reached within " + SECONDS + " s");
        }
        String user = configuration.get("workers.user");
        return broker + (user.isEmpty() ? " answers" : " lets '" + user + "' in")
                + (secret.isEmpty() ? "; letters are neither encrypted nor signed: workers.secret-file is empty"
                        : "; letters are encrypted and signed by workers.secret-file");
    }
}
