package io.contactsync.sandbox.protocol;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The parts of a path behind the version, decoded, in whichever of OData's spellings they were sent. */
public final class PathSegments {

    private PathSegments() {
    }

    static List<String> of(String path) {
        List<String> parts = new ArrayList<>(6);
        int from = 0;
        while (from < path.length()) {
            int to = path.indexOf('/', from);
            int end = to < 0 ? path.length() : to;
            if (end > from) {
                add(parts, decode(path.substring(from, end)));
            }
            from = end + 1;
        }
        return parts;
    }

    /**
     * OData's other spellings, which official clients and Location headers use: {@code users('id')},
     * {@code microsoft.graph.delta()}.
     */
    private static void add(List<String> parts, String part) {
        int open = part.endsWith(")") ? part.indexOf('(') : -1;
        if (open > 0 && part.startsWith("'", open + 1)) {
            parts.add(part.substring(0, open));
            parts.add(part.substring(open + 2, Math.max(part.length() - 2, open + 2)).replace("''", "'"));
        } else {
            parts.add(part.startsWith("microsoft.graph.delta") || part.equals("delta()") ? "delta" : part);
        }
    }

    /**
     * A part of a path with its escapes resolved.
     *
     * @throws GraphRefusal 400 if they are none
     */
    public static String decode(String part) {
        try {
            return part.indexOf('%') < 0 ? part : URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw GraphRefusal.badRequest("The path is not encoded correctly.");
        }
    }
}
