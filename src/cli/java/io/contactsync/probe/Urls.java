package io.contactsync.probe;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Encodes what becomes part of an address; characters that OData lives on stay readable. */
final class Urls {

    private Urls() {
    }

    /** One segment of a path. */
    static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20").replace("%3D", "=");
    }

    /** The options of a query: name, value, name, value ... */
    static String query(String... options) {
        StringBuilder out = new StringBuilder();
        for (int at = 0; at < options.length; at += 2) {
            out.append(at == 0 ? '?' : '&').append(options[at]).append('=').append(value(options[at + 1]));
        }
        return out.toString();
    }

    private static String value(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20").replace("%24", "$")
                .replace("%2C", ",").replace("%28", "(")
                .replace("%29", ")").replace("%27", "'").replace("%3A", ":").replace("%2F", "/");
    }

    /** A link that Graph gave, relative to the version, so that it can only be followed to where all requests go. */
    static String relative(String link) {
        int users = link.indexOf("/users");
        if (users < 0) {
            throw new UnexpectedReply("a link leads out of /users");
        }
        return link.substring(users).replace("{", "%7B").replace("}", "%7D").replace(" ", "%20");
    }
}
