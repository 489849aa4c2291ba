package io.contactsync.sandbox.identity;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/**
 * A client assertion: the signed JWT an application with a certificate sends in place of a secret.
 *
 * @see <a href="https://learn.microsoft.com/entra/identity-platform/certificate-credentials">certificate
 * credentials</a>
 */
record Assertion(Map<String, String> header, Map<String, String> claims, byte[] signed, byte[] signature) {
    private static final JsonFactory JSON = new JsonFactory();
    private static final PSSParameterSpec PSS =
            new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1);

    /** @throws IllegalArgumentException if the text is no JWT */
    static Assertion parse(String jwt) {
        String[] parts = jwt.split("\\.");
        if (parts.length != 3) {
            throw new IllegalArgumentException("a JWT has three parts");
        }
        Base64.Decoder decoder = Base64.getUrlDecoder();
        byte[] signed = (parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII);
        return new Assertion(fields(decoder.decode(parts[0])), fields(decoder.decode(parts[1])), signed,
                decoder.decode(parts[2]));
    }

    /**
     * Whether the header says by which certificate it is signed: by SHA-256 as documented now, or by SHA-1 as before.
     */
    boolean namesCertificate() {
        return header.containsKey("x5t#S256") || header.containsKey("x5t");
    }

    boolean names(X509Certificate certificate) {
        return header.containsKey("x5t#S256")
                ? thumbprint(certificate, "SHA-256").equals(urlSafe(header.get("x5t#S256")))
                : thumbprint(certificate, "SHA-1").equals(urlSafe(header.get("x5t")));
    }

    /** msal4j writes thumbprints in ordinary base64. */
    private static String urlSafe(String base64) {
        return base64.replace('+', '-').replace('/', '_').replace("=", "");
    }

    private static String thumbprint(X509Certificate certificate, String algorithm) {
        try {
            return Base64.getUrlEncoder().withoutPadding()
                    .encodeToString(MessageDigest.getInstance(algorithm).digest(certificate.getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + algorithm, e);
        }
    }

    /** PS256 as documented now, or RS256 as before; no other algorithm. */
    boolean signedBy(X509Certificate certificate) {
        String algorithm = header.getOrDefault("alg", "");
        if (!algorithm.equals("PS256") && !algorithm.equals("RS256")) {
            return false;
        }
        try {
            Signature verifier = Signature.getInstance(algorithm.equals("PS256") ? "RSASSA-PSS" : "SHA256withRSA");
            if (algorithm.equals("PS256")) {
                verifier.setParameter(PSS);
            }
            verifier.initVerify(certificate.getPublicKey());
            verifier.update(signed);
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** A claim in seconds since 1970; 0 if it is missing or no number. */
    long number(String claim) {
        String text = claims.getOrDefault(claim, "");
        return text.matches("\\d{1,15}(\\.\\d+)?") ? (long) Double.parseDouble(text) : 0;
    }

    private static Map<String, String> fields(byte[] json) {
        Map<String, String> fields = new HashMap<>();
        try (JsonParser in = JSON.createParser(json)) {
            in.nextToken();
            while (in.nextToken() == JsonToken.FIELD_NAME) {
                String name = in.currentName();
                in.nextToken();
                fields.put(name, in.getText());
                in.skipChildren();
            }
            return fields;
        } catch (IOException e) {
            throw new IllegalArgumentException("not JSON", e);
        }
    }
}
