package io.contactsync.sandbox.faults;

import io.contactsync.sandbox.protocol.ServiceRequest;
import io.contactsync.sandbox.protocol.ServiceResponse.Delivery;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Every kind of fault a plan can ask for, with where it can act and what requests it is about; {@code docs/faults.yaml}
 * shows each.
 */
enum FaultKind {
    REFUSE(Places.EVERYWHERE, Kindly.ALL, RefusalFaults::refuse),
    MAILBOX_GONE(Places.SINGLE, Kindly.MAILBOX, RefusalFaults::gone),
    MAILBOX_MOVING(Places.SINGLE, Kindly.MAILBOX, RefusalFaults::moving),
    MAILBOX_FULL(Places.SINGLE, Kindly.CREATE, RefusalFaults::full),
    REDIRECT(Places.EVERYWHERE, Kindly.ALL, RefusalFaults::redirect),
    EXPIRED_PAGE(Places.SINGLE, Kindly.NEXT_PAGE, RefusalFaults::expiredPage),
    EXPIRED_DELTA(Places.SINGLE, Kindly.DELTA_TOKEN, RefusalFaults::expiredDelta),
    HALF_CREATED(Places.SINGLE, Kindly.CREATE, RefusalFaults::halfCreated),

    RESET(Places.EVERYWHERE, Kindly.ALL, ConnectionFaults::reset),
    CLOSE(Places.EVERYWHERE, Kindly.ALL, ConnectionFaults::close),
    BLACK_HOLE(Places.EVERYWHERE, Kindly.ALL, ConnectionFaults::blackHole),
    SLOW(Places.EVERYWHERE, Kindly.ALL, ConnectionFaults::slow),

    TRUNCATED(Places.EVERYWHERE, Kindly.ALL, Delivery.TRUNCATED),
    HTML(Places.EVERYWHERE, Kindly.ALL, BodyFaults::html),
    CONTENT_TYPE(Places.EVERYWHERE, Kindly.ALL, BodyFaults::contentType),
    INVALID_JSON(Places.EVERYWHERE, Kindly.ALL, BodyFaults::invalidJson),
    EMPTY_BODY(Places.EVERYWHERE, Kindly.ALL, BodyFaults::empty),
    ENDLESS_BODY(Places.EVERYWHERE, Kindly.ALL, Delivery.ENDLESS),
    GZIP_BOMB(Places.EXCHANGES, Kindly.ALL, BodyFaults::bomb),
    MANY_HEADERS(Places.EVERYWHERE, Kindly.ALL, BodyFaults::headers),
    DEEP_JSON(Places.EVERYWHERE, Kindly.ALL, BodyFaults::deep),

    WRONG_COUNT(Places.SINGLE, Kindly.LIST, PageFaults::wrongCount),
    EMPTY_PAGE(Places.SINGLE, Kindly.LIST, PageFaults::emptyPage),
    SAME_LINK(Places.SINGLE, Kindly.LIST, PageFaults::sameLink),
    NEW_LINKS(Places.SINGLE, Kindly.LIST, PageFaults::newLinks),
    FOREIGN_LINK(Places.SINGLE, Kindly.ALL, PageFaults::foreignLink),

    NO_ROWS(Places.SINGLE, Kindly.LIST, RowFaults::none),
    LOST_ROWS(Places.SINGLE, Kindly.LIST, RowFaults::lost),
    NULLED(Places.SINGLE, Kindly.LIST, RowFaults::nulled),
    DELTA_REPLAY(Places.SINGLE, Kindly.DELTA, RowFaults::replay),
    UNKNOWN_REMOVED(Places.SINGLE, Kindly.DELTA, RowFaults::unknownRemoved),
    STALE_LIST(Places.SINGLE, Kindly.CREATE_OR_DELETE, StaleLists::stale),

    BATCH_MISSING(Places.INSIDE, Kindly.ALL, Delivery.OMIT),
    BATCH_TWICE(Places.INSIDE, Kindly.ALL, Delivery.TWICE),
    BATCH_UNKNOWN_ID(Places.INSIDE, Kindly.ALL, Delivery.UNKNOWN_ID),
    BATCH_UPPER_CASE(Places.INSIDE, Kindly.ALL, Delivery.UPPER_CASE_ID),
    BATCH_PARTLY(Places.BATCH, Kindly.ALL, BatchFaults::partly),

    OWNER_EDITS(Places.SINGLE, Kindly.MAILBOX, OwnerFaults::edits),
    OWNER_COPIES(Places.SINGLE, Kindly.MAILBOX, OwnerFaults::copies),
    OWNER_MOVES(Places.SINGLE, Kindly.MAILBOX, OwnerFaults::moves),
    OWNER_UNTAGS(Places.SINGLE, Kindly.MAILBOX, OwnerFaults::untags),
    OWNER_STRIPS_KEY(Places.SINGLE, Kindly.MAILBOX, OwnerFaults::stripsKey),
    OWNER_DELETES(Places.SINGLE, Kindly.MAILBOX, OwnerFaults::deletes),
    OWNER_TAGS_PERSONAL(Places.SINGLE, Kindly.MAILBOX, OwnerFaults::tagsPersonal),

    TOKEN_ERROR(Places.TOKEN, Kindly.ALL, TokenFaults::error),
    SHORT_TOKEN(Places.TOKEN, Kindly.ALL, TokenFaults::shortLife),
    TOKENS_EXPIRE(Places.REQUESTS, Kindly.ALL, TokenFaults::expire);

    private final Set<Place> places;
    private final Predicate<ServiceRequest> fits;
    private final Function<PlanNode, Maker> maker;

    /** Makes the effect on one request. */
    @FunctionalInterface
    interface Maker {
        Effect make(Occasion occasion);
    }

    /** The answer is right, and travels badly. */
    FaultKind(Set<Place> places, Predicate<ServiceRequest> fits, Delivery delivery) {
        this(places, fits, (Occasion any) -> Effect.NONE.with(delivery));
    }

    /** One that has no keys of its own. */
    FaultKind(Set<Place> places, Predicate<ServiceRequest> fits, Maker maker) {
        this(places, fits, (PlanNode keys) -> maker);
    }

    FaultKind(Set<Place> places, Predicate<ServiceRequest> fits, Function<PlanNode, Maker> maker) {
        this.places = places;
        this.fits = fits;
        this.maker = maker;
    }

    /** Its name in YAML. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Set<Place> places() {
        return places;
    }

    Predicate<ServiceRequest> fits() {
        return fits;
    }

    /** Reads what this kind wants to know of a rule. */
    Maker maker(PlanNode keys) {
        return maker.apply(keys);
    }

    static FaultKind named(PlanNode keys) {
        String[] all = Arrays.stream(values()).map(FaultKind::key).toArray(String[]::new);
        keys.required("fault", String.join(", ", all));
        String name = keys.choice("fault", null, all);
        return Arrays.stream(values()).filter(each -> each.key().equals(name)).findFirst().orElseThrow();
    }

    /** Where kinds can act. */
    private static final class Places {
        static final Set<Place> EVERYWHERE = EnumSet.allOf(Place.class);
        /** What comes with headers of HTTP. */
        static final Set<Place> EXCHANGES = EnumSet.of(Place.ALONE, Place.BATCH, Place.TOKEN);
        static final Set<Place> REQUESTS = EnumSet.of(Place.ALONE, Place.INSIDE, Place.BATCH);
        static final Set<Place> SINGLE = EnumSet.of(Place.ALONE, Place.INSIDE);
        static final Set<Place> INSIDE = EnumSet.of(Place.INSIDE);
        static final Set<Place> BATCH = EnumSet.of(Place.BATCH);
        static final Set<Place> TOKEN = EnumSet.of(Place.TOKEN);
    }
}
