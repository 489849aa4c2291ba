package io.contactsync.microsoftgraph;

import org.apache.camel.Category;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriPath;

/**
 * Call Microsoft Graph v1.0: single requests, collections with paging, and batches.
 */
@UriEndpoint(firstVersion = "1.0.0", scheme = "microsoft-graph", title = "Microsoft Graph",
        syntax = "microsoft-graph:operation", producerOnly = true,
        remote = true, category = {Category.CLOUD, Category.API}, headersClass = MicrosoftGraphConstants.class)
public class MicrosoftGraphEndpoint extends GraphEndpointOptions {

    @UriPath(description = "What to do: one request, list a collection, or send a batch.")
    @Metadata(required = true)
    private MicrosoftGraphOperation operation;

    public MicrosoftGraphEndpoint(String uri, MicrosoftGraphComponent component) {
        super(uri, component);
    }

    @Override
    public Producer createProducer() {
        if (operation != MicrosoftGraphOperation.batch && (getPath() == null || !getPath().startsWith("/"))) {
            throw new IllegalArgumentException(
                    "Option path of microsoft-graph:" + operation + " must be set and begin with a slash");
        }
        return new MicrosoftGraphProducer(this);
    }

    @Override
    public Consumer createConsumer(Processor processor) {
        throw new UnsupportedOperationException("microsoft-graph: can only be called (to, enrich), not consumed from");
    }

    @Override
    public boolean isLenientProperties() {
        return false;
    }

    @Override
    public MicrosoftGraphComponent getComponent() {
        return (MicrosoftGraphComponent) super.getComponent();
    }

    public MicrosoftGraphOperation getOperation() {
        return operation;
    }

    public void setOperation(MicrosoftGraphOperation operation) {
        this.operation = operation;
    }
}
