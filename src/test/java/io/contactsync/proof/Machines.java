package io.contactsync.proof;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/** A broker and two workers, each a process that may be killed and comes back. */
final class Machines implements AutoCloseable {

    static final int LEASE_SECONDS = Integer.getInteger("proof.lease-seconds", 15);

    private final Customers customers;
    private final Path folder;
    private final String[] workers;
    private final UnaryOperator<List<String>> confined;
    private final int port = free();
    private final Map<String, Process> processes = new HashMap<>();

    Machines(Customers customers, Path folder) throws IOException {
        this(customers, folder, UnaryOperator.identity(), "one", "two");
    }

    /** @param confined the command line of a worker that may use no more of a processor than it says */
    Machines(Customers customers, Path folder, UnaryOperator<List<String>> confined, String... workers)
            throws IOException {
        this.customers = customers;
        this.folder = folder;
        this.confined = confined;
        this.workers = workers;
    }

    static int free() throws IOException {
        try (ServerSocket any = new ServerSocket(0)) {
            return any.getLocalPort();
        }
    }

    private String address() {
        return "tcp://127.0.0.1:" + port;
    }

    /** Whoever is not there comes back. */
    synchronized void start() throws Exception {
        if (!isAlive("broker")) {
            processes.put("broker", new ProcessBuilder(Customers.java(BrokerProcess.class, address()))
                    .redirectErrorStream(true).redirectOutput(folder.resolve("broker.log").toFile()).start());
            awaitBroker();
        }
        for (String name : workers) {
            if (!isAlive(name)) {
                Map<String, String> own = keys();
                own.putAll(Map.of("workers.name", name, "sync.data", folder.resolve(name).toString(),
                        "management.port", Integer.toString(free()), "sync.mailboxes-in-flight",
                        System.getProperty("proof.in-flight", "2")));
                ProcessBuilder worker = customers.process("worker", own);
                worker.command(confined.apply(worker.command()));
                processes.put(name, worker.redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folder.resolve(name + ".log").toFile())).start());
            }
        }
    }

    private void awaitBroker() throws Exception {
        for (int tries = 0; tries < 600; tries++) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress("127.0.0.1", port), 100);
                return;
            } catch (IOException notYet) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
        throw new IllegalStateException("the broker does not start");
    }

    private boolean isAlive(String name) {
        return processes.containsKey(name) && processes.get(name).isAlive();
    }

    private Map<String, String> keys() {
        return new HashMap<>(Map.of("workers.broker", address() + "?consumerWindowSize=0",
                "workers.lease-seconds", Integer.toString(LEASE_SECONDS)));
    }

    /** A run that hands its mailboxes out, to be started. */
    ProcessBuilder run() {
        return coordinator("sync", Map.of(), "--json");
    }

    /** A command whose runs hand their mailboxes out, to be started. */
    ProcessBuilder coordinator(String command, Map<String, String> more, String... options) {
        Map<String, String> own = keys();
        own.putAll(more);
        return customers.process(command, own, options)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("coordinator.log").toFile()));
    }

    /** SIGKILL. */
    synchronized void kill(String name) throws InterruptedException {
        processes.get(name).destroyForcibly().waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        for (String name : processes.keySet()) {
            kill(name);
        }
    }
}
