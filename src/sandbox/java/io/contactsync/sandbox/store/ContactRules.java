package io.contactsync.sandbox.store;

import io.contactsync.sandbox.protocol.GraphRefusal;
import io.contactsync.sandbox.protocol.GraphReading;
import io.contactsync.sandbox.protocol.GraphReadings;
import java.util.Locale;
import java.util.Map;

/**
 * What Exchange allows and makes of a contact's values, as far as no public source settles it; see {@link GraphReading}
 * for each.
 *
 * @param multiValueCode  code of the refusal of too many values
 * @param most            most values a list may hold
 * @param longText        refused, cut or kept: one-line text of more than 255 characters
 * @param givenName       whether a create must have one
 * @param listWins        whether emailAddresses wins over primaryEmailAddress and its like
 * @param guidCase        as-sent, lower or upper: the GUID of an extended property
 * @param nullRemoves     whether an extended property whose value is null goes away
 * @param alwaysNamed     whether every change without a display name generates one, or only a change of a name
 * @param fileAsGenerated whether fileAs is made of the names when it is not given
 */
record ContactRules(String multiValueCode, Map<ContactProperty, Integer> most, String longText, boolean givenName,
        boolean listWins, String guidCase, boolean nullRemoves, boolean alwaysNamed, boolean fileAsGenerated) {
    private static final int LONGEST_LINE = 255;
    private static final Map<ContactProperty, Integer> CONFIRMED =
            Map.of(ContactProperty.EMAIL_ADDRESSES, 3, ContactProperty.BUSINESS_PHONES, 2);
    private static final Map<ContactProperty, Integer> LIKELY =
        Map.of(ContactProperty.EMAIL_ADDRESSES, 3, ContactProperty.BUSINESS_PHONES, 2, ContactProperty.HOME_PHONES, 2);

    static ContactRules of(GraphReadings readings) {
        return new ContactRules(readings.of(GraphReading.MULTI_VALUE_CODE),
                readings.is(GraphReading.HOME_PHONES_LIMIT, "2") ? LIKELY : CONFIRMED,
                readings.of(GraphReading.LONG_TEXT),
                readings.is(GraphReading.GIVEN_NAME, "required"),
                readings.is(GraphReading.EMAIL_PRECEDENCE, "emailAddresses"),
                readings.of(GraphReading.GUID_CASE),
                readings.is(GraphReading.NULL_EXTENDED_PROPERTY, "removed"),
                readings.is(GraphReading.DISPLAY_NAME_RECOMPUTED, "by-every-change"),
                readings.is(GraphReading.FILE_AS, "generated"));
    }

    /** Text as seen in github.com/microsoftgraph/microsoft-graph-docs, issue 15276; the code is not on record. */
    void checkSize(ContactProperty property, int size) {
        Integer allowed = most.get(property);
        if (allowed != null && size > allowed) {
            throw new GraphRefusal(400, multiValueCode,
                    "The multi value property " + capital(property.wireName()) + " has " + size
                            + " entries, that exceeds the max allowed value of " + allowed);
        }
    }

    /** One-line text as it is stored; neither limit nor words are published. */
    String line(String name, String text) {
        if (text.length() <= LONGEST_LINE || longText.equals("kept")) {
            return text;
        }
        if (longText.equals("cut")) {
            return text.substring(0, LONGEST_LINE);
        }
        throw GraphRefusal.invalidProperty("The property '" + capital(name) + "' has " + text.length()
                + " characters, that exceeds the max allowed value of " + LONGEST_LINE);
    }

    /** Text as reported in github.com/microsoftgraph/msgraph-sdk-dotnet, issue 247. */
    void checkCreate(ContactBody body) {
        if (givenName && body.text(ContactProperty.GIVEN_NAME) == null) {
            throw GraphRefusal.requiredProperty("ErrorInvalidProperty", "GivenName");
        }
    }

    /** An extended property's id as it is read back. */
    String extendedId(String id) {
        int open = id.indexOf('{');
        int close = id.indexOf('}');
        if (guidCase.equals("as-sent") || open < 0 || close < open) {
            return id;
        }
        String guid = id.substring(open, close);
        String spelt = guidCase.equals("lower") ? guid.toLowerCase(Locale.ROOT) : guid.toUpperCase(Locale.ROOT);
        return id.substring(0, open) + spelt + id.substring(close);
    }

    private static String capital(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
