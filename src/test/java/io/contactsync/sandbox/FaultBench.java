package io.contactsync.sandbox;

import io.contactsync.sandbox.faults.FaultPlan;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A sandbox with a plan of faults, and a client that has signed in. */
final class FaultBench implements AutoCloseable {
    final Sandbox sandbox;
    final SandboxClient client;
    final String mailbox;
    final String contacts;
    private final int before;

    private FaultBench(SandboxOptions options) {
        sandbox = Sandbox.start(options);
        client = new SandboxClient(sandbox.address()).signIn();
        mailbox = mailboxes().get(0);
        contacts = "/users/" + mailbox + "/contacts";
        before = sandbox.tenant().snapshot(mailbox).size();
    }

    /** @param rules each as {@code fault: refuse, status: 429} */
    static FaultBench with(String... rules) {
        return with(SandboxOptions.defaults(), rules);
    }

    static FaultBench with(SandboxOptions options, String... rules) {
        return new FaultBench(options.withFaults(plan(1, rules)));
    }

    static FaultPlan plan(long seed, String... rules) {
        String text = Arrays.stream(rules).map(rule -> "  - {" + rule + "}\n").collect(Collectors.joining());
        return FaultPlan.parse("test", "seed: " + seed + "\nfaults:\n" + text);
    }

    List<String> mailboxes() {
        return List.copyOf(sandbox.tenant().mailboxes());
    }

    /** Contacts that the mailbox holds more than at the beginning. */
    int more() {
        return sandbox.tenant().snapshot(mailbox).size() - before;
    }

    SandboxClient.Answer create(String name) {
        return client.post(contacts, "{\"givenName\":\"" + name + "\"}");
    }

    /** A contact with a hidden property and a category, made as its owner would; its id. */
    String managed(String name) {
        return sandbox.tenant().createContact(mailbox, "{\"givenName\":\"" + name
                + "\",\"categories\":[\"Colleagues\"],\"singleValueExtendedProperties\":"
            + "[{\"id\":\"String {66f5a359-4659-4830-9070-00047ec6ac6e} Name Key\",\"value\":\"" + name + "\"}]}");
    }

    /** The contact as it really is. */
    String truth(String id) {
        return new String(sandbox.tenant().snapshot(mailbox).get(id), StandardCharsets.UTF_8);
    }

    /** Sends a GET over a connection of its own, which answers within 2 s or not at all. */
    Socket open(String target) throws IOException {
        URI uri = URI.create(sandbox.address().graph());
        Socket socket = uri.getScheme().equals("https")
                ? SandboxClient.trusting(sandbox.address().caCertificate()).getSocketFactory()
                        .createSocket(uri.getHost(), uri.getPort())
            : new Socket(uri.getHost(), uri.getPort());
        socket.setSoTimeout(2000);
        socket.getOutputStream()
                .write(("GET " + uri.getPath() + target + " HTTP/1.1\r\nHost: " + uri.getAuthority()
                        + "\r\nAuthorization: Bearer "
            + client.token() + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
