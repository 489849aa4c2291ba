package io.contactsync.contact;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;

/**
 * Telephone numbers in one form, with libphonenumber. Extensions are kept; what cannot be a whole number, a local one without its area code included, stays as written.
 */
final class PhoneNumbers {

    private static final String EXTENSION = " ext. ";

    private final PhoneNumberUtil library = PhoneNumberUtil.getInstance();
    private final PhoneFormat format;

    PhoneNumbers(PhoneFormat format) {
        this.format = format;
    }

    /**
     * The number in the chosen form; null if it cannot be read as one.
     *
     * @param written as the source has it
     * @param region ISO 3166-1 alpha-2 region of national numbers; empty if only international ones can be read
     */
    String format(String written, String region) {
        try {
            PhoneNumber number = library.parse(written, region.isEmpty() ? null : region);
            if (!isTrusted(written, number)) {
                return null;
            }
            String extension = number.getExtension();
            number.clearExtension();
            return library.format(number, format.library()) + (extension.isEmpty() ? "" : EXTENSION + extension);
        } catch (NumberParseException notANumber) {
            return null;
        }
    }

    /** With a country code a number need only be possible; without one it must be valid in its region, or an internal 4711 would become somebody's. */
    private boolean isTrusted(String written, PhoneNumber number) {
        return written.startsWith("+") ? library.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE : library.isValidNumber(number);
    }

    /** Whether libphonenumber knows that region. */
    boolean knows(String region) {
        return library.getSupportedRegions().contains(region);
    }
}
