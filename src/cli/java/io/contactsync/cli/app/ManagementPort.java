package io.contactsync.cli.app;

import io.contactsync.cli.configuration.ConfigurationException;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;

/**
 * Where health and metrics are to be served: tried before anything starts, for Camel's server only logs that it could
 * not.
 */
public final class ManagementPort {

    private ManagementPort() {
    }

    /** @throws ConfigurationException if that port of that address is not ours to open */
    public static void require(String host, int port) {
        InetAddress address = address(host);
        open(host, address, 0);
        try {
            open(address, port);
        } catch (IOException taken) {
            throw new ConfigurationException(
                    "management.port: " + port + " of " + host + " cannot be opened (" + taken.getMessage()
                            + ") - end what uses it, or set management.port to a free port (1 to 65535)");
        }
    }

    private static InetAddress address(String host) {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException unknown) {
            throw foreign(host, "nobody knows that name");
        }
    }

    private static void open(String host, InetAddress address, int anyPort) {
        try {
            open(address, anyPort);
        } catch (IOException foreign) {
            throw foreign(host, foreign.getMessage());
        }
    }

    private static void open(InetAddress address, int port) throws IOException {
        new ServerSocket(port, 1, address).close();
    }

    private static ConfigurationException foreign(String host, String why) {
        return new ConfigurationException("management.host: '" + host + "' is no address of this machine (" + why
                + ") - allowed are 127.0.0.1, 0.0.0.0 (all of them) and the machine's own");
    }
}
