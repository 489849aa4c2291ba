package io.contactsync.cli.app;

import io.contactsync.cli.configuration.Configuration;
import io.contactsync.cli.configuration.ConfigurationException;
import io.contactsync.microsoftgraph.SecretFile;
import org.apache.camel.Component;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The way to the JMS broker, made of jars in lib that nothing else needs: they are looked for only if there is a
 * broker.
 */
final class Broker {

    /** The name of the component, and its scheme. */
    static final String NAME = "contact-sync-broker";

    private static final String COMPONENT = "org.apache.camel.component.jms.JmsComponent";
    private static final String POOL = "org.messaginghub.pooled.jms.JmsPoolConnectionFactory";
    private static final String ARTEMIS = "org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory";
    private static final String CLASSIC = "org.apache.activemq.ActiveMQConnectionFactory";

    private static final Pattern PASSWORD = Pattern.compile("(?i)[?&;]password=");

    private final Configuration configuration;

    private Broker(Configuration configuration) {
        this.configuration = configuration;
    }

    /** The endpoint of one of our queues. */
    static String endpoint(Configuration configuration, String queue) {
        return NAME + ":queue:" + configuration.get("workers.queue") + "." + queue;
    }

    /**
     * The component that speaks to it; none if there is no broker.
     *
     * @throws ConfigurationException if a jar is missing
     */
    static Optional<Component> component(Configuration configuration) {
        if (configuration.get("workers.broker").isEmpty()) {
            return Optional.empty();
        }
        if (PASSWORD.matcher(configuration.get("workers.broker")).find()) {
            throw new ConfigurationException("workers.broker must hold no password=: the one of workers.user belongs"
                    + " into the file of workers.password-file");
        }
        Broker broker = new Broker(configuration);
        Object component = broker.make(COMPONENT);
        Object pool = broker.make(POOL);
        set(pool, "setConnectionFactory", Object.class, broker.client());
        set(component, "setConnectionFactory", null, pool);
        return Optional.of((Component) component);
    }

    private Object client() {
        Object client = make(ARTEMIS, CLASSIC);
        set(client, "setBrokerURL", String.class, configuration.get("workers.broker"));
        String user = configuration.get("workers.user");
        if (!user.isEmpty()) {
            boolean artemis = client.getClass().getName().equals(ARTEMIS);
            set(client, artemis ? "setUser" : "setUserName", String.class, user);
            set(client, "setPassword", String.class, SecretFile.named("workers.password-file",
                    configuration.get("workers.password-file")).read());
        }
        return client;
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
