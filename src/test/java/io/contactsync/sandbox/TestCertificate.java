package io.contactsync.sandbox;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/** An RSA key and its self-signed certificate, made by keytool. */
public record TestCertificate(PrivateKey key, X509Certificate certificate) {

    /** @param store where to keep it, a file that does not exist yet */
    public static TestCertificate make(Path store) throws Exception {
        Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
            "-alias", "app", "-keyalg", "RSA", "-keysize", "2048", "-dname", "CN=app", "-keystore", store.toString(),
            "-storepass", "changeit", "-ext", "SAN=ip:127.0.0.1").redirectErrorStream(true).start();
        keytool.getInputStream().readAllBytes();
        keytool.waitFor();
        try (InputStream in = Files.newInputStream(store)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(in, "changeit".toCharArray());
            return new TestCertificate((PrivateKey) keys.getKey("app", "changeit".toCharArray()),
                    (X509Certificate) keys.getCertificate("app"));
        }
    }
}
