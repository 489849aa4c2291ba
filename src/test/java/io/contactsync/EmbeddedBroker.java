package io.contactsync;

import java.io.IOException;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.camel.component.jms.JmsComponent;
import org.messaginghub.pooled.jms.JmsPoolConnectionFactory;

/** A broker in this process, and the keys by which machines find it. */
final class EmbeddedBroker implements AutoCloseable {

    private final EmbeddedActiveMQ broker;

    private EmbeddedBroker(EmbeddedActiveMQ broker) {
        this.broker = broker;
    }

    static EmbeddedBroker start() throws Exception {
        EmbeddedActiveMQ broker = new EmbeddedActiveMQ();
        broker.setConfiguration(new ConfigurationImpl().setPersistenceEnabled(false).setSecurityEnabled(false)
                .addAcceptorConfiguration("vm", "vm://0"));
        broker.start();
        return new EmbeddedBroker(broker);
    }

    /** @param role what it does: coordinates, or works */
    RoutesUnderTest machine(RoutesUnderTest machine, String role) {
        JmsPoolConnectionFactory pool = new JmsPoolConnectionFactory();
        pool.setConnectionFactory(new ActiveMQConnectionFactory("vm://0?consumerWindowSize=0"));
        JmsComponent jms = new JmsComponent();
        jms.setConnectionFactory(pool);
        machine.bind("jms", jms).property("workers." + role, "true")
                .property("workers.offers", "jms:queue:mailboxes?concurrentConsumers=3"
                        + "&deliveryPersistent=false&exposeListenerSession=false")
                .property("workers.letters", "jms:queue:letters?concurrentConsumers=2"
                        + "&deliveryPersistent=false&synchronous=true");
        return role.equals("works") ? machine
                : machine.with("sync.mailbox-endpoint", "direct:contact-sync-offer-mailbox");
    }

    /** A coordinator that does not wait for a lost worker as long as it should. */
    static RoutesUnderTest hasty(RoutesUnderTest coordinator) throws IOException {
        return coordinator.change("workers/beans.camel.yaml", "type: io.contactsync.run.Coordinator",
                "type: io.contactsync.run.HastyCoordinator\n      factoryMethod: of");
    }

    @Override
    public void close() throws Exception {
        broker.stop();
    }
}
