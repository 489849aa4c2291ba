package io.contactsync.contact;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;

import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Whole telephone numbers in one form. The library is handed digits and nothing else: it takes a letter for a digit, a
 * second number for an extension (its {@code parse} does not check that a text is only a number, says its FAQ), and
 * what is wrong stays wrong on every phone.
 */
final class PhoneNumbers {

    private static final String EXTENSION = " ext. ";
    /** ITU-T E.164, country code included; the library lets more pass. */
    private static final int MOST_DIGITS = 15;
    /** From here on two numbers may stand behind each other. */
    private static final int ROOM_FOR_TWO = 12;
    /** Fewer digits, without an area code's zero or a country code's plus, may be a number within a town. */
    private static final int LEAST_WITHOUT_PREFIX = 9;
    /** Toll-free numbers of North America: the only plan in which letters are used and the length is fixed. */
    private static final Pattern VANITY =
            Pattern.compile("(?:\\+?1[-. ]?)?\\(?8\\d\\d\\)?[-. ]?(?=(?:[^A-Z]*[A-Z]){3})(?:[- ]?[A-Z0-9]){7}");
    private static final int NORTH_AMERICA = 1;

    private final PhoneNumberUtil library = PhoneNumberUtil.getInstance();
    private final PhoneDigits digits = new PhoneDigits(library);
    private final PhoneFormat format;

    PhoneNumbers(PhoneFormat format) {
        this.format = format;
    }

    /**
     * The number in the chosen form; null if the text is not one number and nothing else.
     *
     * @param text as the source has it
     * @param region ISO 3166-1 alpha-2 region of national numbers; empty if only international ones can be read
     */
    String whole(String text, String region) {
        return whole(text, region, false);
    }

    /** The same, if the number is also one of its country's numbering plan. */
    String valid(String text, String region) {
        return whole(text, region, true);
    }

    private String whole(String text, String region, boolean mustBeValid) {
        PhoneNotation notation = PhoneNotation.of(text);
        PhoneNumber number = notation == null ? vanity(PhoneNotation.plain(text), region) : number(notation, region);
        if (number == null || length(number) > MOST_DIGITS || mustBeValid && !library.isValidNumber(number)) {
            return null;
        }
        boolean isExtended = notation != null && !notation.extension().isEmpty();
        return library.format(number, format.library()) + (isExtended ? EXTENSION + notation.extension() : "");
    }

    private PhoneNumber number(PhoneNotation notation, String region) {
        PhoneNumber number = notation.code().isEmpty() ? plain(notation, region) : withZero(notation, region);
        return number == null || isTwo(notation, number) || !areKept(notation, number, region) ? null : number;
    }

    /** A (0) is a digit of the number where the country's numbers begin with it. */
    private boolean areKept(PhoneNotation notation, PhoneNumber number, String region) {
        boolean international = begin(notation).startsWith("+");
        return digits.areKept(notation.code() + notation.digits(), international, number, region)
                || !notation.code().isEmpty()
                && digits.areKept(notation.code() + "0" + notation.digits(), international, number, region);
    }

    private PhoneNumber plain(PhoneNotation notation, String region) {
        String digits = notation.digits();
        if (notation.international()) {
            return possible(parse("+" + digits, ""));
        }
        PhoneNumber number = valid(parse(digits, region));
        return number == null || isDoubtful(digits, number) ? null : number;
    }

    /**
     * With a (0) between country code and number: it is not dialled, unless the country's numbers begin with it, as
     * Italy's do.
     */
    private PhoneNumber withZero(PhoneNotation notation, String region) {
        String begin = begin(notation);
        PhoneNumber without = parse(begin + notation.digits(), region);
        PhoneNumber with = parse(begin + "0" + notation.digits(), region);
        if (without == null || with == null || without.equals(with)) {
            return begin.startsWith("+") ? possible(without) : valid(without);
        }
        return library.isValidNumber(with) ? library.isValidNumber(without) ? null : with : valid(without);
    }

    private String begin(PhoneNotation notation) {
        boolean isCode = !notation.international() && notation.code().matches("[1-9]\\d{0,2}")
                && !library.getRegionCodesForCountryCode(Integer.parseInt(notation.code())).isEmpty();
        return (notation.international() || isCode ? "+" : "") + notation.code();
    }

    /**
     * Whether digits without a plus may just as well be another number: one within a town, one that lacks only its
     * plus, or one behind the 00 that most countries dial, but not this one.
     */
    private boolean isDoubtful(String digits, PhoneNumber number) {
        if (digits.startsWith("00")) {
            return isOther(parse("+" + digits.substring(2), ""), number);
        }
        String own = library.getNationalSignificantNumber(number);
        String code = String.valueOf(number.getCountryCode());
        String national = PhoneNumberUtil.normalizeDigitsOnly(library.format(number, PhoneNumberFormat.NATIONAL));
        boolean lacksPrefix = digits.equals(own) && national.length() > digits.length();
        boolean lacksPlus = digits.equals(code + own) && !digits.equals(national);
        boolean isOpen = lacksPrefix || digits.startsWith(code) || digits.length() < own.length();
        return lacksPrefix && digits.length() > ROOM_FOR_TWO
                || (lacksPrefix || lacksPlus) && digits.length() < LEAST_WITHOUT_PREFIX
                || isOpen && isOther(parse("+" + digits, ""), number);
    }

    private boolean isOther(PhoneNumber other, PhoneNumber number) {
        return other != null && library.isValidNumber(other) && !other.equals(number);
    }

    /** Whether its groups are two numbers of one country, one behind the other. */
    private boolean isTwo(PhoneNotation notation, PhoneNumber number) {
        String region = library.getRegionCodeForCountryCode(number.getCountryCode());
        String begin = !notation.code().isEmpty() ? "+" + number.getCountryCode() : notation.international() ? "+" : "";
        int groups = notation.groups().size();
        return notation.digits().length() >= ROOM_FOR_TWO && IntStream.range(1, groups)
                .filter(at -> notation.groups().get(at).startsWith("0"))
                .anyMatch(at -> valid(parse(begin + notation.digits(0, at), region)) != null
                        && valid(parse(notation.digits(at, groups), region)) != null);
    }

    private PhoneNumber vanity(String text, String region) {
        boolean isVanity = VANITY.matcher(text).matches() && (text.startsWith("+1") || isNorthAmerican(region));
        return isVanity ? valid(parse(PhoneNumberUtil.convertAlphaCharactersInNumber(text), region)) : null;
    }

    private boolean isNorthAmerican(String region) {
        return !region.isEmpty() && library.getCountryCodeForRegion(region) == NORTH_AMERICA;
    }

    /**
     * With a country code a number need only be possible; without one it must be valid in its region, or an internal
     * 4711 would become somebody's.
     */
    private PhoneNumber possible(PhoneNumber number) {
        return number != null && library.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE ? number
                : null;
    }

    private PhoneNumber valid(PhoneNumber number) {
        return number != null && library.isValidNumber(number) ? number : null;
    }

    private PhoneNumber parse(String digits, String region) {
        try {
            return library.parse(digits, region.isEmpty() ? null : region);
        } catch (NumberParseException notANumber) {
            return null;
        }
    }

    private int length(PhoneNumber number) {
        return String.valueOf(number.getCountryCode()).length() + library.getNationalSignificantNumber(number).length();
    }

    /** What stands between the begin and the end of a longer text and may be a number. */
    Stream<String> within(String text, String region) {
        Stream.Builder<String> found = Stream.builder();
        library.findNumbers(text, region.isEmpty() ? null : region, PhoneNumberUtil.Leniency.VALID, MOST_DIGITS)
                .forEach(match -> found.add(match.rawString()));
        return found.build();
    }

    /** The region of a number in E.164; empty if it is of none. */
    static String region(String number) {
        PhoneNumberUtil library = PhoneNumberUtil.getInstance();
        try {
            String region = library.getRegionCodeForNumber(library.parse(number, null));
            return region == null ? "" : region;
        } catch (NumberParseException notANumber) {
            return "";
        }
    }

    /** Whether the library knows that region. */
    boolean knows(String region) {
        return library.getSupportedRegions().contains(region);
    }
}
