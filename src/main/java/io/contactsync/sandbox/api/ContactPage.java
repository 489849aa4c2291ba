package io.contactsync.sandbox.api;

import io.contactsync.sandbox.protocol.Filter;
import io.contactsync.sandbox.protocol.GraphException;
import io.contactsync.sandbox.protocol.GraphRequest;
import io.contactsync.sandbox.protocol.GraphResponse;
import io.contactsync.sandbox.protocol.JsonBytes;
import io.contactsync.sandbox.protocol.ODataQuery;
import io.contactsync.sandbox.protocol.Preferences;
import io.contactsync.sandbox.store.ContactRenderer;
import io.contactsync.sandbox.store.ContactView;
import io.contactsync.sandbox.store.Mailbox;
import io.contactsync.sandbox.store.StoredContact;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Answers a listing of the contacts of one folder: 10 a page unless {@code $top} (at most 1000) or the preference odata.maxpagesize says
 * otherwise; with both, {@code $top} limits the whole. The next link carries {@code $skip}.
 *
 * @see <a href="https://learn.microsoft.com/graph/api/user-list-contacts">list contacts</a>
 */
final class ContactPage {
    private static final int DEFAULT_PAGE = 10;
    private static final int LARGEST_PAGE = 1000;
    private final GraphRequest request;
    private final ODataQuery query;
    private final ContactView view;
    private final ContactRenderer renderer;

    ContactPage(GraphRequest request, ContactRenderer renderer) {
        this.request = request;
        this.query = ODataQuery.of(request);
        this.view = ContactQuery.view(request, query, true);
        this.renderer = renderer;
    }

    GraphResponse of(Mailbox mailbox, List<StoredContact> folder) {
        List<StoredContact> all = matching(folder);
        int from = Math.min(query.number("$skip", 0), all.size());
        int to = Math.min(from + pageSize(), all.size());
        JsonBytes out = new JsonBytes(1024 + (to - from) * (view.select() == null ? 1600 : 500)).raw((byte) '{');
        out.field("@odata.context", context());
        if (query.count()) {
            out.field("@odata.count", all.size());
        }
        next(out, to, all.size());
        out.name("value").raw((byte) '[');
        for (StoredContact each : all.subList(from, to)) {
            renderer.write(out.separator().raw((byte) '{'), mailbox, each, view);
            out.raw((byte) '}');
        }
        return GraphResponse.ok(out.ascii("]}"));
    }

    /** Number of the contacts that match, as text. */
    GraphResponse count(List<StoredContact> folder) {
        return GraphResponse.text(Integer.toString(matching(folder).size()));
    }

    private List<StoredContact> matching(List<StoredContact> folder) {
        Filter filter = ContactQuery.filter(query);
        Comparator<StoredContact> order = ContactQuery.order(query);
        List<StoredContact> all = filter == null ? folder : folder.stream().filter(each -> filter.test(ContactQuery.fields(each))).toList();
        return order == null ? all : all.stream().sorted(order).toList();
    }

    /** That 1000 is the most is known from microsoft-graph-docs, issue 4798; that more is refused, not cut, is assumed. */
    private int pageSize() {
        int top = query.number("$top", 0);
        if (query.has("$top") && (top < 1 || top > LARGEST_PAGE)) {
            throw new GraphException(400, "ErrorInvalidUrlQuery",
                "The limit of '1000' for Top query has been exceeded. The value from the incoming request is '" + top + "'.");
        }
        int preferred = Math.min(Preferences.maxPageSize(request), LARGEST_PAGE);
        if (preferred == 0) {
            return top == 0 ? DEFAULT_PAGE : top;
        }
        return top == 0 ? preferred : Math.min(top, preferred);
    }

    private void next(JsonBytes out, int to, int size) {
        boolean limited = query.has("$top") && Preferences.maxPageSize(request) > 0;
        int left = limited ? query.number("$top", 0) - pageSize() : Integer.MAX_VALUE;
        if (to >= size || left <= 0) {
            return;
        }
        Map<String, String> replaced = new LinkedHashMap<>();
        if (limited) {
            replaced.put("$top", Integer.toString(left));
        }
        replaced.put("$skip", Integer.toString(to));
        out.field("@odata.nextLink", ODataQuery.link(request, replaced));
    }

    private String context() {
        String select = view.select() == null ? "" : "(" + String.join(",", view.select()) + ")";
        return request.base() + "/$metadata#users('" + request.segment(1) + "')/contacts" + select;
    }
}
