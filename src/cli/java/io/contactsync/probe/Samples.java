package io.contactsync.probe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The made-up things of one run. All carry the run's name, and contacts a hidden property too, so that what a crashed
 * probe left is recognised.
 *
 * @param run eight hexadecimal digits
 */
record Samples(String run) {

    /** What every name begins with. */
    static final String PREFIX = "contact-sync probe ";
    /**
     * A set of named properties of the probe's own, apart from that of the synchronisation, whose contacts these are
     * not.
     */
    static final String MARK = "String {0d6ad3c4-7e0f-4c0b-9c1c-5f1b6e7a2d90} Name ContactSyncProbe";
    private static final Pattern RUN = Pattern.compile("[0-9a-f]{8}");
    private static final Pattern NAME = Pattern.compile(Pattern.quote(PREFIX) + "([0-9a-f]{8})");

    Samples {
        if (!RUN.matcher(run).matches()) {
            throw new IllegalArgumentException("a run is named by eight hexadecimal digits - was '" + run + "'");
        }
    }

    /** Name of folder and category. */
    String name() {
        return PREFIX + run;
    }

    /** Whether something of any run may be so called. */
    static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /** The samples of the run that made the folder of that name. */
    static Samples of(String folderName) {
        return new Samples(folderName.substring(PREFIX.length()));
    }

    /** A contact with a name, an address, a number and the mark. */
    ObjectNode contact(String what) {
        ObjectNode contact =
                JsonNodeFactory.instance.objectNode().put("givenName", "Probe").put("displayName", name() + " " + what);
        contact.putArray("emailAddresses").addObject().put("name", "Probe").put("address",
                "probe-" + run + "@example.org");
        contact.putArray("businessPhones").add("+1 202 555 0100");
        return mark(contact, MARK, value(what));
    }

    /** The contact with one more extended property. */
    ObjectNode mark(ObjectNode contact, String id, String value) {
        contact.withArray("singleValueExtendedProperties").addObject().put("id", id).put("value", value);
        return contact;
    }

    /** The mark's value. */
    String value(String what) {
        return run + "|" + what;
    }

    /** The {@code $expand} that reads the mark. */
    static String expand(String id) {
        return "singleValueExtendedProperties($filter=id eq '" + id + "')";
    }

    /** Whether a contact as listed with the mark or its display name is of this run. */
    boolean owns(JsonNode contact) {
        return markOf(contact).startsWith(run + "|") || contact.path("displayName").asText("").startsWith(name() + " ");
    }

    /** The mark's value, empty without one; the GUID may come back in another case than it was sent. */
    static String markOf(JsonNode contact) {
        for (JsonNode property : contact.path("singleValueExtendedProperties")) {
            if (property.path("id").asText("").toLowerCase(Locale.ROOT).equals(MARK.toLowerCase(Locale.ROOT))) {
                return property.path("value").asText("");
            }
        }
        return "";
    }
}
