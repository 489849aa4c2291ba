package io.contactsync.run.explain;

import io.contactsync.core.Printable;
import io.contactsync.journal.Reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Everybody whom the last readings of the sources know, and how they are found. */
public final class Crowd {

    private final List<Someone> all;

    private Crowd(List<Someone> all) {
        this.all = all;
    }

    /**
     * Everybody in those readings; of several rows with one id of one source, the one that counts most: named, left
     * out, refused, left.
     */
    public static Crowd of(List<Reading> readings) {
        Map<String, Someone> byKey = new LinkedHashMap<>();
        List<Someone> without = new ArrayList<>();
        readings.stream().flatMap(Crowd::people).forEach(someone -> {
            if (someone.id().isEmpty()) {
                without.add(someone);
            } else {
                byKey.putIfAbsent(someone.source() + "|" + someone.id(), someone);
            }
        });
        return new Crowd(Stream.concat(byKey.values().stream(), without.stream()).toList());
    }

    private static Stream<Someone> people(Reading reading) {
        Map<String, Reading.Named> former = new LinkedHashMap<>();
        reading.former().forEach(each -> former.putIfAbsent(each.who().key().id(), each.who()));
        return Stream.of(reading.named().stream().map(named -> named(reading, named)),
                reading.absent().stream().map(absent -> absent(reading, absent, former.get(absent.id()))),
                reading.former().stream().map(each -> former(reading, each))).flatMap(Function.identity());
    }

    private static Someone named(Reading reading, Reading.Named named) {
        return new Someone(reading.source(), named.key().id(), named.name(), named.addresses(), Standing.NAMED, "",
                reading.at(), named.hash());
    }

    private static Someone former(Reading reading, Reading.Former former) {
        Reading.Named who = former.who();
        return new Someone(reading.source(), who.key().id(), who.name(), who.addresses(), Standing.LEFT, "",
                former.last(), "");
    }

    private static Someone absent(Reading reading, Reading.Absent absent, Reading.Named once) {
        String name = absent.name().isEmpty() && once != null ? once.name() : absent.name();
        List<String> addresses = absent.address().isEmpty() ? List.of() : List.of(absent.address());
        return absent.refused()
                ? new Someone(reading.source(), absent.id(), name, addresses, Standing.REFUSED, absent.place() + ": "
                + absent.reason(), reading.at(), "")
                : new Someone(reading.source(), absent.id(), name, addresses, Standing.EXCLUDED, absent.reason(),
                reading.at(), "");
    }

    /** Everybody. */
    public List<Someone> all() {
        return all;
    }

    /**
     * Whoever is meant by that: the ones with that key, id or address, else the ones of that name, else the ones that
     * have it somewhere.
     */
    public List<Someone> find(String text) {
        String wanted = lower(text.strip());
        List<Predicate<Someone>> rules = List.of(
                someone -> lower(someone.id()).equals(wanted) || lower(someone.source() + "|" + someone.id())
                .equals(wanted)
                        || someone.addresses().stream().anyMatch(address -> lower(address).equals(wanted)),
                someone -> lower(someone.name()).equals(wanted),
                someone -> Stream.concat(Stream.of(someone.name()), someone.addresses().stream())
                .anyMatch(part -> lower(part).contains(wanted))
                        || someone.standing() == Standing.REFUSED && lower(someone.reason()).contains(wanted));
        return rules.stream().map(rule -> all.stream().filter(rule).toList()).filter(found -> !found.isEmpty())
                .findFirst().orElse(List.of());
    }

    /** What to type so that they are meant and nobody else: the name, else the address, else the key. */
    public String typed(Someone one) {
        return Stream.concat(Stream.of(one.name()), one.addresses().stream())
                .filter(text -> !text.isEmpty() && find(text).equals(List.of(one))).findFirst()
                .orElse(one.id().isEmpty() ? one.called() : one.source() + "|" + one.id());
    }

    /** The ones whose name or address is most like that: for a question back. */
    public List<Someone> nearest(String text, int most) {
        Set<String> pairs = pairs(text);
        return all.stream().filter(someone -> likeness(someone, pairs) > 0.3)
                .sorted(Comparator.comparingDouble((Someone someone) -> -likeness(someone, pairs))
                .thenComparing(Someone::called)).limit(most).toList();
    }

    /** Shared pairs of letters, of all pairs: 1 for the same text, 0 for nothing in common. */
    private static double likeness(Someone someone, Set<String> pairs) {
        return Stream.concat(Stream.of(someone.name(), someone.id()), someone.addresses().stream())
                .mapToDouble(part -> {
            Set<String> shared = pairs(part);
            int both = shared.size() + pairs.size();
            shared.retainAll(pairs);
            return both == 0 ? 0 : 2.0 * shared.size() / both;
        }).max().orElse(0);
    }

    private static Set<String> pairs(String text) {
        String letters = lower(text);
        Set<String> pairs = new HashSet<>();
        for (int place = 0; place + 2 <= letters.length(); place++) {
            pairs.add(letters.substring(place, place + 2));
        }
        return pairs;
    }

    /** Others whom a source names now and who share an address with that one: a phone shows both. */
    public List<Someone> twins(Someone one) {
        Set<String> addresses = new HashSet<>(one.addresses().stream().map(Crowd::lower).toList());
        return all.stream().filter(other -> other.isNamed() && !(other.id().equals(one.id()) && other.source()
                .equals(one.source()))
                && other.addresses().stream().map(Crowd::lower).anyMatch(addresses::contains)).toList();
    }

    /** The one with that key, as it is or as journals show it; null if nobody has it. */
    public Someone of(String key) {
        return all.stream().filter(someone -> someone.key() != null
                && (someone.key().text().equals(key) || someone.key().shown().text().equals(key)))
                .findFirst().orElse(null);
    }

    private static String lower(String text) {
        return Printable.line(text).toLowerCase(Locale.ROOT);
    }
}
