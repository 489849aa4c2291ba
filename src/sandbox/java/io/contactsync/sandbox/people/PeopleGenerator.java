package io.contactsync.sandbox.people;

import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.text.Normalizer;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Makes people up, with names, places and telephone numbers of some fifty regions. The same seed and number give the
 * same person, however many others are made.
 *
 * <table>
 * <caption>What real address books hold and many programs trip over</caption>
 * <tr><td>1 in 10</td><td>has the name of the one before: another person</td></tr>
 * <tr><td>1 in 10</td><td>shares home number and surname with the one before: a family</td></tr>
 * <tr><td>1 in 5</td><td>has the business number of the region's switchboard</td></tr>
 * <tr><td>1 in 13</td><td>is written with combining marks (Unicode form D)</td></tr>
 * <tr><td>1 in 23</td><td>is shown as "surname, given name"</td></tr>
 * <tr><td>1 in 97</td><td>has names as long as Graph allows, 64 characters each</td></tr>
 * </table>
 */
final class PeopleGenerator {
    private static final int LONGEST = 64;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;
    private final List<NameList> regions = NameList.all();
    private final long seed;

    PeopleGenerator(long seed) {
        this.seed = seed;
    }

    GeneratedPerson person(int number) {
        int family = number % 10 == 4 ? number - 1 : number;
        NameList names = regions.get(dice(number % 10 == 9 ? number - 1 : family, 0).nextInt(regions.size()));
        String given = form(number, givenName(names, number));
        String surname = form(number, surname(names, number));
        SplittableRandom dice = dice(number, 1);
        PhoneNumber business =
                Numbers.fixed(names.region(), number % 5 == 2 ? dice(names.region().hashCode(), 2) : dice);
        PhoneNumber home = Numbers.fixed(names.region(), dice(family, 3));
        return new GeneratedPerson(number, names.region(), given, surname, shown(names, number, given, surname),
                pick(names.jobs(), dice), pick(names.streets(), dice), pick(names.cities(), dice),
                Numbers.written(Numbers.mobile(names.region(), dice), dice), Numbers.written(business, dice),
                Numbers.written(home, dice(family, 4)));
    }

    private String givenName(NameList names, int number) {
        if (number % 97 == 57) {
            return cut(String.join(" ", names.given()) + " " + String.join(" ", names.given()));
        }
        SplittableRandom dice = dice(number % 10 == 9 ? number - 1 : number, 5);
        String first = pick(names.given(), dice);
        return dice.nextInt(12) == 0 && names.order() == NameList.Order.WESTERN
                ? first + " " + pick(names.given(), dice)
                : first;
    }

    private String surname(NameList names, int number) {
        if (number % 97 == 57) {
            return cut(String.join("-", names.family()) + "-" + String.join("-", names.family()));
        }
        SplittableRandom dice = dice(number % 10 == 9 || number % 10 == 4 ? number - 1 : number, 6);
        String first = pick(names.family(), dice);
        return dice.nextInt(12) == 0 && names.order() == NameList.Order.WESTERN
                ? cut(first + "-" + pick(names.family(), dice))
                : first;
    }

    private static String form(int number, String name) {
        return number % 13 == 5 ? cut(Normalizer.normalize(name, Normalizer.Form.NFD)) : name;
    }

    private static String shown(NameList names, int number, String given, String surname) {
        return number % 23 == 7 ? surname + ", " + given : names.full(given, surname);
    }

    /** At most 64 characters, without half a surrogate pair at the end. */
    private static String cut(String name) {
        if (name.length() <= LONGEST) {
            return name;
        }
        int end = Character.isHighSurrogate(name.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return name.substring(0, end).strip();
    }

    private static <T> T pick(List<T> list, SplittableRandom dice) {
        return list.get(dice.nextInt(list.size()));
    }

    private SplittableRandom dice(int number, int purpose) {
        return new SplittableRandom((seed * 31 + number) * SPREAD + purpose);
    }
}
