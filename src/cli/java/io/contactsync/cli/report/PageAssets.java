package io.contactsync.cli.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The style and the script that stand inside a page, and the policy that lets a browser obey these and nothing else.
 *
 * @param style its style sheet
 * @param script its script
 * @param connects whether the script may ask the page's own server
 */
public record PageAssets(String style, String script, boolean connects) {

    /** From files beside this class. */
    public static PageAssets of(String script, boolean connects) {
        return new PageAssets(read("page.css"), read(script), connects);
    }

    private static String read(String name) {
        try (InputStream file = PageAssets.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The Content-Security-Policy: by the hashes of what stands inside. */
    public String policy() {
        return "default-src 'none'; img-src data:; style-src '" + hash(style) + "'; script-src '" + hash(script) + "'"
                + (connects ? "; connect-src 'self'" : "") + "; base-uri 'none'; form-action 'none'";
    }

    private static String hash(String text) {
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(sum);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
