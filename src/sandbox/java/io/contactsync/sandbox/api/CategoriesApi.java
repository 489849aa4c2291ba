package io.contactsync.sandbox.api;

import io.contactsync.sandbox.protocol.GraphException;
import io.contactsync.sandbox.protocol.GraphRequest;
import io.contactsync.sandbox.protocol.GraphResponse;
import io.contactsync.sandbox.protocol.JsonBytes;
import io.contactsync.sandbox.protocol.Reading;
import io.contactsync.sandbox.protocol.Readings;
import io.contactsync.sandbox.store.Mailbox;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The master categories of a mailbox: names are unique and never change, colours are none or preset0 to preset24.
 * {@code $filter} is ignored (github.com/microsoftgraph/microsoft-graph-docs, issue 12777).
 *
 * @see <a href="https://learn.microsoft.com/graph/api/resources/outlookcategory">outlookCategory resource type</a>
 */
final class CategoriesApi {
    private static final Pattern COLOUR = Pattern.compile("none|preset(\\d|1\\d|2[0-4])");
    private static final Set<String> KNOWN = Set.of("id", "displayName", "color");
    private final Readings readings;

    CategoriesApi(Readings readings) {
        this.readings = readings;
    }

    GraphResponse handle(GraphRequest request, Mailbox mailbox) {
        if (request.depth() < 4 || !request.segment(3).equals("masterCategories") || request.depth() > 5) {
            throw GraphException.unknownSegment(request.segment(request.depth() - 1));
        }
        return request.depth() == 4 ? all(request, mailbox) : one(request, mailbox, request.segment(4));
    }

    private GraphResponse all(GraphRequest request, Mailbox mailbox) {
        return switch (request.method()) {
        case "GET" -> GraphResponse.ok(start(request, "").name("value").value(mailbox.categories()).raw((byte) '}'));
            case "POST" -> create(request, mailbox);
            default -> throw GraphException.methodNotAllowed();
        };
    }

    private static GraphResponse one(GraphRequest request, Mailbox mailbox, String id) {
        Map<String, Object> category = mailbox.category(id);
        if (category == null) {
            throw GraphException.noSuchItem();
        }
        return switch (request.method()) {
            case "GET" -> GraphResponse.ok(entity(request, category));
            case "PATCH" -> recolour(request, category);
            case "DELETE" -> {
                mailbox.removeCategory(id);
                yield GraphResponse.noContent();
            }
            default -> throw GraphException.methodNotAllowed();
        };
    }

    private GraphResponse create(GraphRequest request, Mailbox mailbox) {
        Map<String, String> sent = TextFields.read(request.bytes(), KNOWN, "outlookCategory");
        String name = sent.get("displayName");
        if (name == null || name.isBlank()) {
            throw new GraphException(400, "ErrorInvalidArgument",
                    "The property 'DisplayName' is required when creating the entity.");
        }
        Map<String, Object> made = mailbox.addCategory(name, colour(sent, "none"));
        if (made == null) {
            throw new GraphException(Integer.parseInt(readings.of(Reading.DUPLICATE_CATEGORY)), "CategoryAlreadyExists",
                    "A category with the name '" + name + "' already exists.");
        }
        String location = request.base() + "/users('" + request.segment(1) + "')/outlook/masterCategories('"
                + made.get("id") + "')";
        return GraphResponse.created(entity(request, made), location, null);
    }

    private static GraphResponse recolour(GraphRequest request, Map<String, Object> category) {
        Map<String, String> sent = TextFields.read(request.bytes(), KNOWN, "outlookCategory");
        if (sent.containsKey("displayName")) {
            throw new GraphException(400, "ErrorInvalidRequest",
                    "The property 'DisplayName' is read-only and cannot be set.");
        }
        category.put("color", colour(sent, (String) category.get("color")));
        return GraphResponse.ok(entity(request, category));
    }

    private static String colour(Map<String, String> sent, String otherwise) {
        String colour = sent.get("color") == null ? otherwise : sent.get("color");
        if (!COLOUR.matcher(colour).matches()) {
            throw GraphException.unreadableBody("Requested value '" + colour + "' was not found.");
        }
        return colour;
    }

    private static JsonBytes entity(GraphRequest request, Map<String, Object> category) {
        JsonBytes out = start(request, "/$entity");
        category.forEach(out::field);
        return out.raw((byte) '}');
    }

    private static JsonBytes start(GraphRequest request, String suffix) {
        return new JsonBytes(1000).raw((byte) '{').field("@odata.context",
            request.base() + "/$metadata#users('" + request.segment(1) + "')/outlook/masterCategories" + suffix);
    }
}
