package io.contactsync.cli.sandbox;

import io.contactsync.cli.configuration.ConfigurationException;
import io.contactsync.sandbox.SandboxOptions;
import io.contactsync.sandbox.identity.AppRegistration;
import io.contactsync.sandbox.identity.Cloud;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Set;

/** How the application is registered in the sandbox, and under which names it stands. */
final class SandboxIdentityOptions {

    @Option(names = "--token-life", paramLabel = "<seconds>", defaultValue = "3599", description = "Seconds a token "
            + "is good for (default: ${DEFAULT-VALUE}).")
    private int tokenLife;
    @Option(names = "--roles", paramLabel = "<role>", split = ",", description = "Application permissions consented "
            + "to (default: those contact-sync needs).")
    private Set<String> roles;
    @Option(names = "--app-certificate", paramLabel = "<file>", description = "PEM file of a certificate the "
            + "application may sign in with, beside its secret.")
    private Path certificate;
    @Option(names = "--graph-host", paramLabel = "<name>", description = "Host name of Graph, as in another Microsoft "
            + "cloud; callers have to resolve it to 127.0.0.1.")
    private String graphHost;
    @Option(names = "--authority-host", paramLabel = "<name>", description = "Host name of Entra ID; callers have to "
            + "resolve it to 127.0.0.1.")
    private String authorityHost;

    /** @throws IllegalArgumentException a sentence that names what was found and what is allowed */
    SandboxOptions on(SandboxOptions options) {
        if (tokenLife < 1) {
            throw new IllegalArgumentException("--token-life must be 1 or more - was " + tokenLife);
        }
        return options.withCloud(new Cloud(graphHost == null ? Cloud.LOOPBACK.graph() : graphHost,
                authorityHost == null ? Cloud.LOOPBACK.authority() : authorityHost));
    }

    void register(AppRegistration app) {
        app.tokenLife(Duration.ofSeconds(tokenLife));
        if (roles != null) {
            app.roles(roles);
        }
        if (certificate != null) {
            app.certificate(read(certificate));
        }
    }

    private static X509Certificate read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        } catch (IOException | CertificateException e) {
            throw new ConfigurationException("sandbox: --app-certificate is a PEM file with a certificate - '" + file
                    + "' cannot be read as one");
        }
    }
}
