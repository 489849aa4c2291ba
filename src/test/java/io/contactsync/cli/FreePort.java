package io.contactsync.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** A port that nothing listens on, for a server that is told its port. */
public final class FreePort {

    private FreePort() {
    }

    /** One that is free on this machine now. */
    public static int now() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }
}
