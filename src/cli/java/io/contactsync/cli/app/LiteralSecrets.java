package io.contactsync.cli.app;

import io.contactsync.cli.configuration.Configuration;
import io.contactsync.microsoftgraph.MicrosoftGraphComponent;
import org.apache.camel.Component;
import org.apache.camel.support.LifecycleStrategySupport;

/**
 * Hands the secrets to the component as they are. In a property, and in a text bound to a name too, Camel would look
 * for placeholders, and print what it does not understand.
 */
final class LiteralSecrets extends LifecycleStrategySupport {

    private final Configuration configuration;

    LiteralSecrets(Configuration configuration) {
        this.configuration = configuration;
    }

    @Override
    public void onComponentAdd(String name, Component component) {
        if (component instanceof MicrosoftGraphComponent graph) {
            graph.setClientSecret(configuration.get("graph.client-secret"));
            graph.setCertificatePassword(configuration.get("graph.certificate-password"));
        }
    }
}
