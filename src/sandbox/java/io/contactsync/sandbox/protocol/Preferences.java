package io.contactsync.sandbox.protocol;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The request header Prefer, as far as Outlook resources heed it.
 *
 * @see <a href="https://learn.microsoft.com/graph/outlook-immutable-id">immutable identifiers</a>
 */
public final class Preferences {
    private static final Pattern IMMUTABLE =
            Pattern.compile("IdType\\s*=\\s*\"?ImmutableId\"?", Pattern.CASE_INSENSITIVE);
    private static final Pattern PAGE_SIZE =
            Pattern.compile("(?:odata\\.)?maxpagesize\\s*=\\s*(\\d{1,6})", Pattern.CASE_INSENSITIVE);

    private static final Pattern MINIMAL = Pattern.compile("return\\s*=\\s*minimal", Pattern.CASE_INSENSITIVE);

    private Preferences() {
    }

    public static boolean immutableIds(ServiceRequest request) {
        String prefer = request.header("prefer");
        return prefer != null && IMMUTABLE.matcher(prefer).find();
    }

    /** Whether an answer without a body will do for a create or a change (Learn: best practices). */
    public static boolean minimal(ServiceRequest request) {
        String prefer = request.header("prefer");
        return prefer != null && MINIMAL.matcher(prefer).find();
    }

    /** The largest page wanted, or 0 if nothing is said. */
    public static int maxPageSize(ServiceRequest request) {
        String prefer = request.header("prefer");
        Matcher matcher = prefer == null ? null : PAGE_SIZE.matcher(prefer);
        return matcher != null && matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
    }

    public static ServiceResponse acknowledge(ServiceRequest request, ServiceResponse response) {
        String prefer = request.header("prefer");
        if (prefer == null || response.status() >= 400) {
            return response;
        }
        StringBuilder applied = new StringBuilder();
        if (immutableIds(request)) {
            applied.append("IdType=\"ImmutableId\"");
        }
        if (maxPageSize(request) > 0 && request.method().equals("GET")) {
            applied.append(applied.isEmpty() ? "" : ", ").append("odata.maxpagesize=").append(maxPageSize(request));
        }
        if (minimal(request) && response.status() == 204 && !request.method().equals("DELETE")) {
            applied.append(applied.isEmpty() ? "" : ", ").append("return=minimal");
        }
        return applied.isEmpty() ? response : response.with("Preference-Applied", applied.toString());
    }
}
