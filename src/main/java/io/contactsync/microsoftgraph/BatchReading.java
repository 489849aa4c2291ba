package io.contactsync.microsoftgraph;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipException;

/**
 * What the answer to a {@code $batch} says of each request, by one rule: only what is itself ambiguous is in doubt.
 *
 * <pre>
 *  a part that is whole, with an id that was sent   the answer to that request
 *  the same answer once more                        that answer, with the longer wait
 *  another answer for the same id, whole or cut     in doubt
 *  no status, or one outside 100..599               in doubt
 *  an id that was not sent, or none                 nobody's: noted; if it was somebody's own, that one has no other
 *                                                   and so no answer
 *  behind the place where the answer breaks off     no answer
 *  a wait, wherever it stands                       kept
 * </pre>
 *
 * A request in doubt is left out like one without an answer.
 */
final class BatchReading {

    static final String CUT = "breaks off";

    private final Map<String, String> sent = new HashMap<>();
    private final Map<String, GraphItemResponse> items = new HashMap<>();
    private final Set<String> doubtful = new HashSet<>();
    private final Set<String> damage = new LinkedHashSet<>();
    private final Map<String, Duration> waits = new HashMap<>();
    private Duration wait;
    private IOException cause;

    BatchReading(List<GraphRequest> requests) {
        requests.forEach(request -> sent.put(BatchOperation.key(request.id()), request.id()));
    }

    /** Answers by the id as it was sent; ids are compared without case. */
    Map<String, GraphItemResponse> items() {
        return items;
    }

    /** The waits of single requests by their ids as sent, also of those in doubt. */
    Map<String, Duration> waits() {
        return waits;
    }

    /** The longest wait that no single request was told: the envelope's, or one of nobody's; or null. */
    Duration waitOfAll() {
        return wait;
    }

    /** The longest wait that was read anywhere, or null. */
    Duration retryAfter() {
        return waits.values().stream().reduce(wait, BatchReading::longer);
    }

    /** Why the answer broke off, or null. */
    IOException cause() {
        return cause;
    }

    /** What is wrong with the answer, in words that hold no personal data; null if nothing is. */
    String damage() {
        return damage.isEmpty() ? null : String.join(", ", damage);
    }

    void note(String what) {
        damage.add(what);
    }

    void tellAll(Duration told) {
        wait = longer(wait, told);
    }

    /**
     * Nothing comes behind this; what was read of bytes with a wrong checksum is no answer either, but it is safe to
     * wait.
     */
    void breakOff(IOException why) {
        cause = why;
        note(CUT);
        if (why instanceof ZipException) {
            items.clear();
        }
    }

    void add(BatchPart part, boolean whole) {
        if (part.ids().isEmpty()) {
            tellAll(part.retryAfter());
            note("holds a response without an id");
        }
        for (String name : part.ids()) {
            String id = sent.get(BatchOperation.key(name));
            if (id == null) {
                tellAll(part.retryAfter());
                note("answers an id that was not sent");
            } else {
                put(id, part, whole);
            }
        }
    }

    private void put(String id, BatchPart part, boolean whole) {
        if (part.retryAfter() != null) {
            waits.merge(id, part.retryAfter(), BatchReading::longer);
        }
        GraphItemResponse item = whole ? part.item(id) : null;
        GraphItemResponse known = items.get(id);
        if (item == null || doubtful.contains(id) || known != null && !known.says(item)) {
            items.remove(id);
            doubtful.add(id);
            note(item == null && known == null ? "does not say what became of a request"
                    : "answers one id in two ways");
        } else {
            items.put(id, item.waiting(waits.get(id)));
        }
    }

    static Duration longer(Duration one, Duration other) {
        return one == null || other != null && other.compareTo(one) > 0 ? other : one;
    }
}
