package io.contactsync.cli.page;

/**
 * What a request gets.
 *
 * @param status HTTP status
 * @param type Content-Type
 * @param policy Content-Security-Policy
 * @param body the page
 */
record PageResponse(int status, String type, String policy, String body) {

    private static final String HTML = "text/html; charset=utf-8";
    private static final String NOTHING =
            "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    static final int OK = 200;
    static final int NOT_FOUND = 404;
    static final int NOT_ALLOWED = 405;
    static final int MISDIRECTED = 421;
    static final int FAILED = 500;

    /** A page of ours, which nobody may frame. */
    static PageResponse page(String policy, String body) {
        return new PageResponse(OK, HTML, policy + "; frame-ancestors 'none'", body);
    }

    /** A sentence, with the status that fits. */
    static PageResponse sentence(int status, String sentence) {
        return new PageResponse(status, "text/plain; charset=utf-8", NOTHING, sentence + "\n");
    }
}
