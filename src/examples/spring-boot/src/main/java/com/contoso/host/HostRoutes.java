package com.contoso.host;

import io.contactsync.journal.JournalException;
import io.contactsync.run.RunRequest;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** The host's own routes: one of them starts a run. What they do with exceptions is not contact-sync's. */
@Component
class HostRoutes extends RouteBuilder {

    @Override
    public void configure() {
        onException(JournalException.class).handled(true)
                .setHeader(Exchange.HTTP_RESPONSE_CODE, constant(409))
                .setBody(simple("${exception.message}"));
        onException(Exception.class).handled(true)
                .setHeader(Exchange.HTTP_RESPONSE_CODE, constant(500))
                .log("an order went wrong: ${exception.message}")
                .setBody(constant("the host's own word for it"));

        from("platform-http:/contacts/sync?httpMethodRestrict=POST").routeId("sync-contacts")
                .setBody(method(RunRequest.class, "ordinary"))
                .to("direct:contact-sync-run-sync")
                .setBody(simple("exit ${body.exit}, ${body.totals.total} mailboxes, "
                        + "${body.totals.tally.created} created, ${body.totals.tally.updated} updated, "
                        + "${body.totals.tally.deleted} deleted"));

        from("platform-http:/orders").routeId("read-order")
                .throwException(new IllegalStateException("no such order"));
    }
}
