package io.contactsync.sandbox.faults;

import io.contactsync.sandbox.protocol.ServiceRequest;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Which requests a rule is about; what is null is not asked.
 *
 * @param path         the path behind the version, without query
 * @param mailbox      user id or name
 * @param mailboxShare share of the mailboxes, 0 to 1, chosen by the seed
 * @param containing   text in query or body
 * @param kindly       what the kind of fault asks for itself
 */
record Which(Set<Place> places, String method, Pattern path, String mailbox, double mailboxShare, String containing,
        Predicate<ServiceRequest> kindly) {

    static Which read(PlanNode keys, FaultKind kind) {
        String method = keys.choice("method", null, "GET", "POST", "PATCH", "DELETE", "PUT");
        String path = keys.text("path", null);
        return new Which(places(keys, kind), method, path == null ? null : pattern(path), keys.text("mailbox", null),
                keys.share("mailboxes", 1), keys.text("containing", null), kind.fits());
    }

    private static Set<Place> places(PlanNode keys, FaultKind kind) {
        Set<Place> possible = kind.places();
        String[] names = possible.stream().map(Place::key).toArray(String[]::new);
        String where = keys.choice("where", null, names);
        if (where != null) {
            return EnumSet.of(Place.valueOf(where.toUpperCase(Locale.ROOT)));
        }
        Set<Place> usual = EnumSet.of(Place.ALONE, Place.INSIDE);
        usual.retainAll(possible);
        return usual.isEmpty() ? possible : usual;
    }

    /** In a path, * stands for one part and ** for any number. */
    private static Pattern pattern(String path) {
        StringBuilder expression = new StringBuilder();
        for (String part : path.split("/")) {
            if (!part.isEmpty()) {
                expression.append(
                        part.equals("**") ? "(?:/.*)?" : part.equals("*") ? "/[^/]+" : "/" + Pattern.quote(part));
            }
        }
        return Pattern.compile(expression.toString(), Pattern.CASE_INSENSITIVE);
    }

    boolean fits(ServiceRequest request, Place place, String user, Surroundings around) {
        return places.contains(place) && (method == null || method.equals(request.method())) && kindly.test(request)
                && (path == null || path.matcher("/" + String.join("/", request.segments())).matches())
                && (mailbox == null || ofMailbox(user, around))
                && (containing == null || request.target().contains(containing) || request.body().contains(containing));
    }

    /** Whether the rule is about this mailbox at all; what concerns no mailbox is not chosen by share. */
    boolean chooses(String user, long seed, int rule) {
        return mailboxShare >= 1 || user != null && Chance.of(seed, rule, user, 0) < mailboxShare;
    }

    private boolean ofMailbox(String user, Surroundings around) {
        return user != null && around.tenant().user(mailbox).filter(found -> found.id().equals(user)).isPresent();
    }
}
