package io.contactsync.cli.app;

import io.contactsync.cli.configuration.Configuration;
import io.contactsync.cli.configuration.ConfigurationException;
import io.contactsync.microsoftgraph.SecretFile;
import io.contactsync.problem.Sentences;
import org.apache.camel.CamelContext;
import org.apache.camel.Component;
import org.apache.camel.main.Main;

import java.time.Clock;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The way to the JMS broker, made of jars in lib that nothing else needs: they are looked for only if there is a
 * broker.
 */
final class Broker implements AutoCloseable {

    /** The name of the component, and its scheme. */
    static final String NAME = "contact-sync-broker";

    private static final String COMPONENT = "org.apache.camel.component.jms.JmsComponent";
    private static final String POOL = "org.messaginghub.pooled.jms.JmsPoolConnectionFactory";
    private static final String ARTEMIS = "org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory";
    private static final String CLASSIC = "org.apache.activemq.ActiveMQConnectionFactory";

    /** Who waits for a broker that is gone does not beat; by itself the client waits as long as a lease. */
    static final long CALL_MILLIS = 5_000;
    private static final String FIRST_TRIES = "startupMaxReconnectAttempts=";
    private static final Pattern PASSWORD = Pattern.compile("(?i)[?&;]password=");

    private final Configuration configuration;
    private final BrokerWatch watch;
    private Object pool;

    private Broker(Configuration configuration) {
        this.configuration = configuration;
        this.watch = new BrokerWatch(named(configuration), Clock.systemUTC());
    }

    /** The endpoint of one of our queues. */
    static String endpoint(Configuration configuration, String queue) {
        return NAME + ":queue:" + configuration.get("workers.queue") + "." + queue;
    }

    /** Binds all that speaks to it, if there is one. */
    static Broker in(Main main, Configuration configuration) {
        Broker broker = new Broker(configuration);
        main.bind(BrokerWatch.NAME, broker.watch);
        if (!configuration.get("workers.broker").isEmpty()) {
            main.bind(NAME, broker.component());
        }
        return broker;
    }

    /**
     * The component that speaks to it.
     *
     * @throws ConfigurationException if a jar is missing
     */
    private Component component() {
        Object component = make(COMPONENT);
        pool = make(POOL);
        set(pool, "setConnectionFactory", Object.class, watch.over(client()));
        set(component, "setConnectionFactory", null, pool);
        return (Component) component;
    }

    /** Whoever hands mailboxes out knows from now on whether it is reached. */
    void tell(CamelContext context) {
        watch.tell(context);
    }

    /** All connections end: who still waits for a message waits no longer. */
    @Override
    public void close() {
        try {
            if (pool != null) {
                call(pool, "stop");
            }
        } catch (ReflectiveOperationException gone) {
            // so is the broker
        }
    }

    /** Who is meant, without the options of the address: they may be secret. */
    static String named(Configuration configuration) {
        return configuration.get("workers.broker").replaceFirst("\\?.*", "");
    }

    /**
     * Connects and logs in, once.
     *
     * @throws ConfigurationException if a jar is missing, or it cannot be reached
     */
    static void reach(Configuration configuration) {
        Broker broker = new Broker(configuration);
        broker.make(COMPONENT);
        broker.make(POOL);
        Object client = broker.client();
        try (AutoCloseable connection = (AutoCloseable) call(client, "createConnection")) {
            call(connection, "start");
        } catch (Exception failed) {
            throw new ConfigurationException("the broker " + named(configuration) + " is not reached: "
                    + Sentences.of(failed));
        }
    }

    private static Object call(Object on, String name) throws ReflectiveOperationException {
        return on.getClass().getMethod(name).invoke(on);
    }

    private Object client() {
        requireAddress(configuration.get("workers.broker"));
        Object client = BrokerWatch.isLater(configuration.get("workers.broker")) ? make(CLASSIC)
                : make(ARTEMIS, CLASSIC);
        set(client, "setBrokerURL", String.class, configuration.get("workers.broker"));
        if (client.getClass().getName().equals(ARTEMIS)
                && !configuration.get("workers.broker").contains("callTimeout")) {
            set(client, "setCallTimeout", long.class, CALL_MILLIS);
        }
        String user = configuration.get("workers.user");
        if (!user.isEmpty()) {
            boolean artemis = client.getClass().getName().equals(ARTEMIS);
            set(client, artemis ? "setUser" : "setUserName", String.class, user);
            set(client, "setPassword", String.class, SecretFile.named("workers.password-file",
                    configuration.get("workers.password-file")).read());
        }
        return client;
    }

    private static void requireAddress(String address) {
        if (PASSWORD.matcher(address).find()) {
            throw new ConfigurationException("workers.broker must hold no password=: the one of workers.user belongs"
                    + " into the file of workers.password-file");
        }
        if (BrokerWatch.isLater(address) && !address.contains(FIRST_TRIES)) {
            throw new ConfigurationException("workers.broker begins with failover: and must hold " + FIRST_TRIES
                    + "1: without it a start while the broker is away waits for ever and says nothing");
        }
    }

    /** The first of these classes that is there. */
    private Object make(String... names) {
        for (String name : List.of(names)) {
            try {
                return Class.forName(name).getConstructor().newInstance();
            } catch (ReflectiveOperationException | LinkageError missing) {
                // perhaps the next one
            }
        }
        throw new ConfigurationException("workers.broker is set, but lib has no " + String.join(" or ", names)
                + ": put the jars there that docs/many-machines.adoc names");
    }

    /** @param type of the parameter; null for the only method of that name */
    private static void set(Object on, String name, Class<?> type, Object value) {
        try {
            for (java.lang.reflect.Method method : on.getClass().getMethods()) {
                if (method.getName().equals(name) && method.getParameterCount() == 1
                        && (type == null || method.getParameterTypes()[0] == type)) {
                    method.invoke(on, value);
                    return;
                }
            }
            throw new NoSuchMethodException(on.getClass().getName() + "." + name);
        } catch (ReflectiveOperationException refused) {
            Throwable why = refused.getCause() == null ? refused : refused.getCause();
            throw new ConfigurationException("workers.broker: " + why.getMessage());
        }
    }
}
