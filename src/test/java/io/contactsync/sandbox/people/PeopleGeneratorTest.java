package io.contactsync.sandbox.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PeopleGeneratorTest {
    private static final int MANY = 1500;
    private static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();
    private static final List<GeneratedPerson> PEOPLE = people(1);

    @Test
    void namesAreOfManyScripts() {
        Set<Character.UnicodeScript> scripts = EnumSet.noneOf(Character.UnicodeScript.class);
        PEOPLE.forEach(person -> person.displayName().codePoints()
                .forEach(point -> scripts.add(Character.UnicodeScript.of(point))));
        assertThat(scripts).contains(Character.UnicodeScript.LATIN, Character.UnicodeScript.GREEK,
                Character.UnicodeScript.CYRILLIC, Character.UnicodeScript.ARABIC,
                Character.UnicodeScript.HEBREW, Character.UnicodeScript.HAN, Character.UnicodeScript.HIRAGANA,
                Character.UnicodeScript.KATAKANA,
                Character.UnicodeScript.HANGUL, Character.UnicodeScript.DEVANAGARI, Character.UnicodeScript.THAI,
                Character.UnicodeScript.ETHIOPIC);
        assertThat(PEOPLE.stream().map(GeneratedPerson::displayName)).anyMatch(name -> name.contains("'"))
                .anyMatch(name -> name.contains("van der "))
            .anyMatch(name -> name.contains("𠮷")).anyMatch(name -> name.contains("-"));
    }

    @Test
    void telephoneNumbersAreValidInFiftyRegionsWithAndWithoutCountryCode() {
        Set<String> regions = PEOPLE.stream().map(GeneratedPerson::region).collect(Collectors.toSet());
        assertThat(regions).hasSizeGreaterThanOrEqualTo(50).isSubsetOf(Set.of(Locale.getISOCountries()));
        assertThat(PEOPLE).allSatisfy(person -> assertThat(Stream.of(person.mobile(), person.business(), person.home()))
                .allMatch(number -> valid(number, person.region())));
        assertThat(PEOPLE.stream().filter(person -> person.mobile().contains("+")).count()).isBetween(MANY / 2L,
                MANY * 4L / 5);
    }

    private static boolean valid(String number, String region) {
        try {
            return PHONES.isValidNumberForRegion(PHONES.parse(number, region), region);
        } catch (NumberParseException e) {
            return false;
        }
    }

    @Test
    void someShareTheirNameAndSomeTheirNumber() {
        assertThat(PEOPLE.get(29).displayName()).isEqualTo(PEOPLE.get(28).displayName());
        assertThat(PEOPLE.get(29).mobile()).isNotEqualTo(PEOPLE.get(28).mobile());
        assertThat(PEOPLE.get(14).home()).isEqualTo(PEOPLE.get(13).home());
        assertThat(PEOPLE.get(14).surname()).isEqualTo(PEOPLE.get(13).surname());
        assertThat(PEOPLE.get(14).mobile()).isNotEqualTo(PEOPLE.get(13).mobile());
        List<GeneratedPerson> switchboard =
                PEOPLE.stream().filter(person -> person.number() % 5 == 2 && person.region().equals("DE")).toList();
        Set<Long> numbers = switchboard.stream().map(person -> national(person.business())).collect(Collectors.toSet());
        assertThat(switchboard).hasSizeGreaterThan(3);
        assertThat(numbers).hasSize(1);
    }

    private static long national(String number) {
        try {
            return PHONES.parse(number, "DE").getNationalNumber();
        } catch (NumberParseException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void namesReachGraphsLimitsAndNeverExceedThem() {
        assertThat(PEOPLE).allMatch(person -> person.givenName().length() <= 64 && person.surname().length() <= 64
                && person.displayName().length() <= 256);
        assertThat(PEOPLE).anyMatch(person -> person.surname().length() == 64 && person.givenName().length() >= 63);
        assertThat(PEOPLE.stream().map(GeneratedPerson::displayName))
                .noneMatch(name -> Character.isHighSurrogate(name.charAt(name.length() - 1)));
        assertThat(PEOPLE.stream().map(GeneratedPerson::displayName))
                .anyMatch(name -> !Normalizer.isNormalized(name, Normalizer.Form.NFC));
    }

    @Test
    void theSameSeedGivesTheSamePeopleAndAnotherOneOthers() {
        assertThat(people(1)).isEqualTo(PEOPLE);
        assertThat(people(2)).doesNotContainAnyElementsOf(PEOPLE);
    }

    @Test
    void addressesAreAsciiAndEverybodysOwn() {
        assertThat(PEOPLE.stream().map(GeneratedPerson::alias)).doesNotHaveDuplicates()
                .allMatch(alias -> alias.matches("[a-z0-9.-]{1,60}"));
        assertThat(PEOPLE.stream().map(GeneratedContacts::personal)).doesNotHaveDuplicates();
    }

    private static List<GeneratedPerson> people(long seed) {
        PeopleGenerator generator = new PeopleGenerator(seed);
        return IntStream.range(0, MANY).mapToObj(generator::person).toList();
    }
}
