package io.contactsync.cli.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.contactsync.cli.access.CertificateLife;
import io.contactsync.cli.access.Login;
import io.contactsync.cli.access.Rights;
import io.contactsync.cli.access.SecretLife;
import io.contactsync.cli.app.App;
import io.contactsync.cli.app.Inquiry;
import io.contactsync.cli.configuration.Configuration;
import io.contactsync.microsoftgraph.FederatedToken;

import java.time.Instant;
import java.util.Set;

/** What {@code check} tries of the application: its credential, the login, and the rights that the token has. */
record CheckLogin(App app, Configuration configuration, Instant now, CheckLines lines) {

    private static final String CREDENTIAL = "credential";
    private static final String RIGHTS = "rights";

    /** Whether there is a token. */
    boolean tryIt() {
        if (Login.isByCertificate(configuration)) {
            lines.line(CREDENTIAL, this::certificate);
        } else if (Login.isFederated(configuration)) {
            lines.line(CREDENTIAL, this::federated);
        } else if (Login.isManaged(configuration)) {
            lines.line(CREDENTIAL, () -> Login.endless(configuration));
        }
        boolean loggedIn = login();
        if (loggedIn) {
            rights(app.graph().tokenRoles());
        } else {
            lines.untried(RIGHTS, "", CheckReadings.NO_LOGIN);
        }
        if (Login.isBySecret(configuration) && loggedIn) {
            secret(app.graph().tokenRoles());
        }
        return loggedIn;
    }

    private boolean login() {
        if (!Login.unset(configuration).isEmpty()) {
            lines.untried("login", "", "the configuration failed");
            return false;
        }
        return lines.line("login", () -> {
            app.graph().tokenRoles();
            return "the application " + configuration.get("graph.client-id") + " is let in by the tenant "
                    + configuration.get("graph.tenant-id");
        });
    }

    /** Its file may be unreadable; so may the token's. */
    private String certificate() {
        CertificateLife life = app.certificate().orElseThrow();
        life.requireValid(now);
        life.warning(now).ifPresent(sentence -> lines.warn(CREDENTIAL, "", sentence));
        return life.now(now);
    }

    private String federated() {
        FederatedToken token = app.graph().federatedToken();
        return Login.endless(configuration) + "; this one is from " + token.issuer() + " for " + token.subject()
                + (token.ends() == null ? "" : ", until " + token.ends());
    }

    private void secret(Set<String> roles) {
        if (!SecretLife.isReadableWith(roles)) {
            lines.line(CREDENTIAL, () -> "client secret; " + SecretLife.ELSEWHERE);
            return;
        }
        try {
            SecretLife life = SecretLife.of(new Inquiry(app).ask("direct:contact-sync-read-application",
                    configuration.get("graph.client-id"), JsonNode.class));
            lines.line(CREDENTIAL, () -> life.told(now));
            life.warning(now).ifPresent(sentence -> lines.warn(CREDENTIAL, "", sentence));
        } catch (IllegalStateException untold) {
            lines.warn(CREDENTIAL, "", "client secret; the directory does not tell when it ends ("
                    + untold.getMessage() + "): look in Entra under"
                    + " Certificates & secrets");
        }
    }

    private void rights(Set<String> roles) {
        Rights rights = Rights.of(configuration);
        lines.line(RIGHTS, () -> {
            if (!rights.missing(roles).isEmpty()) {
                throw new IllegalStateException("missing in the token: " + String.join(", ", rights.missing(roles))
                        + (Login.isManaged(configuration)
                        ? " - grant them to the managed identity by New-MgServicePrincipalAppRoleAssignment"
                        : " - grant them in Entra and consent as an administrator"));
            }
            return "nothing is missing, the token has " + String.join(", ", roles);
        });
        rights.notes(roles).forEach(note -> lines.warn(RIGHTS, "", note));
        for (String role : rights.excessive(roles)) {
            lines.warn(RIGHTS, role, "more than this configuration needs: take it away from the "
                    + (Login.isManaged(configuration) ? "managed identity" : "application") + " in Entra");
        }
    }
}
