package io.contactsync.cli.app;

import io.contactsync.cli.configuration.ConfigurationException;
import io.contactsync.problem.Sentences;
import io.contactsync.run.Coordinator;
import org.apache.camel.CamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Whether the broker is reached, by every connection to it that is tried: those who listen try one all the time. A
 * client of ActiveMQ Classic that fails over gives a connection before there is one, and mends it by itself: it says
 * when.
 */
final class BrokerWatch {

    /** By which it is found. */
    static final String NAME = "contact-sync-broker-watch";

    /** So long it may be away before anybody is called. */
    static final Duration LONG = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger("contact-sync");

    private final String broker;
    private final Clock clock;
    private Instant since;
    private String why = "";
    private boolean warned;

    /** @param broker what it is called */
    BrokerWatch(String broker, Clock clock) {
        this.broker = broker;
        this.clock = clock;
    }

    /** The same maker of connections, watched. */
    Object over(Object client) {
        try {
            Class<?> type = Class.forName("jakarta.jms.ConnectionFactory");
            listen(client);
            return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type},
                    (proxy, method, arguments) -> call(client, method, arguments));
        } catch (ClassNotFoundException missing) {
            throw new ConfigurationException("workers.broker is set, but lib has no jakarta.jms-api");
        }
    }

    /** To a client that tells of its connections. */
    private void listen(Object client) {
        for (Method method : client.getClass().getMethods()) {
            if (method.getName().equals("setTransportListener")) {
                Class<?> type = method.getParameterTypes()[0];
                Object listener = Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, this::told);
                try {
                    method.invoke(client, listener);
                } catch (ReflectiveOperationException impossible) {
                    throw new IllegalStateException(impossible);
                }
            }
        }
    }

    private Object told(Object listener, Method event, Object[] arguments) throws ReflectiveOperationException {
        switch (event.getName()) {
            case "transportResumed" -> reached();
            case "transportInterupted" -> away(new IOException("the connection broke"));
            default -> {
                return event.getDeclaringClass() == Object.class ? event.invoke(this, arguments) : null;
            }
        }
        return null;
    }

    private Object call(Object client, Method method, Object[] arguments) throws Throwable {
        boolean connects = method.getName().equals("createConnection");
        if (connects && isLater(broker)) {
            tries();
        }
        try {
            Object made = method.invoke(client, arguments);
            if (connects && !isLater(broker)) {
                reached();
            }
            return made;
        } catch (InvocationTargetException failed) {
            away(failed.getCause());
            throw failed.getCause();
        }
    }

    /** Whether a connection to that address is made before the broker is reached. */
    static boolean isLater(String address) {
        return address.startsWith("failover:");
    }

    /** A connection will be made by itself. */
    private synchronized void tries() {
        since = since == null ? clock.instant() : since;
        why = "it has not answered yet";
    }

    /** A connection was made. */
    synchronized void reached() {
        if (warned) {
            LOG.info("the broker {} is reached again", broker);
        }
        warned = false;
        since = null;
    }

    /** None was. */
    synchronized void away(Throwable cause) {
        why = Sentences.of(cause);
        since = since == null ? clock.instant() : since;
        if (!warned) {
            LOG.warn("the broker {} is not reached: {}", broker, why);
        }
        warned = true;
    }

    /** What is to be said if it is not reached for so long; empty if it is. */
    synchronized String trouble(Duration least) {
        Duration quiet = since == null ? Duration.ZERO : Duration.between(since, clock.instant());
        return since == null || quiet.compareTo(least) < 0 ? ""
                : "the broker " + broker + " is not reached for " + quiet.toSeconds() + " s (" + why + ")";
    }

    /** Whoever hands mailboxes out knows of it from now on. */
    void tell(CamelContext context) {
        Coordinator coordinator = context.getRegistry().findSingleByType(Coordinator.class);
        if (coordinator != null) {
            coordinator.watches(least -> trouble(Duration.ZERO));
        }
    }
}
