package io.contactsync.contact;

import io.contactsync.core.CurrentContact;
import io.contactsync.core.HiddenKey;
import io.contactsync.microsoftgraph.GraphBatchResponse;
import io.contactsync.microsoftgraph.GraphRequest;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Looks for contacts in a mailbox's default folder by their hidden keys. Graph documents the filter for one value,
 * compares without regard to letter case, and was reported to find nothing: whoever asks has to look at what was found.
 *
 * @see <a href="https://learn.microsoft.com/graph/api/singlevaluelegacyextendedproperty-get">filters by an extended
 * property</a>
 * @param reader reads marks as the list of the mailbox is read
 */
public record KeySearch(CurrentContactReader reader) {

    /** So many keys are looked for by one request: its address stays short. */
    private static final int EACH = 10;
    /** A key may be there more than once. */
    private static final int MOST_FOUND = 100;

    /** The search as Graph's requests: reads only. */
    public List<GraphRequest> requests(String mailbox, Collection<HiddenKey> keys) {
        List<HiddenKey> all = List.copyOf(keys);
        List<GraphRequest> requests = new ArrayList<>();
        for (int place = 0; place < all.size(); place += EACH) {
            String filter = all.subList(place, Math.min(all.size(), place + EACH)).stream().map(KeySearch::has)
                    .collect(Collectors.joining(" or "));
            requests.add(GraphBatches.search(requests.size(), mailbox, filter, MOST_FOUND));
        }
        return requests;
    }

    private static String has(HiddenKey key) {
        return HiddenProperties.MEMBER + "/any(p:p/id eq '" + HiddenProperties.KEY + "' and p/value eq '"
                + key.text().replace("'", "''") + "')";
    }

    /** All contacts with a mark of ours that so many requests found; null if one was not answered in full. */
    public List<CurrentContact> found(int requests, GraphBatchResponse response) {
        List<CurrentContact> all = new ArrayList<>();
        for (int place = 0; place < requests; place++) {
            BatchReply reply = BatchReply.at(place, response);
            JsonNode rows = reply.isSeen() ? reply.body().path("value") : null;
            if (rows == null || !rows.isArray() || reply.body().has("@odata.nextLink")) {
                return null;
            }
            rows.forEach(row -> all.add(reader.read(row)));
        }
        all.removeIf(contact -> contact == null);
        return all;
    }
}
