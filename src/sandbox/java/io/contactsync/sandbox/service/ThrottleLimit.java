package io.contactsync.sandbox.service;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * One number of Graph's throttling, with its published value.
 *
 * @see <a href="https://learn.microsoft.com/graph/throttling-limits">service-specific throttling limits: Outlook,
 * identity and access, global</a>
 */
public enum ThrottleLimit {
    /** Requests at a time to the Outlook service. */
    CONCURRENT("concurrent", 4),
    /** Requests of the app to one mailbox in {@link #MAILBOX_SECONDS}. */
    MAILBOX_REQUESTS("mailbox-requests", 10_000),
    MAILBOX_SECONDS("mailbox-seconds", 600),
    /** Bytes sent to one mailbox by POST, PATCH and PUT in {@link #UPLOAD_SECONDS}. */
    UPLOAD_BYTES("upload-bytes", 150L * 1024 * 1024),
    UPLOAD_SECONDS("upload-seconds", 300),
    /** Requests of the app to all services in {@link #APP_SECONDS}. */
    APP_REQUESTS("app-requests", 130_000),
    APP_SECONDS("app-seconds", 10),
    /**
     * Resource units of the app in the tenant's directory in {@link #TENANT_SECONDS}; 0 takes what is published for the
     * tenant's size.
     */
    TENANT_UNITS("tenant-units", 0),
    TENANT_SECONDS("tenant-seconds", 10),
    /** Resource units of the app in all directories in {@link #APP_UNIT_SECONDS}. */
    APP_UNITS("app-units", 150_000),
    APP_UNIT_SECONDS("app-unit-seconds", 20),
    /** Retry-After of a request too many at a time; the service mostly says 1 (msgraph-sdk-javascript, issue 297). */
    PAUSE_SECONDS("pause-seconds", 1);

    private final String key;
    private final long published;

    ThrottleLimit(String key, long published) {
        this.key = key;
        this.published = published;
    }

    /** Kebab-case name for command line and documentation. */
    String key() {
        return key;
    }

    long published() {
        return published;
    }

    /** @throws IllegalArgumentException a sentence that names what was found and what is allowed */
    static ThrottleLimit named(String key) {
        return Arrays.stream(values()).filter(each -> each.key.equals(key)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no limit '" + key + "' - allowed are "
                                + Arrays.stream(values()).map(ThrottleLimit::key).collect(Collectors.joining(", "))));
    }
}
