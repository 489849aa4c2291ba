package io.contactsync.sandbox;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import javax.net.SocketFactory;

/** Sends what no client library would let through. An answer that never comes is an error. */
final class RawHttp {
    private static final int PATIENCE_MILLIS = 20_000;

    private RawHttp() {
    }

    static int status(String graph, String target, String token) throws IOException {
        return Integer.parseInt(answer(graph, "GET " + URI.create(graph).getPath() + target, token).split(" ", 3)[1]);
    }

    /** @param line method and target as they go over the wire */
    static String answer(String graph, String line, String token) throws IOException {
        return answer(SocketFactory.getDefault(), URI.create(graph), line, "Authorization: Bearer " + token + "\r\n");
    }

    /** What Entra ID says to it. */
    static String authorityAnswer(SandboxAddress address, String line) throws IOException {
        return answer(SandboxClient.trusting(address.caCertificate()).getSocketFactory(),
                URI.create(address.authority()), line, "");
    }

    private static String answer(SocketFactory sockets, URI uri, String line, String headers) throws IOException {
        try (Socket socket = sockets.createSocket(uri.getHost(), uri.getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write((line + " HTTP/1.1\r\nHost: " + uri.getAuthority() + "\r\n" + headers
                + "Content-Length: 0\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
