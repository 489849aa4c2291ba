package io.contactsync.notify;

import io.contactsync.microsoftgraph.SecretFile;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The webhook that {@code notify-webhook} posts to: where it is, how a post is signed, which answers are good. Its
 * address is a secret often.
 */
public final class Webhook {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String KEY = "notify.webhook";

    private final String url;
    private final SecretFile secret;

    /**
     * Wired from the configuration.
     *
     * @param url where it is; empty for nowhere
     * @param secretFile file with the secret that posts are signed with; empty for unsigned ones
     * @throws IllegalArgumentException if it is no address of http or https
     */
    public Webhook(String url, String secretFile) {
        this.url = url;
        this.secret = secretFile.isEmpty() ? null : SecretFile.named(KEY + "-secret-file", secretFile);
        if (!url.isEmpty()) {
            host(url);
        }
        if (secret != null) {
            secret.read();
        }
    }

    /** The host of an address. Nothing else of it is ever said: there may be a secret in it. */
    public static String host(String url) {
        try {
            URI uri = new URI(url);
            if (("https".equals(uri.getScheme()) || "http".equals(uri.getScheme())) && uri.getHost() != null
                    && uri.getRawUserInfo() == null) {
                return uri.getHost();
            }
        } catch (URISyntaxException wrong) {
            // said below, without the reason, which quotes it
        }
        throw new IllegalArgumentException(
                KEY + " must be an address that begins with https:// (or http://) and a host, without user name");
    }

    public String url() {
        return url;
    }

    /**
     * The value of the header {@code X-Contact-Sync-Signature}: time in seconds, and the HMAC of time, dot and body;
     * null if posts are unsigned.
     *
     * @param at when, ISO 8601
     */
    public String signature(String at, byte[] body) throws GeneralSecurityException {
        if (secret == null) {
            return null;
        }
        long time = Instant.parse(at).getEpochSecond();
        Mac mac = Mac.getInstance(ALGORITHM);
        mac.init(new SecretKeySpec(secret.read().getBytes(StandardCharsets.UTF_8), ALGORITHM));
        mac.update((time + ".").getBytes(StandardCharsets.US_ASCII));
        return "t=" + time + ",v1=" + HexFormat.of().formatHex(mac.doFinal(body));
    }

    /**
     * Whether the post was taken.
     *
     * @param status of the answer
     * @throws IOException if it was not
     */
    public void accept(int status) throws IOException {
        if (status < 200 || status > 299) {
            String moved = status >= 300 && status < 400 ? ", and redirects are not followed" : "";
            throw new IOException("the webhook at " + host(url) + " answered " + status + moved);
        }
    }
}
