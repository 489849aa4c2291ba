package io.contactsync.contact;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;

/**
 * Whether a number that the library read has the digits of the text. The library drops more than a country dials from
 * abroad: a carrier's code ({@code 0 15 11 91234-5678} in Brazil), a zero too many ({@code +49 (00) 30 …}), digits that
 * it takes for a prefix ({@code +57 03 1 …}).
 *
 * <pre>
 *  before the number itself may stand | because
 * ------------------------------------+-----------------------------------------------------
 *  nothing                            | it is a national number without its prefix
 *  the national prefix                | it is dialled within the country only
 *  the country code                   | it was international, with or without its plus
 *  both, if the number is valid       | many write +49 030 …
 *  a prefix of 2 to 5 digits and the country code, without a plus | it is dialled to reach another country
 * </pre>
 */
record PhoneDigits(PhoneNumberUtil library) {

    private static final int LONGEST_WAY_OUT = 5;
    private static final int SHORTEST_WAY_OUT = 2;

    /**
     * @param written all digits of the text, without a (0)
     * @param region of national numbers; empty if there is none
     */
    boolean areKept(String written, boolean international, PhoneNumber number, String region) {
        String own = library.getNationalSignificantNumber(number);
        if (!written.endsWith(own)) {
            return false;
        }
        String before = written.substring(0, written.length() - own.length());
        String code = Integer.toString(number.getCountryCode());
        if (before.equals(code) || before.isEmpty() && !international) {
            return true;
        }
        String prefix = prefix(number, region);
        boolean both = !prefix.isEmpty() && before.equals(code + prefix) && library.isValidNumber(number);
        return both || !international && (before.equals(prefix) || isWayOut(before, code));
    }

    private String prefix(PhoneNumber number, String region) {
        String home = library.getRegionCodeForNumber(number);
        String prefix = library.getNddPrefixForRegion(home == null ? region : home, true);
        return prefix == null ? "" : prefix;
    }

    private static boolean isWayOut(String before, String code) {
        int length = before.length() - code.length();
        return before.endsWith(code) && length >= SHORTEST_WAY_OUT && length <= LONGEST_WAY_OUT;
    }
}
