package io.contactsync.sandbox.protocol;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A question about Graph that no public source settles, with the answers in question. The sandbox gives the first one
 * unless it is set to another; the command {@code probe} asks a real mailbox. Each is explained, with its sources, in
 * {@code docs/sandbox.adoc}.
 */
public enum GraphReading {
    /** What the rule of four requests at a time counts by. */
    CONCURRENCY("concurrency", "mailbox", "app"),
    /** Whose window it is that a request too many at a time is told: its own, or that of all counted with it. */
    CONCURRENCY_WINDOW("concurrency-window", "call", "mailbox"),
    /** What becomes of Retry-After when somebody does not wait for it. */
    EARLY_RETRY("early-retry", "restarts", "refused"),
    /** Whether PATCH of a contact heeds If-Match, which is published for DELETE only. */
    IF_MATCH_ON_PATCH("if-match-on-patch", "heeded", "ignored"),
    /** Whether contacts can be filtered by category. */
    FILTER_BY_CATEGORY("filter-by-category", "served", "refused"),
    /** Whether contacts can be filtered by extended property; for calendars 500 and empty sets were reported. */
    FILTER_BY_EXTENDED_PROPERTY("filter-by-extended-property", "served", "empty", "error"),
    /** What {@code $top} above 1000 does. */
    TOP_OVER_LIMIT("top-over-limit", "refused", "capped"),
    /** Whether the default folder can be addressed as {@code contactFolders/contacts}. */
    WELL_KNOWN_FOLDER("well-known-folder", "served", "refused"),
    /** Whether {@code contacts/delta} is served beside the documented {@code contactFolders/{id}/contacts/delta}. */
    DELTA_OF_DEFAULT_FOLDER("delta-of-default-folder", "served", "refused"),
    /** What {@code $expand} of extended properties does in delta. */
    DELTA_EXPAND("delta-expand", "error", "ignored", "served"),
    /** Whether a change of nothing but an extended property appears in delta. */
    DELTA_OF_EXTENDED_PROPERTY("delta-of-extended-property", "shown", "hidden"),
    /** Whether an extended property's GUID is read back as it was sent. */
    GUID_CASE("guid-case", "as-sent", "lower", "upper"),
    /** Whether a contact's copy keeps its extended properties. */
    COPY_KEEPS_EXTENDED_PROPERTY("copy-keeps-extended-property", "yes", "no"),
    /** Status of a second master category of the same name. */
    DUPLICATE_CATEGORY("duplicate-category", "409", "400"),
    /** Whether the limit of two numbers, confirmed for businessPhones, holds for homePhones. */
    HOME_PHONES_LIMIT("home-phones-limit", "2", "none"),
    /** Code of the refusal of a third business phone or a fourth address. */
    MULTI_VALUE_CODE("multi-value-code", "ErrorInvalidProperty", "ErrorInvalidRequest"),
    /** What becomes of one-line text of more than 255 characters. */
    LONG_TEXT("long-text", "refused", "cut", "kept"),
    /** Whether givenName must be sent with a create, as reported in 2018. */
    GIVEN_NAME("given-name", "optional", "required"),
    /** Which holds when primaryEmailAddress and emailAddresses are sent together. */
    EMAIL_PRECEDENCE("email-precedence", "emailAddresses", "primaryEmailAddress"),
    /** What becomes of an extended property whose value is sent as null. */
    NULL_EXTENDED_PROPERTY("null-extended-property", "removed", "emptied"),
    /** Which change of a contact generates the display name anew when it does not carry one. */
    DISPLAY_NAME_RECOMPUTED("display-name-recomputed", "by-names", "by-every-change"),
    /** What fileAs is when it was never given. */
    FILE_AS("file-as", "empty", "generated"),
    /** Status of PATCH and DELETE with an empty id in the address. */
    EMPTY_ID("empty-id", "405", "400"),
    /** Whether translateExchangeIds takes a token without a user, for which it is documented as not supported. */
    TRANSLATE_IDS("translate-ids", "refused", "served"),
    /** Whether setting a contact's photo changes its change key. */
    PHOTO_CHANGES_KEY("photo-changes-key", "yes", "no"),
    /** Code of the refusal when there is no photo. */
    MISSING_PHOTO("missing-photo", "ImageNotFound", "ErrorItemNotFound"),
    /** What the metadata of a user's photo are when there is none. */
    MISSING_PHOTO_METADATA("missing-photo-metadata", "404", "1x1"),
    /** Whether a directory query with {@code $expand} may use what the header ConsistencyLevel allows. */
    EXPAND_IN_ADVANCED_QUERY("expand-in-advanced-query", "refused", "served"),
    /** What becomes of {@code $top} and others that are documented as not supported in delta of users. */
    DIRECTORY_DELTA_PARAMETERS("directory-delta-parameters", "refused", "ignored"),
    /** Whether the refusal of an expired directory delta token names the address to begin anew. */
    DELTA_RESET_LOCATION("delta-reset-location", "sent", "missing"),
    /** What an app without Member.Read.Hidden gets when it asks for hidden members. */
    HIDDEN_MEMBERS("hidden-members", "refused", "empty"),
    /**
     * Status of a batch some of whose requests were throttled: throttling.md speaks of 424, json-batching.md does not.
     */
    THROTTLED_BATCH("throttled-batch", "200", "424"),
    /** How the answer without a body stands in a batch. */
    EMPTY_BODY_IN_BATCH("empty-body-in-batch", "null", "absent"),
    /** Status and code of an expired delta token of contacts. */
    EXPIRED_DELTA_TOKEN("expired-delta-token", "410", "400"),
    /** Status with which a mailbox that is being moved answers. */
    MOVING_MAILBOX("moving-mailbox", "503", "404"),
    /** Status with which a full mailbox refuses a create. */
    FULL_MAILBOX("full-mailbox", "507", "403");

    private final String key;
    private final List<String> answers;

    GraphReading(String key, String... answers) {
        this.key = key;
        this.answers = List.of(answers);
    }

    /** Kebab-case name for command line and documentation. */
    public String key() {
        return key;
    }

    /** The answers in question, the one assumed first. */
    public List<String> answers() {
        return answers;
    }

    /** @throws IllegalArgumentException a sentence that names what was found and what is allowed */
    static GraphReading named(String key) {
        return Arrays.stream(values()).filter(each -> each.key.equals(key)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no reading '" + key + "' - allowed are "
                                + Arrays.stream(values()).map(GraphReading::key).collect(Collectors.joining(", "))));
    }
}
