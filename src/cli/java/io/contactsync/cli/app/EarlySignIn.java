package io.contactsync.cli.app;

import io.contactsync.microsoftgraph.GraphException;
import io.contactsync.microsoftgraph.MicrosoftGraphComponent;

import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.MainListenerSupport;
import org.apache.camel.support.service.ServiceHelper;

/**
 * Signs in while the routes are being started, for the first request waits for its token. What goes wrong with it is
 * said by the first request, which asks again or is told the same.
 */
final class EarlySignIn extends MainListenerSupport {

    @Override
    public void afterConfigure(BaseMainSupport main) {
        MicrosoftGraphComponent graph =
                main.getCamelContext().getComponent("microsoft-graph", MicrosoftGraphComponent.class);
        ServiceHelper.startService(graph);
        Thread thread = new Thread(() -> signIn(graph), "contact-sync-sign-in");
        thread.setDaemon(true);
        thread.start();
    }

    private static void signIn(MicrosoftGraphComponent graph) {
        try {
            graph.tokens().accessToken(null);
        } catch (GraphException | IllegalStateException failed) {
            // whoever needs a token is told; the start may have failed meanwhile, too
        }
    }
}
