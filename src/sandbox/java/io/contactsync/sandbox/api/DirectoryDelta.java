package io.contactsync.sandbox.api;

import io.contactsync.sandbox.protocol.Annotations;
import io.contactsync.sandbox.protocol.ErrorResponses;
import io.contactsync.sandbox.protocol.GraphRefusal;
import io.contactsync.sandbox.protocol.JsonBytes;
import io.contactsync.sandbox.protocol.ODataQuery;
import io.contactsync.sandbox.protocol.Preferences;
import io.contactsync.sandbox.protocol.GraphReading;
import io.contactsync.sandbox.protocol.GraphReadings;
import io.contactsync.sandbox.protocol.ServiceRequest;
import io.contactsync.sandbox.protocol.ServiceResponse;
import io.contactsync.sandbox.store.Directory;
import io.contactsync.sandbox.store.DirectoryObject;
import io.contactsync.sandbox.store.DirectoryObjects;
import io.contactsync.sandbox.store.User;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Rounds of changes to users or organisational contacts. The first round gives everything, later ones what changed of
 * the properties tracked. A page has 200 objects at most (Learn question 5875141), in the order of ids; tokens live
 * seven days. An expired or unknown one gets 410 and, by {@link GraphReading#DELTA_RESET_LOCATION}, the address to
 * begin anew.
 *
 * @see <a href="https://learn.microsoft.com/graph/delta-query-overview">use delta query to track changes</a>
 * @see <a href="https://learn.microsoft.com/graph/api/user-delta">user: delta</a>
 */
record DirectoryDelta(Directory directory, GraphReadings readings) {
    private static final int PAGE = 200;
    private static final int EVERYTHING = -1;
    private static final long TOKEN_LIFE_SECONDS = TimeUnit.DAYS.toSeconds(7);
    private static final List<String> UNSUPPORTED =
            List.of("$top", "$orderby", "$expand", "$search", "$count", "$skip");

    ServiceResponse of(ServiceRequest request, DirectoryKind kind,
            DirectoryObjects<? extends DirectoryObject> objects) {
        request.endAt(2);
        ODataQuery query = ODataQuery.of(request);
        check(query);
        String text = query.has("$skiptoken") ? query.get("$skiptoken") : query.get("$deltatoken");
        boolean latest = "latest".equalsIgnoreCase(text);
        if (text == null || text.isEmpty() || latest) {
            DirectoryDeltaToken first = first(query, kind, objects.position());
            return latest ? page(request, kind, objects, first.round()) : page(request, kind, objects, first);
        }
        DirectoryDeltaToken token = DirectoryDeltaToken.of(text);
        return stale(token, objects.position()) ? gone(request, kind)
                : page(request, kind, objects, renewed(token, objects.position()));
    }

    private void check(ODataQuery query) {
        String wrong = UNSUPPORTED.stream().filter(query::has).findFirst().orElse(null);
        if (wrong != null && readings.is(GraphReading.DIRECTORY_DELTA_PARAMETERS, "refused")) {
            throw GraphRefusal
                    .unsupportedQuery("The query parameter '" + wrong + "' is not supported by delta queries.");
        }
    }

    private DirectoryDeltaToken first(ODataQuery query, DirectoryKind kind, int position) {
        Set<String> select = query.select();
        List<String> properties = select == null ? List.of() : List.copyOf(select);
        properties.stream().filter(name -> !kind.has(name) && !(name.equals("manager") && kind == DirectoryKind.USER))
                .findFirst().ifPresent(name -> refuse(name, kind));
        return new DirectoryDeltaToken(directory.epoch(), directory.now(), EVERYTHING, position, "", properties,
                DirectoryDeltaFilter.ids(query.filter()));
    }

    private static void refuse(String name, DirectoryKind kind) {
        if (kind == DirectoryKind.USER && (User.outsideNames().contains(name) || name.equals("mailboxSettings"))) {
            throw GraphRefusal.notSupportedYet();
        }
        throw DirectoryPage.noSuchProperty(name, kind.type());
    }

    private boolean stale(DirectoryDeltaToken token, int position) {
        return token == null || token.epoch() != directory.epoch() || token.until() > position
                || directory.now() - token.issued() > TOKEN_LIFE_SECONDS;
    }

    /** At the start of a round: what changes during it belongs to the next one. */
    private DirectoryDeltaToken renewed(DirectoryDeltaToken token, int position) {
        return token.after().isEmpty()
                ? new DirectoryDeltaToken(token.epoch(), directory.now(), token.since(), position, "", token.select(),
                        token.ids())
                : token;
    }

    private ServiceResponse page(ServiceRequest request, DirectoryKind kind,
            DirectoryObjects<? extends DirectoryObject> objects, DirectoryDeltaToken token) {
        DirectoryDeltaRound<?> round = new DirectoryDeltaRound<>(objects, token, Preferences.minimal(request));
        List<byte[]> entries = new ArrayList<>();
        String last = null;
        for (String id : round.ids()) {
            if (entries.size() == PAGE) {
                return answer(request, kind, joined(entries), Annotations.NEXT_LINK, "$skiptoken", token.next(last));
            }
            byte[] entry = round.entry(id);
            if (entry != null) {
                entries.add(entry);
            }
            last = id;
        }
        return answer(request, kind, joined(entries), Annotations.DELTA_LINK, "$deltatoken", token.round());
    }

    private static JsonBytes joined(List<byte[]> entries) {
        JsonBytes out = new JsonBytes(32_768);
        entries.forEach(each -> out.separator().raw(each));
        return out;
    }

    private static ServiceResponse answer(ServiceRequest request, DirectoryKind kind, JsonBytes values, String link,
            String parameter, DirectoryDeltaToken token) {
        String suffix = ODataQuery.suffix(token.select().isEmpty() ? null : token.select());
        JsonBytes out = JsonBytes.open(33_000, request.context(kind.context() + suffix));
        out.field(link, request.base() + "/" + kind.context() + "/delta?" + parameter + "=" + token.text());
        out.name("value").raw((byte) '[').raw(values.toBytes()).ascii("]}");
        ServiceResponse response = ServiceResponse.ok(out);
        return Preferences.minimal(request) ? response.with("Preference-Applied", "return=minimal") : response;
    }

    private ServiceResponse gone(ServiceRequest request, DirectoryKind kind) {
        ServiceResponse refusal = ErrorResponses.response(GraphRefusal.expiredDelta(410));
        String anew = request.base() + "/" + kind.context() + "/delta?$deltatoken=";
        return readings.is(GraphReading.DELTA_RESET_LOCATION, "sent") ? refusal.with(ServiceResponse.LOCATION, anew)
                : refusal;
    }
}
