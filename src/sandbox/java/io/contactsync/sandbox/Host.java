package io.contactsync.sandbox;

import io.contactsync.sandbox.identity.Certificates;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.KeyCertOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/** What a sandbox runs on: one event loop, ports on loopback, and a folder with the certificate for clients. */
final class Host implements AutoCloseable {
    static final String ADDRESS = "127.0.0.1";
    /**
     * Bytes of a request line, and of all headers: the delta token for fifty users with every property is longer than
     * the usual 4,096.
     */
    private static final int LONGEST_HEAD = 16_384;
    private static final String CERTIFICATE = "ca.pem";
    private final Vertx vertx =
            Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(1).setInternalBlockingPoolSize(1)
            .setUseDaemonThread(true).setBlockedThreadCheckInterval(TimeUnit.MINUTES.toMillis(1))
                    .setFileSystemOptions(
                            new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false)));
    private final Path folder = temporaryFolder();

    Vertx vertx() {
        return vertx;
    }

    /**
     * Opens a port and returns its number.
     *
     * @param certificates for https, or null for http
     * @throws IllegalArgumentException if the port cannot be opened
     */
    int listen(int port, Certificates certificates, Handler<HttpServerRequest> handler) {
        HttpServerOptions options =
                new HttpServerOptions().setHost(ADDRESS).setPort(port).setHttp2ClearTextEnabled(false)
                .setCompressionSupported(true).setCompressionLevel(1).setIdleTimeout(0)
                .setMaxInitialLineLength(LONGEST_HEAD).setMaxHeaderSize(LONGEST_HEAD);
        if (certificates != null) {
            options.setSsl(true).setKeyCertOptions(KeyCertOptions.wrap(certificates.keys()));
        }
        try {
            return await(vertx.createHttpServer(options).requestHandler(handler).listen()).actualPort();
        } catch (CompletionException refused) {
            throw new IllegalArgumentException("port " + port + " cannot be opened (" + refused.getCause().getMessage()
                    + ") - allowed is a free one, 0 takes any", refused);
        }
    }

    /** Puts the certificate where clients can read it. */
    Path publish(Certificates certificates) {
        Path file = folder.resolve(CERTIFICATE);
        try {
            return Files.writeString(file, certificates.pem());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    /** Does something on the event loop, and returns when it is done. */
    void onLoop(Runnable task) {
        Promise<Void> done = Promise.promise();
        vertx.runOnContext(any -> {
            task.run();
            done.complete();
        });
        await(done.future());
    }

    /** Closes the ports and removes the folder. */
    @Override
    public void close() {
        await(vertx.close());
        try {
            Files.deleteIfExists(folder.resolve(CERTIFICATE));
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + folder, e);
        }
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("contact-sync-sandbox").toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a temporary folder", e);
        }
    }

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().orTimeout(30, TimeUnit.SECONDS).join();
    }
}
