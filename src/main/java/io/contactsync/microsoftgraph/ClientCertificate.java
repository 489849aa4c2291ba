package io.contactsync.microsoftgraph;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;

/**
 * The application's RSA key and certificates: PKCS#12, or PEM with an unencrypted PKCS#8 key and its certificates.
 *
 * @param chain the application's own certificate first
 */
record ClientCertificate(PrivateKey key, List<X509Certificate> chain) {

    static final String UNREADABLE = "UnreadableCertificate";

    private static final String KEY = "-----BEGIN PRIVATE KEY-----";
    private static final String KEY_END = "-----END PRIVATE KEY-----";

    /**
     * Reads it.
     *
     * @throws GraphAuthenticationException if the file is not there, is something else, or the password does not fit
     */
    static ClientCertificate read(String file, String password) {
        if (!Files.isRegularFile(Path.of(file))) {
            throw refused(file, Files.exists(Path.of(file)) ? "is not a regular file" : "does not exist");
        }
        try {
            byte[] bytes = Files.readAllBytes(Path.of(file));
            String text = new String(bytes, StandardCharsets.ISO_8859_1);
            ClientCertificate read = text.contains("-----BEGIN ") ? pem(file, text)
                    : pkcs12(file, bytes, password == null ? "" : password);
            if (read.chain.isEmpty()) {
                throw refused(file, "holds a key, but no certificate");
            }
            return read;
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw refused(file, reason(e));
        }
    }

    private static String reason(Exception e) {
        return e.getCause() instanceof UnrecoverableKeyException || e instanceof UnrecoverableKeyException
                ? "cannot be opened with that password, see options certificatePassword and certificatePasswordFile"
                : "must be PKCS#12, or PEM with an RSA key (PKCS#8, not encrypted) and its certificate";
    }

    private static GraphAuthenticationException refused(String file, String why) {
        return new GraphAuthenticationException("option certificate: the file '" + file + "' " + why,
                UNREADABLE);
    }

    private static ClientCertificate pkcs12(String file, byte[] bytes, String password)
            throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(new ByteArrayInputStream(bytes), password.toCharArray());
        for (String alias : Collections.list(store.aliases())) {
            if (store.getKey(alias, password.toCharArray()) instanceof PrivateKey key) {
                return new ClientCertificate(key, certificates(store.getCertificateChain(alias)));
            }
        }
        throw refused(file, "holds no private key: export the certificate together with its key");
    }

    private static List<X509Certificate> certificates(Certificate[] chain) {
        List<X509Certificate> certificates = new ArrayList<>();
        for (Certificate certificate : chain == null ? new Certificate[0] : chain) {
            certificates.add((X509Certificate) certificate);
        }
        return certificates;
    }

    private static ClientCertificate pem(String file, String text) throws GeneralSecurityException {
        int key = text.indexOf(KEY);
        int end = text.indexOf(KEY_END);
        if (key < 0 || end < key) {
            throw refused(file,
                    "holds no private key that can be read: it must begin with " + KEY + " (PKCS#8, not encrypted)");
        }
        byte[] der = Base64.getMimeDecoder().decode(text.substring(key + KEY.length(), end));
        PrivateKey privateKey = KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(der));
        byte[] rest = (text.substring(0, key) + text.substring(end + KEY_END.length())).trim()
                .getBytes(StandardCharsets.ISO_8859_1);
        List<X509Certificate> chain = new ArrayList<>();
        if (rest.length > 0) {
            CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(rest))
                    .forEach(certificate -> chain.add((X509Certificate) certificate));
        }
        return new ClientCertificate(privateKey, chain);
    }

    @Override
    public String toString() {
        return "ClientCertificate";
    }
}
