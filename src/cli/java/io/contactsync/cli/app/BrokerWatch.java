package io.contactsync.cli.app;

import io.contactsync.cli.configuration.ConfigurationException;
import io.contactsync.problem.Sentences;
import io.contactsync.run.Coordinator;
import org.apache.camel.CamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Whether the broker is reached, by every connection to it that is tried: those who listen try one all the time. */
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

    /** @param broker what it is called */
    BrokerWatch(String broker, Clock clock) {
        this.broker = broker;
        this.clock = clock;
    }

    /** The same maker of connections, watched. */
    Object over(Object client) {
        try {
            Class<?> type = Class.forName("jakarta.jms.ConnectionFactory");
            return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type},
                    (proxy, method, arguments) -> call(client, method, arguments));
        } catch (ClassNotFoundException missing) {
            throw new ConfigurationException("workers.broker is set, but lib has no jakarta.jms-api");
        }
    }

    private Object call(Object client, Method method, Object[] arguments) throws Throwable {
        try {
            Object made = method.invoke(client, arguments);
            if (method.getName().equals("createConnection")) {
                reached();
            }
            return made;
        } catch (InvocationTargetException failed) {
            away(failed.getCause());
            throw failed.getCause();
        }
    }

    /** A connection was made. */
    synchronized void reached() {
        if (since != null) {
            LOG.info("the broker {} is reached again", broker);
        }
        since = null;
    }

    /** None was. */
    synchronized void away(Throwable cause) {
        why = Sentences.of(cause);
        if (since == null) {
            since = clock.instant();
            LOG.warn("the broker {} is not reached: {}", broker, why);
        }
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
