package io.contactsync.cli.app;

import io.contactsync.cli.access.CertificateLife;
import io.contactsync.microsoftgraph.MicrosoftGraphComponent;

import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.MainListenerSupport;
import org.apache.camel.support.service.ServiceHelper;

import java.time.Clock;
import java.util.Optional;

/**
 * Signs in while the routes are being started, for the first request waits for its token. What goes wrong with it is
 * said by the first request, which asks again or is told the same; of a certificate that is over, the start itself
 * tells.
 */
final class EarlySignIn extends MainListenerSupport {

    private final Clock clock;

    /** @param clock what a certificate is seen from */
    EarlySignIn(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void afterConfigure(BaseMainSupport main) {
        MicrosoftGraphComponent graph =
                main.getCamelContext().getComponent("microsoft-graph", MicrosoftGraphComponent.class);
        ServiceHelper.startService(graph);
        Thread thread = new Thread(() -> signIn(graph), "contact-sync-sign-in");
        thread.setDaemon(true);
        thread.start();
    }

    private void signIn(MicrosoftGraphComponent graph) {
        try {
            Optional.ofNullable(graph.certificate())
                    .ifPresent(certificate -> CertificateLife.of(certificate).requireValid(clock.instant()));
            graph.tokens().accessToken(null);
        } catch (RuntimeException failed) {
            // whoever needs a token is told; the start may have failed meanwhile, too
        }
    }
}
