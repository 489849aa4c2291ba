package io.contactsync.microsoftgraph;

import java.net.URI;
import java.util.Locale;

/**
 * The one address the token may go to: scheme, host and port of the base URL. Plain HTTP is accepted for loopback hosts
 * only.
 * <p>
 * Links out of answers are compared as text, the strictest way there is: what does not begin with exactly this
 * scheme and authority (case aside) is not ours, so no parser's leniency can be used against us.
 */
record GraphAddress(String scheme, String host, int port, String basePath) {

    static GraphAddress of(String option, String url) {
        URI uri = parse(option, url);
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        String host = uri.getHost();
        if (host == null || uri.getRawUserInfo() != null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw new IllegalArgumentException(
                    "Option " + option + " must be scheme://host[:port][/path] - was '" + url + "'");
        }
        if (!scheme.equals("https") && !(scheme.equals("http") && loopback(host))) {
            throw new IllegalArgumentException("Option " + option
                    + " must begin with https:// (http:// is for loopback hosts only) - was '" + url + "'");
        }
        int port = uri.getPort() >= 0 ? uri.getPort() : defaultPort(scheme);
        return new GraphAddress(scheme, host.toLowerCase(Locale.ROOT), port, withoutSlash(uri.getRawPath()));
    }

    /** The part of an absolute link after the authority, byte for byte, or null if the link leads anywhere else. */
    String pathOf(String link) {
        String prefix = scheme + "://";
        if (!link.regionMatches(true, 0, prefix, 0, prefix.length())) {
            return null;
        }
        int end = authorityEnd(link, prefix.length());
        if (!isOurs(link.substring(prefix.length(), end)) || !printable(link, end)) {
            return null;
        }
        return end < link.length() && link.charAt(end) == '/' ? link.substring(end) : "/" + link.substring(end);
    }

    /** The same part without the base path, as a batch names it; null if the link does not stand below that. */
    String relative(String link) {
        String path = pathOf(link);
        return path != null && path.startsWith(basePath + "/") ? path.substring(basePath.length()) : null;
    }

    private boolean isOurs(String authority) {
        return authority.equalsIgnoreCase(host + ":" + port)
                || port == defaultPort(scheme) && authority.equalsIgnoreCase(host);
    }

    private static int authorityEnd(String link, int from) {
        for (int i = from; i < link.length(); i++) {
            if ("/?#".indexOf(link.charAt(i)) >= 0) {
                return i;
            }
        }
        return link.length();
    }

    private static boolean printable(String link, int from) {
        return link.substring(from).chars().allMatch(c -> c > ' ' && c < 127 && c != '#' && c != '\\');
    }

    private static URI parse(String option, String url) {
        try {
            return URI.create(url.trim());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("Option " + option + " is not a URL - was '" + url + "'", e);
        }
    }

    private static String withoutSlash(String path) {
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    static boolean loopback(String host) {
        return host.equalsIgnoreCase("localhost") || host.equals("[::1]")
                || host.startsWith("127.") && host.chars().allMatch(c -> c == '.' || c >= '0' && c <= '9');
    }

    private static int defaultPort(String scheme) {
        return scheme.equals("https") ? 443 : 80;
    }
}
