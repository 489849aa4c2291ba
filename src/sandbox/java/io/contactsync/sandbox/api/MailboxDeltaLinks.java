package io.contactsync.sandbox.api;

import io.contactsync.sandbox.protocol.Annotations;
import io.contactsync.sandbox.protocol.GraphRefusal;
import io.contactsync.sandbox.protocol.JsonBytes;
import io.contactsync.sandbox.protocol.ODataQuery;
import io.contactsync.sandbox.protocol.GraphReadings;
import io.contactsync.sandbox.protocol.ServiceRequest;
import io.contactsync.sandbox.store.Mailbox;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What delta queries of contacts and of folders have in common: options, tokens, links, removed entries.
 *
 * @see <a href="https://learn.microsoft.com/graph/delta-query-overview">delta query</a>
 */
final class MailboxDeltaLinks {
    private static final Set<String> UNSUPPORTED = Set.of("$filter", "$orderby", "$search", "$top", "$skip", "$count");

    private MailboxDeltaLinks() {
    }

    /** Only $select is documented (Learn: contact: delta); the words are those of other Outlook resources. */
    static void checkOptions(ODataQuery query, String resource) {
        String found = UNSUPPORTED.stream().filter(query::has).sorted().collect(Collectors.joining(", "));
        if (!found.isEmpty()) {
            throw GraphRefusal.invalidUrlQuery("The following parameters are not supported with change tracking over "
                    + "the '" + resource + "' resource: '" + found + "'");
        }
    }

    /**
     * The place the request stands at; a first request, or the first of a round, also sets where the round ends.
     *
     * @param selected what a first request selects, or null for all
     */
    static MailboxDeltaToken token(ODataQuery query, Mailbox mailbox, String scope, Set<String> selected,
            GraphReadings readings) {
        int generation = mailbox.log().generation();
        mailbox.log().track();
        if (query.has("$skiptoken")) {
            return MailboxDeltaToken.parse(query.get("$skiptoken"), generation, scope, readings);
        }
        int heard = mailbox.lag().lastChangeHeard();
        return query.has("$deltatoken")
                ? MailboxDeltaToken.parse(query.get("$deltatoken"), generation, scope, readings).begun(heard)
                : MailboxDeltaToken.first(generation, scope, heard, selected);
    }

    /** The answer up to the first entry. */
    static JsonBytes start(ServiceRequest request, String type, boolean last, MailboxDeltaToken place) {
        Map<String, String> options = new HashMap<>();
        options.put("$select", null);
        options.put("$skiptoken", last ? null : place.text());
        options.put("$deltatoken", last ? place.text() : null);
        return JsonBytes.open(16_384, request.context("Collection(" + type + ")"))
                .field(last ? Annotations.DELTA_LINK : Annotations.NEXT_LINK, ODataQuery.link(request, options))
                .name("value").raw((byte) '[');
    }

    static void removed(JsonBytes out, String id) {
        out.separator().ascii("{\"@removed\":{\"reason\":\"deleted\"},\"id\":").string(id).raw((byte) '}');
    }
}
