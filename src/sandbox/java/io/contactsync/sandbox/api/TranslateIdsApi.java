package io.contactsync.sandbox.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.contactsync.sandbox.protocol.GraphRefusal;
import io.contactsync.sandbox.protocol.JsonBytes;
import io.contactsync.sandbox.protocol.GraphReading;
import io.contactsync.sandbox.protocol.GraphReadings;
import io.contactsync.sandbox.protocol.ServiceRequest;
import io.contactsync.sandbox.protocol.ServiceResponse;
import io.contactsync.sandbox.store.Mailbox;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Translates ids of contacts between the regular and the immutable form, and that of Exchange Web Services, up to 1000
 * at a time. The binary formats are not served. Application permissions are documented as not supported.
 *
 * @see <a href="https://learn.microsoft.com/graph/api/user-translateexchangeids">user: translateExchangeIds</a>
 */
record TranslateIdsApi(GraphReadings readings) {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int MOST = 1000;
    private static final Set<String> FORMATS = Set.of("restId", "restImmutableEntryId", "ewsId");

    ServiceResponse handle(ServiceRequest request, Mailbox mailbox) {
        if (!request.method().equals("POST") || request.depth() > 3) {
            throw GraphRefusal.methodNotAllowed();
        }
        if (readings.is(GraphReading.TRANSLATE_IDS, "refused")) {
            throw GraphRefusal.accessDenied();
        }
        List<String> ids = new ArrayList<>();
        Map<String, String> formats = read(request.bytes(), ids);
        String source = format(formats, "sourceIdType");
        String target = format(formats, "targetIdType");
        if (ids.isEmpty() || ids.size() > MOST) {
            throw new GraphRefusal(400, "ErrorInvalidArgument",
                    "inputIds must hold 1 to 1000 ids - was " + ids.size());
        }
        List<Map<String, Object>> results =
                ids.stream().map(each -> translated(mailbox, each, source, target)).toList();
        String context = request.context("Collection(microsoft.graph.convertIdResult)");
        return ServiceResponse.ok(JsonBytes.open(400 * ids.size(), context).field("value", results).raw((byte) '}'));
    }

    private static Map<String, Object> translated(Mailbox mailbox, String id, String source, String target) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("sourceId", id);
        try {
            String rest = source.equals("ewsId") ? id.replace('/', '-').replace('+', '_') : id;
            String found = mailbox.find(rest).id(target.equals("restImmutableEntryId"));
            result.put("targetId", target.equals("ewsId") ? found.replace('-', '/').replace('_', '+') : found);
        } catch (GraphRefusal e) {
            result.put("errorDetails", Map.of("code", e.code(), "message", e.getMessage()));
        }
        return result;
    }

    private static String format(Map<String, String> formats, String name) {
        String format = formats.get(name);
        if (format == null || !FORMATS.contains(format)) {
            throw new GraphRefusal(400, "ErrorInvalidArgument",
                    name + " is one of restId, restImmutableEntryId, ewsId here - was '" + format + "'");
        }
        return format;
    }

    private static Map<String, String> read(byte[] json, List<String> ids) {
        // Microsoft's clients begin the names with capitals, as the metadata does, the documentation does not
        Map<String, String> formats = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        try (JsonParser in = JSON.createParser(json)) {
            if (in.nextToken() != JsonToken.START_OBJECT) {
                throw GraphRefusal.unreadableBody("The request body is not an object.");
            }
            while (in.nextToken() == JsonToken.FIELD_NAME) {
                String name = in.currentName();
                if (in.nextToken() != JsonToken.START_ARRAY) {
                    formats.put(name, in.getValueAsString());
                    in.skipChildren();
                    continue;
                }
                while (in.nextToken() != JsonToken.END_ARRAY) {
                    ids.add(in.getValueAsString(""));
                    in.skipChildren();
                }
            }
            return formats;
        } catch (IOException e) {
            throw GraphRefusal.unreadableBody("The request body cannot be read.");
        }
    }
}
