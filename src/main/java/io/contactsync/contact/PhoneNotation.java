package io.contactsync.contact;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text that is nothing but one telephone number, taken apart: digits and separators, a leading {@code +}, one
 * {@code (0)}, an extension behind a known word. Nothing of it has been looked up in a numbering plan yet.
 *
 * <pre>
 *  text                      | code     | groups        | extension
 * ---------------------------+----------+---------------+-----------
 *  +49 (0) 89 / 12 34-56     | +49      | 89 12 34 56   |
 *  01 / 512 34 56 DW 12      |          | 01 512 34 56  | 12
 *  49(0)345279580            | +49      | 345279580     |
 *  030 12345-67/68           | none: a slash stands behind the area code, or it is an other ending
 *  49891234560.0, 2. 8750    | none: a decimal or an ordinal number
 *  01.02.1970                | none: a day
 * </pre>
 *
 * @param international whether it begins with a plus
 * @param code digits before a {@code (0)}; empty if there is none
 * @param groups digits as they are grouped, without the {@code (0)}
 * @param extension digits; empty if there is none
 */
record PhoneNotation(boolean international, String code, List<String> groups, String extension) {

    private static final Pattern EXTENSION =
            Pattern.compile("(?<number>.*[\\d)])[ ,;-]*(?:;ext=|ext(?:ension|ensión|n)?|x|#"
            + "|poste|dw|durchwahl|klappe|kl|nebenstelle|nst|anexo|int(?:erno)?|доб)[ .:]*(?<extension>\\d{1,7})",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern NUMBER = Pattern.compile("(?<plus>\\+ ?|(?=\\(\\+))?(?:\\(\\+?\\d[\\d ]*\\)|\\d)"
            + "(?:[ ./-]{0,3}(?:\\([\\d ]*\\d ?\\)|\\d))*");
    private static final Pattern ZERO = Pattern.compile("(?<before>[^(]*\\(?[^(]*\\d[^(]*)\\( ?0 ?\\)(?<after>.*)");
    private static final Pattern ZEROS = Pattern.compile("\\( ?0 ?\\).*\\( ?0 ?\\)");
    private static final Pattern DAY =
            Pattern.compile("\\d{1,2}([./-])\\d{1,2}\\1(\\d{2}|\\d{4})|\\d{4}([./-])\\d{1,2}\\3\\d{1,2}");
    private static final Pattern DECIMAL = Pattern.compile(".*\\.0|[^.]*\\.\\d{1,2}|.*\\. .*");
    private static final Pattern SLASH =
            Pattern.compile("(?:(?:\\(?\\+ ?|00)?\\d{1,3}\\)? ?\\( ?0 ?\\) ?|(?:\\(?\\+ ?|00)\\d{1,3}\\)? )?"
            + "\\(?(?:\\+\\d{1,8}|(?:0\\d? ?)?\\d{1,5})\\)? ?/ ?[^/]*");
    private static final Pattern EVEN = Pattern.compile("\\+?\\d{1,5}(?: - \\d{1,6}){2,}");
    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final int LEAST_BEHIND_SLASH = 4;
    private static final String DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u30FC";

    /** The notation of a text; null if it is not nothing but one number. */
    static PhoneNotation of(String text) {
        String plain = plain(text);
        Matcher extended = EXTENSION.matcher(plain);
        boolean isExtended = extended.matches();
        String number = isExtended ? extended.group("number") : plain;
        Matcher matcher = NUMBER.matcher(number);
        if (!matcher.matches() || isOtherThing(number) || isOtherEnding(number)) {
            return null;
        }
        return of(matcher.group("plus") != null, number, isExtended ? extended.group("extension") : "");
    }

    private static PhoneNotation of(boolean international, String number, String extension) {
        Matcher zero = ZERO.matcher(number);
        if (!zero.matches()) {
            return new PhoneNotation(international, "", digits(number), extension);
        }
        String code = String.join("", digits(zero.group("before")));
        return new PhoneNotation(international, code, digits(zero.group("after")), extension);
    }

    private static boolean isOtherThing(String number) {
        return DAY.matcher(number).matches() || DECIMAL.matcher(number).matches() || ZEROS.matcher(number).find();
    }

    /**
     * A slash, or a dash with spaces, parts the area code from the rest; anywhere else, or with a short piece behind
     * it, what follows takes the place of the last digits.
     */
    private static boolean isOtherEnding(String text) {
        String number = EVEN.matcher(text).matches() ? text : text.replace(" - ", "/");
        int slash = number.indexOf('/');
        return slash >= 0 && (!SLASH.matcher(number).matches()
                || String.join("", digits(number.substring(slash))).length() < LEAST_BEHIND_SLASH);
    }

    private static List<String> digits(String text) {
        List<String> groups = new ArrayList<>();
        DIGITS.matcher(text).results().forEach(group -> groups.add(group.group()));
        return groups;
    }

    /** The groups from one to before another, as one. */
    String digits(int from, int to) {
        return String.join("", groups.subList(from, to));
    }

    String digits() {
        return String.join("", groups);
    }

    /**
     * In ASCII: digits and signs of all scripts, without marks that nobody sees. A raised 2 or a 1 in a circle is no
     * digit.
     */
    static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().filter(character -> Character.getType(character) != Character.FORMAT)
                .forEach(character -> plain.appendCodePoint(plain(character)));
        return plain.toString().replace('[', '(').replace(']', ')').strip();
    }

    private static int plain(int character) {
        if (Character.isDigit(character)) {
            return '0' + Character.digit(character, 10);
        }
        if (character > 0xFF00 && character < 0xFF5F) {
            return character - 0xFEE0;
        }
        return DASHES.indexOf(character) < 0 ? character : '-';
    }
}
