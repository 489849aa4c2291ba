package io.contactsync.sandbox.people.card;

import ezvcard.VCard;
import ezvcard.property.VCardProperty;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Of what types a property is, in small letters: its TYPE parameters, also where an old writer escaped the comma
 * between two or quoted it, and the label that Apple's address book gives a property by a group of both.
 *
 * @see <a href="https://github.com/sabre-io/vobject/issues/24">TYPE=CELL\,VOICE, as ownCloud exported it</a>
 */
record VCardTypes(Set<String> names) {
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}-]+");
    private static final String LABEL = "X-ABLabel";
    private static final Set<String> MOBILE = Set.of("cell", "mobile", "iphone", "handy", "x-mobile", "x-handy");
    private static final Set<String> FAX = Set.of("fax", "homefax", "workfax", "otherfax");
    private static final Set<String> NO_TELEPHONE = Set.of("pager", "modem", "video", "bbs", "isdn");

    static VCardTypes of(VCardProperty property, VCard card) {
        Set<String> names = new HashSet<>();
        Stream.concat(property.getParameters().getTypes().stream(), label(property, card))
                .map(type -> type.toLowerCase(Locale.ROOT))
                .flatMap(BETWEEN::splitAsStream).forEach(names::add);
        return new VCardTypes(Set.copyOf(names));
    }

    private static Stream<String> label(VCardProperty property, VCard card) {
        return card.getExtendedProperties(LABEL).stream()
                .filter(label -> property.getGroup() != null && property.getGroup().equalsIgnoreCase(label.getGroup()))
                .map(label -> label.getValue() == null ? "" : label.getValue());
    }

    boolean isMobile() {
        return any(MOBILE);
    }

    boolean isFax() {
        return any(FAX);
    }

    /** Of what nobody calls. */
    boolean isNoTelephone() {
        return any(NO_TELEPHONE);
    }

    boolean isHome() {
        return names.contains("home");
    }

    boolean isPreferred() {
        return names.contains("pref");
    }

    private boolean any(Set<String> of) {
        return of.stream().anyMatch(names::contains);
    }
}
