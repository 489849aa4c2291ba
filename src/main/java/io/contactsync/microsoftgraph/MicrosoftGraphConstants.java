package io.contactsync.microsoftgraph;

import org.apache.camel.spi.Metadata;

/** The message headers of the component. */
public final class MicrosoftGraphConstants {

    @Metadata(label = "producer", description = "The HTTP status of the answer.", javaType = "int")
    public static final String STATUS = "CamelMicrosoftGraphStatus";

    @Metadata(label = "producer", javaType = "String",
            description = "The request-id of the answer: what Microsoft support asks for.")
    public static final String REQUEST_ID = "CamelMicrosoftGraphRequestId";

    @Metadata(label = "producer", description = "The client-request-id the component sent: a fresh UUID for every "
            + "HTTP call.", javaType = "String")
    public static final String CLIENT_REQUEST_ID = "CamelMicrosoftGraphClientRequestId";

    @Metadata(label = "producer", javaType = "String", description = "Operation list: start from this absolute link, "
            + "as an earlier"
            + " answer gave it (nextLink, deltaLink), instead of the endpoint's path. It must point to the base URL's "
            + "host.")
    public static final String LINK = "CamelMicrosoftGraphLink";

    private MicrosoftGraphConstants() {
    }
}
