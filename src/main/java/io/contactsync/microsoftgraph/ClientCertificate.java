package io.contactsync.microsoftgraph;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

import com.microsoft.aad.msal4j.ClientCredentialFactory;
import com.microsoft.aad.msal4j.IClientCertificate;

/** Reads the application's certificate and RSA key: PKCS#12, or PEM with an unencrypted PKCS#8 key and its certificates. */
final class ClientCertificate {

    private static final String KEY = "-----BEGIN PRIVATE KEY-----";
    private static final String KEY_END = "-----END PRIVATE KEY-----";

    private ClientCertificate() {
    }

    static IClientCertificate read(String file, String password) {
        try {
            byte[] bytes = Files.readAllBytes(Path.of(file));
            String text = new String(bytes, StandardCharsets.ISO_8859_1);
            return text.contains("-----BEGIN ") ? pem(text) : pkcs12(bytes, password);
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw new GraphAuthenticationException("option certificate: cannot read key and certificate from " + file
                    + ", which must be PKCS#12 (with the right certificatePassword) or PEM (PKCS#8 key, not encrypted)", "UnreadableCertificate");
        }
    }

    private static IClientCertificate pkcs12(byte[] bytes, String password) throws IOException, GeneralSecurityException {
        try (InputStream in = new ByteArrayInputStream(bytes)) {
            return ClientCredentialFactory.createFromCertificate(in, password == null ? "" : password);
        }
    }

    private static IClientCertificate pem(String text) throws GeneralSecurityException {
        List<X509Certificate> chain = new ArrayList<>();
        int key = text.indexOf(KEY);
        int end = text.indexOf(KEY_END);
        if (key < 0 || end < key) {
            throw new IllegalArgumentException("no PKCS#8 key");
        }
        byte[] der = Base64.getMimeDecoder().decode(text.substring(key + KEY.length(), end));
        PrivateKey privateKey = KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(der));
        String certificates = text.substring(0, key) + text.substring(end + KEY_END.length());
        CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(certificates.trim().getBytes(StandardCharsets.ISO_8859_1)))
                .forEach(certificate -> chain.add((X509Certificate) certificate));
        return ClientCredentialFactory.createFromCertificateChain(privateKey, chain);
    }
}
