package io.contactsync.proof;

import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;

/** A broker to be killed: what was in it is gone then. */
final class BrokerProcess {

    private BrokerProcess() {
    }

    /** @param address of the broker */
    public static void main(String... address) throws Exception {
        EmbeddedActiveMQ broker = new EmbeddedActiveMQ();
        broker.setConfiguration(new ConfigurationImpl().setPersistenceEnabled(false).setSecurityEnabled(false)
                .addAcceptorConfiguration("tcp", address[0]));
        broker.start();
        System.in.read();
        broker.stop();
    }
}
