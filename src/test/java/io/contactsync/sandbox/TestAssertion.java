package io.contactsync.sandbox;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A client assertion as an application signs it, with whatever is wrong with it. */
final class TestAssertion {
    private final Map<String, Object> header = new LinkedHashMap<>(Map.of("typ", "JWT"));
    private final Map<String, Object> claims = new LinkedHashMap<>();
    private final SandboxAddress address;

    TestAssertion(SandboxAddress address) {
        this.address = address;
        long now = Instant.now().getEpochSecond();
        claims.put("aud", address.authority() + "/oauth2/v2.0/token");
        claims.put("iss", address.clientId());
        claims.put("sub", address.clientId());
        claims.put("jti", "1");
        claims.put("nbf", now);
        claims.put("exp", now + 300);
    }

    /** Names the certificate by SHA-1, as x5t does, or by SHA-256, as x5t#S256 does. */
    TestAssertion by(X509Certificate certificate, String digest) throws GeneralSecurityException {
        byte[] thumbprint = MessageDigest.getInstance(digest).digest(certificate.getEncoded());
        header.put(digest.equals("SHA-1") ? "x5t" : "x5t#S256",
                Base64.getUrlEncoder().withoutPadding().encodeToString(thumbprint));
        return this;
    }

    TestAssertion claim(String name, Object value) {
        claims.put(name, value);
        return this;
    }

    /** The form of a token request with this assertion, signed by RS256 or PS256. */
    Map<String, String> form(PrivateKey key, String algorithm) throws GeneralSecurityException {
        header.put("alg", algorithm);
        String unsigned = encode(json(header)) + "." + encode(json(claims));
        Signature signature = Signature.getInstance(algorithm.equals("PS256") ? "RSASSA-PSS" : "SHA256withRSA");
        if (algorithm.equals("PS256")) {
            signature.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
        }
        signature.initSign(key);
        signature.update(unsigned.getBytes(StandardCharsets.US_ASCII));
        Map<String, String> form = new HashMap<>(new SandboxClient(address).credentials());
        form.remove("client_secret");
        form.put("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
        form.put("client_assertion",
                unsigned + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign()));
        return form;
    }

    private static String json(Map<String, Object> fields) {
        return fields.entrySet().stream()
                .map(each -> "\"" + each.getKey() + "\":" + (each.getValue() instanceof Number ? each.getValue()
            : "\"" + each.getValue() + "\"")).collect(Collectors.joining(",", "{", "}"));
    }

    private static String encode(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
