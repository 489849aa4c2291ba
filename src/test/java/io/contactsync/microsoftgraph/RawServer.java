package io.contactsync.microsoftgraph;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A server below HTTP: it reads the head of a request and then does what no HTTP server would. */
final class RawServer implements AutoCloseable {

    interface Behaviour {
        void serve(Socket socket, OutputStream out) throws Exception;
    }

    final AtomicInteger requests = new AtomicInteger();
    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Behaviour behaviour;
    private final List<String> heads;

    RawServer(Behaviour behaviour) throws IOException {
        this(behaviour, new CopyOnWriteArrayList<>());
    }

    RawServer(Behaviour behaviour, List<String> heads) throws IOException {
        this.behaviour = behaviour;
        this.heads = heads;
        Thread thread = new Thread(this::run);
        thread.setDaemon(true);
        thread.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    private void run() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                heads.add(head(socket.getInputStream()));
                requests.incrementAndGet();
                behaviour.serve(socket, socket.getOutputStream());
            } catch (Exception e) {
                continue; // the client went away, or the test is over
            }
        }
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int c = in.read();
            if (c < 0) {
                throw new IOException("closed");
            }
            head.append((char) c);
        }
        int at = head.toString().toLowerCase().indexOf("content-length: ");
        if (at >= 0) {
            in.readNBytes(Integer.parseInt(head.substring(at + 16, head.indexOf("\r\n", at)).trim()));
        }
        return head.toString();
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
