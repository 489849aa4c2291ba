package io.contactsync.contact;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Numbers of every region, written in many ways: what goes out is exactly that number, or nothing is read. {@code
 * -Dphones.notations=N} tries so many (20,000 otherwise), {@code -Dphones.seed=S} those of that seed.
 */
class PhoneNotationsTest {

    private static final int NOTATIONS = Integer.getInteger("phones.notations", 20_000);
    private static final long SEED = Long.getLong("phones.seed", 1L);
    private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();
    private static final List<String> REGIONS = LIBRARY.getSupportedRegions().stream().sorted().toList();
    private static final List<PhoneNumberType> TYPES = List.of(PhoneNumberType.FIXED_LINE, PhoneNumberType.MOBILE,
            PhoneNumberType.TOLL_FREE, PhoneNumberType.VOIP);
    private static final List<String> WORDS = List.of("privat", "(ZRH)", "Bob", "Zentrale", "bitte nur vormittags",
            "Büro", "XXX", "dgfs", "...", "Flowers", "HANS",
            "会社", "مكتب");
    private static final List<String> REMAINS = List.of(" Tor 2", " App 12", " Fax: -568", "/68", " or 654321", ".0",
            " (2. Stock)", " bis 17 Uhr", " u. -12", ",,123#",
            " Raum 0.12", "²", " ①", "+1", "-xx", "abc2219", "E+10", "; 7");
    private static final List<String> LABELS = List.of("Tel. ", "Tel.: ", "tel:", "Mobil ", "Mobil2 ", "Mobil2: ",
            "Fax 3 ", "2. ", "P: ", "(abends) ", "Haus 7, ");

    private final PhoneTexts phones = new PhoneTexts(PhoneFormat.E164);

    /** @param numbers what may go out, in E.164; @param isPlain whether it must */
    private record Notation(String text, String region, List<String> numbers, boolean isPlain) {
    }

    @Test
    void neverAnyOtherDigits() {
        List<String> wrong = new ArrayList<>();
        for (long seed = SEED * NOTATIONS; seed < (SEED + 1) * NOTATIONS; seed++) {
            Random random = new Random(seed * 0x9E3779B97F4A7C15L);
            Notation notation = notation(REGIONS.get((int) (seed % REGIONS.size())), random);
            PhoneReading reading = phones.read(Lines.one(notation.text), notation.region);
            boolean isRight = reading.numbers().equals(notation.numbers) || !reading.isRead() && !notation.isPlain
                    || isItsCountrysOwn(notation, reading);
            if (!isRight && wrong.size() < 20) {
                wrong.add("seed " + seed + ": '" + notation.text + "' in '" + notation.region + "' is "
                        + notation.numbers + ", read " + reading.numbers());
            }
        }
        assertThat(wrong).as("-Dphones.notations=%d -Dphones.seed=%d", NOTATIONS, SEED).isEmpty();
    }

    /**
     * Another country's digits without their plus may be, digit by digit, how this country writes a number of its own.
     */
    private static boolean isItsCountrysOwn(Notation notation, PhoneReading reading) {
        try {
            PhoneNumber number = LIBRARY.parse(reading.isRead() ? reading.numbers().get(0) : "", null);
            return notation.text.equals(PhoneNumberUtil.normalizeDigitsOnly(LIBRARY.format(number,
                    PhoneNumberFormat.NATIONAL)));
        } catch (NumberParseException none) {
            return false;
        }
    }

    /** The rule is of use only if what is plainly a number is read. */
    @Test
    void nearlyEveryNationalNotationIsRead() {
        List<String> unread = new ArrayList<>();
        for (String region : REGIONS) {
            for (int seed = 0; seed < 20; seed++) {
                PhoneNumber number = number(region, new Random(seed));
                String national = LIBRARY.format(number, PhoneNumberFormat.NATIONAL);
                if (!phones.read(Lines.one(national), region).isRead()) {
                    unread.add(region + " " + national);
                }
            }
        }
        assertThat(unread).hasSizeLessThan(REGIONS.size() * 20 / 50);
    }

    private static PhoneNumber number(String region, Random random) {
        PhoneNumber example = LIBRARY.getExampleNumberForType(region, TYPES.get(random.nextInt(TYPES.size())));
        PhoneNumber base = example == null ? LIBRARY.getExampleNumber(region) : example;
        for (int attempt = 0; attempt < 30; attempt++) {
            PhoneNumber varied = new PhoneNumber().mergeFrom(base)
                    .setNationalNumber(base.getNationalNumber() / 1000 * 1000 + random.nextInt(1000));
            if (LIBRARY.isValidNumberForRegion(varied, region)) {
                return varied;
            }
        }
        return base;
    }

    private static Notation notation(String region, Random random) {
        PhoneNumber number = number(region, random);
        String context = random.nextInt(4) == 0 ? random.nextInt(2) == 0 ? ""
                : REGIONS.get(random.nextInt(REGIONS.size())) : region;
        String e164 = LIBRARY.format(number, PhoneNumberFormat.E164);
        String international = LIBRARY.format(number, random.nextBoolean() ? PhoneNumberFormat.INTERNATIONAL
                : PhoneNumberFormat.E164);
        String written = context.equals(region) && random.nextBoolean()
                ? LIBRARY.format(number, PhoneNumberFormat.NATIONAL) : international;
        List<String> one = List.of(e164);
        return switch (random.nextInt(14)) {
            case 0 -> new Notation(international, context, one, true);
            case 1 -> new Notation(separated(written, random), context, one, false);
            case 2 -> new Notation(written + between(random) + WORDS.get(random.nextInt(WORDS.size())), context, one,
                    false);
            case 3 -> new Notation(LABELS.get(random.nextInt(LABELS.size())) + written, context, one, false);
            case 4 -> new Notation(written + REMAINS.get(random.nextInt(REMAINS.size())), context, one, false);
            case 5 -> extended(written, context, e164, random);
            case 6 -> twice(written, context, e164, number(region, random), random);
            case 7 -> new Notation(e164.substring(1), context, one, false);
            case 8 -> new Notation(e164.substring(1) + (random.nextBoolean() ? ".0" : ""), context, one, false);
            case 9 -> new Notation(String.valueOf((double) Long.parseLong(e164.substring(1))), context, List.of(),
                    false);
            case 10 -> new Notation(zero(number), context, one, false);
            case 11 -> new Notation("00" + e164.substring(1), context, one, false);
            case 12 -> new Notation(inserted(written, WORDS.get(random.nextInt(WORDS.size())), random), context, one,
                    false);
            default -> new Notation(LIBRARY.format(number, PhoneNumberFormat.RFC3966), context, one, false);
        };
    }

    private static String between(Random random) {
        return random.nextInt(4) == 0 ? "" : " ";
    }

    private static String separated(String written, Random random) {
        return written.chars().mapToObj(character -> {
            String sign = Character.toString(character);
            return Character.isDigit(character) && random.nextInt(4) == 0 ? sign
                    + List.of(" ", "-", ".", "\u2011", "\u00A0").get(random.nextInt(5)) : sign;
        }).collect(Collectors.joining());
    }

    private static String inserted(String written, String word, Random random) {
        int at = random.nextInt(written.length() + 1);
        return written.substring(0, at) + word + written.substring(at);
    }

    private static String zero(PhoneNumber number) {
        String national = LIBRARY.getNationalSignificantNumber(number);
        boolean isZeroOurs = national.startsWith("0");
        return "+" + number.getCountryCode() + " (0) " + (isZeroOurs ? national.substring(1) : national);
    }

    private static Notation extended(String written, String context, String e164, Random random) {
        int extension = 1 + random.nextInt(9_999);
        String word = List.of(" ext. ", "x", " DW ", " Durchwahl ", ";ext=", " poste ", " App. ", " Zimmer ", " - ")
                .get(random.nextInt(9));
        boolean isKnown = Stream.of(" App. ", " Zimmer ", " - ").noneMatch(word::equals);
        return new Notation(written + word + extension, context, isKnown ? List.of(e164 + " ext. " + extension)
                : List.of(), false);
    }

    private static Notation twice(String written, String context, String e164, PhoneNumber second, Random random) {
        String also = LIBRARY.format(second, PhoneNumberFormat.E164);
        String secondWritten = written.startsWith("+") ? LIBRARY.format(second, PhoneNumberFormat.INTERNATIONAL)
                : LIBRARY.format(second, PhoneNumberFormat.NATIONAL);
        String separator = List.of("; ", " / ", ", ", " oder ", " ", " - ", " | ", "/", " or ").get(random.nextInt(9));
        return new Notation(written + separator + secondWritten, context, Stream.of(e164, also).distinct().toList(),
                false);
    }
}
