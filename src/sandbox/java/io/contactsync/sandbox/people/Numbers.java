package io.contactsync.sandbox.people;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.random.RandomGenerator;

/**
 * Valid telephone numbers of a region: libphonenumber's example with other last digits, written as people write them.
 */
final class Numbers {
    private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();
    private static final int TRIES = 30;
    private static final int VARIED = 10_000;

    private Numbers() {
    }

    static PhoneNumber mobile(String region, RandomGenerator dice) {
        return varied(region, PhoneNumberType.MOBILE, dice);
    }

    static PhoneNumber fixed(String region, RandomGenerator dice) {
        return varied(region, PhoneNumberType.FIXED_LINE, dice);
    }

    /** With its country code, as in +49 89 123456. */
    static String international(PhoneNumber number) {
        return LIBRARY.format(number, PhoneNumberFormat.INTERNATIONAL);
    }

    /**
     * With or without country code, with blanks, hyphens or nothing between, or with the invisible marks that
     * telephones' settings leave behind.
     */
    static String written(PhoneNumber number, RandomGenerator dice) {
        return switch (dice.nextInt(10)) {
            case 0, 1, 2, 3 -> international(number);
            case 4, 5, 6 -> LIBRARY.format(number, PhoneNumberFormat.NATIONAL);
            case 7 -> LIBRARY.format(number, PhoneNumberFormat.E164);
            case 8 -> international(number).replace(' ', '-');
            default -> "\u202A" + international(number) + "\u202C";
        };
    }

    private static PhoneNumber varied(String region, PhoneNumberType type, RandomGenerator dice) {
        PhoneNumber example = LIBRARY.getExampleNumberForType(region, type);
        long stem = example.getNationalNumber() / VARIED * VARIED;
        for (int attempt = 0; attempt < TRIES; attempt++) {
            PhoneNumber candidate = new PhoneNumber().mergeFrom(example).setNationalNumber(stem + dice.nextInt(VARIED));
            if (LIBRARY.isValidNumberForRegion(candidate, region)) {
                return candidate;
            }
        }
        return example;
    }
}
