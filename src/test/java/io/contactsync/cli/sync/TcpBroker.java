package io.contactsync.cli.sync;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.apache.activemq.artemis.spi.core.security.jaas.InVMLoginModule;

/**
 * A broker that machines reach over TCP.
 *
 * @param address where
 */
public record TcpBroker(EmbeddedActiveMQ broker, String address) implements AutoCloseable {

    public static TcpBroker start() throws Exception {
        return start("tcp://127.0.0.1:" + port());
    }

    /** At an address that is known before. */
    public static TcpBroker start(String address) throws Exception {
        EmbeddedActiveMQ broker = new EmbeddedActiveMQ();
        broker.setConfiguration(new ConfigurationImpl().setPersistenceEnabled(false).setSecurityEnabled(false)
                .addAcceptorConfiguration("tcp", address));
        broker.start();
        return new TcpBroker(broker, address);
    }

    /**
     * One that speaks TLS only, and lets in who has that password only.
     *
     * @param store its key, and what others trust; its password is {@code changeit}
     */
    public static TcpBroker secured(Path store, String user, String password) throws Exception {
        String address = "tcp://127.0.0.1:" + port();
        SecurityConfiguration logins = new SecurityConfiguration(Map.of(user, password), Map.of(user, List.of("all")));
        EmbeddedActiveMQ broker = new EmbeddedActiveMQ();
        broker.setConfiguration(new ConfigurationImpl().setPersistenceEnabled(false).setSecurityEnabled(true)
                .addAcceptorConfiguration("tcp", address + "?sslEnabled=true;keyStorePath=" + store
                        + ";keyStorePassword=changeit")
                .putSecurityRoles("#", Set.of(new Role("all", true, true, true, true, true, true, true, true, true,
                        true, true, true))));
        broker.setSecurityManager(new ActiveMQJAASSecurityManager(InVMLoginModule.class.getName(), logins));
        broker.start();
        return new TcpBroker(broker, address + "?sslEnabled=true&trustStorePath=" + store
                + "&trustStorePassword=changeit");
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
