package io.contactsync.cli.app;

import io.contactsync.cli.configuration.Configuration;
import org.apache.camel.component.properties.PropertiesComponent;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.MainListenerSupport;

/**
 * Lets {@link Configuration} alone say what a key is. Camel would look every key up in the environment and in the
 * system properties once more, and what it found there would go over {@code --set}.
 */
final class OwnSettings extends MainListenerSupport {

    @Override
    public void beforeInitialize(BaseMainSupport main) {
        PropertiesComponent properties = (PropertiesComponent) main.getCamelContext().getPropertiesComponent();
        properties.setEnvironmentVariableMode(PropertiesComponent.ENVIRONMENT_VARIABLES_MODE_NEVER);
        properties.setSystemPropertiesMode(PropertiesComponent.SYSTEM_PROPERTIES_MODE_NEVER);
    }
}
