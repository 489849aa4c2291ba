package io.contactsync.cli.sync;

import java.io.IOException;
import java.net.ServerSocket;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;

/**
 * A broker that machines reach over TCP.
 *
 * @param address where
 */
record TcpBroker(EmbeddedActiveMQ broker, String address) implements AutoCloseable {

    static TcpBroker start() throws Exception {
        String address = "tcp://127.0.0.1:" + port();
        EmbeddedActiveMQ broker = new EmbeddedActiveMQ();
        broker.setConfiguration(new ConfigurationImpl().setPersistenceEnabled(false).setSecurityEnabled(false)
                .addAcceptorConfiguration("tcp", address));
        broker.start();
        return new TcpBroker(broker, address);
    }

    /** One that is free. */
    static int port() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    @Override
    public void close() throws Exception {
        broker.stop();
    }
}
