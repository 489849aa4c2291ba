package io.contactsync.contact;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * What is written into a telephone field: a number, a number in a text, several numbers, or none that can be trusted.
 *
 * <pre>
 *  text                                   | what goes out
 * ----------------------------------------+------------------------------------------
 *  nothing but one number                 | that number
 *  words around one valid number          | that number, said to be read out of a text
 *  several numbers, each with its plus    | each of them, said to be read out of a text
 *  anything else                          | the text
 * </pre>
 *
 * <p>No digit may be left over: it may be an extension, an other ending, a piece of the number. National numbers side
 * by side stay as written for the same reason; only a plus shows where one begins.
 */
final class PhoneTexts {

    private static final Pattern BEFORE_PLUS = Pattern.compile("(?=\\(\\+)|(?<!\\()(?=\\+)");
    private static final Pattern BETWEEN =
            Pattern.compile("[ ;,/|&]*(?:\\b(?:or|and|oder|und|ou|et|o|e|y)\\b|\\bu\\.)?[ ;,/|&(]*$",
            Pattern.CASE_INSENSITIVE);
    /** Words with a small number of their own before the telephone number, as in 'Mobil2'. */
    private static final Pattern LABEL = Pattern.compile("^(\\p{L}[\\p{L} .]*\\p{L})[1-9](?=[ :.)]+\\(?[+0])");
    /** A small number of its own may have been taken for the first digits, as in 'Fax 3 7493'. */
    private static final Pattern CLEAR_BEGIN = Pattern.compile("[^\\d]*(?:\\+|0|\\d{3}).*");
    /** Stands for digits that were not given. */
    private static final Pattern PLACEHOLDER = Pattern.compile("[?_*#+…]|\\.\\.|(?i:\\b[xn]+\\b)");
    private static final Pattern DIGIT = Pattern.compile("\\p{N}");
    private static final Pattern APART = Pattern.compile("[ ,;:(].*|[.!]");

    private final PhoneNumbers numbers;

    PhoneTexts(PhoneFormat format) {
        this.numbers = new PhoneNumbers(format);
    }

    /**
     * Reads a text, in one line and with a character at least.
     *
     * @param region ISO 3166-1 alpha-2 region of national numbers; empty if only international ones can be read
     */
    PhoneReading read(String text, String region) {
        String whole = numbers.whole(text, region);
        if (whole != null) {
            return new PhoneReading(List.of(whole), false);
        }
        String unlabelled = LABEL.matcher(text).replaceFirst("$1");
        List<String> within = numbers.within(unlabelled, region).toList();
        if (within.size() == 1) {
            String only = only(unlabelled, within.get(0), region);
            return only == null ? PhoneReading.NONE : new PhoneReading(List.of(only), true);
        }
        return within.isEmpty() ? PhoneReading.NONE : several(PhoneNotation.plain(text));
    }

    private String only(String text, String number, String region) {
        int at = text.indexOf(number);
        String before = text.substring(0, at);
        String after = text.substring(at + number.length());
        boolean isLeftOver = hasDigits(before) || hasDigits(after) || !after.isEmpty() && !APART.matcher(after)
                .matches();
        boolean isClear = before.isBlank() || CLEAR_BEGIN.matcher(PhoneNotation.plain(number)).matches();
        return isLeftOver || !isClear ? null : numbers.valid(number, region);
    }

    private static boolean hasDigits(String rest) {
        return DIGIT.matcher(rest).find() || PLACEHOLDER.matcher(rest).find();
    }

    private PhoneReading several(String text) {
        List<String> found = BEFORE_PLUS.splitAsStream(text).map(part -> BETWEEN.matcher(part).replaceFirst(""))
                .filter(part -> !part.isEmpty())
                .map(part -> part.startsWith("+") || part.startsWith("(+") ? numbers.valid(part, "") : null).toList();
        boolean isAllRead = found.stream().allMatch(Objects::nonNull);
        return isAllRead ? new PhoneReading(found.stream().distinct().toList(), true) : PhoneReading.NONE;
    }

    /** Whether there are telephone numbers in that region. */
    boolean knows(String region) {
        return numbers.knows(region);
    }
}
