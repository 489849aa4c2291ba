package io.contactsync.contact;

import io.contactsync.core.CurrentContact;
import io.contactsync.core.HiddenKey;
import io.contactsync.microsoftgraph.GraphBatchResponse;
import io.contactsync.microsoftgraph.GraphRequest;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Looks for contacts in a mailbox's default folder by their hidden keys, and whether there are other folders, which it
 * does not see. Graph documents the filter for one value, compares without regard to letter case, and was reported to
 * find nothing: whoever asks has to look at what was found.
 *
 * @see <a href="https://learn.microsoft.com/graph/api/singlevaluelegacyextendedproperty-get">filters by an extended
 * property</a>
 * @param reader reads marks as the list of the mailbox is read
 */
public record KeySearch(CurrentContactReader reader) {

    /** So many keys are looked for by one request, and no more than fit into so long a filter. */
    private static final int EACH = 10;
    private static final int LONGEST = 4_000;
    /** A key may be there more than once. */
    private static final int MOST_FOUND = 100;
    private static final String OR = "%20or%20";

    /** The filters that look for those keys, encoded: the same in each mailbox. */
    public static List<String> filters(Collection<HiddenKey> keys) {
        List<String> filters = new ArrayList<>();
        List<String> next = new ArrayList<>();
        int length = 0;
        for (HiddenKey key : keys) {
            String has = GraphBatches.encoded(has(key));
            if (next.size() == EACH || length + has.length() > LONGEST && !next.isEmpty()) {
                filters.add(String.join(OR, next));
                next.clear();
                length = 0;
            }
            next.add(has);
            length += has.length();
        }
        filters.add(String.join(OR, next));
        return filters;
    }

    /** The search as Graph's requests: reads only. */
    public static List<GraphRequest> requests(String mailbox, List<String> filters) {
        List<GraphRequest> requests = new ArrayList<>(List.of(GraphBatches.folders(mailbox)));
        filters.forEach(filter -> requests.add(GraphBatches.search(requests.size(), mailbox, filter, MOST_FOUND)));
        return requests;
    }

    private static String has(HiddenKey key) {
        return HiddenProperties.MEMBER + "/any(p:p/id eq '" + HiddenProperties.KEY + "' and p/value eq '"
                + key.text().replace("'", "''") + "')";
    }

    /**
     * All contacts with a mark of ours that so many filters found; null if one was not answered in full, or there is
     * another folder.
     */
    public List<CurrentContact> found(int filters, GraphBatchResponse response) {
        List<CurrentContact> all = new ArrayList<>();
        for (int place = 0; place <= filters; place++) {
            BatchReply reply = BatchReply.at(place, response);
            JsonNode rows = reply.isSeen() ? reply.body().path("value") : null;
            if (rows == null || !rows.isArray() || reply.body().has("@odata.nextLink")
                    || place == 0 && !rows.isEmpty()) {
                return null;
            }
            rows.forEach(row -> all.add(reader.read(row)));
        }
        all.removeIf(contact -> contact == null);
        return all;
    }
}
