package io.contactsync.microsoftgraph;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;

import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.jsse.TrustManagersParameters;

/** TLS settings that trust what the JDK trusts, and the certificates of one PEM file besides. */
final class TrustedCa {

    private TrustedCa() {
    }

    static SSLContextParameters parameters(String pemFile) {
        try {
            TrustManagersParameters trust = new TrustManagersParameters();
            trust.setTrustManager(manager(union(pemFile)));
            SSLContextParameters parameters = new SSLContextParameters();
            parameters.setTrustManagers(trust);
            return parameters;
        } catch (Exception e) {
            throw new IllegalArgumentException("Option caCertificate: cannot read certificates from " + pemFile
                    + ": it must be a file with blocks that begin with -----BEGIN CERTIFICATE-----", e);
        }
    }

    private static KeyStore union(String pemFile) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        int n = 0;
        for (X509Certificate certificate : manager(null).getAcceptedIssuers()) {
            store.setCertificateEntry("jdk-" + n++, certificate);
        }
        if (!Files.isRegularFile(Path.of(pemFile))) {
            throw new IOException("no regular file"); // a pipe would be waited for
        }
        try (InputStream in = Files.newInputStream(Path.of(pemFile))) {
            for (Certificate certificate : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry("extra-" + n++, certificate);
            }
        }
        return store;
    }

    private static X509TrustManager manager(KeyStore store) throws Exception {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        for (TrustManager manager : factory.getTrustManagers()) {
            if (manager instanceof X509TrustManager x509) {
                return x509;
            }
        }
        throw new IllegalStateException("The JDK has no X.509 trust manager");
    }
}
