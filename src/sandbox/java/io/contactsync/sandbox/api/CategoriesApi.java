package io.contactsync.sandbox.api;

import io.contactsync.sandbox.protocol.GraphRefusal;
import io.contactsync.sandbox.protocol.JsonBytes;
import io.contactsync.sandbox.protocol.GraphReading;
import io.contactsync.sandbox.protocol.GraphReadings;
import io.contactsync.sandbox.protocol.ServiceRequest;
import io.contactsync.sandbox.protocol.ServiceResponse;
import io.contactsync.sandbox.store.Mailbox;
import io.contactsync.sandbox.store.MasterCategories;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The master categories of a mailbox: names are unique and never change, colours are none or preset0 to preset24.
 * {@code $filter} is ignored (github.com/microsoftgraph/microsoft-graph-docs, issue 12777).
 *
 * @see <a href="https://learn.microsoft.com/graph/api/resources/outlookcategory">outlookCategory resource type</a>
 */
record CategoriesApi(GraphReadings readings) {
    private static final Pattern COLOUR = Pattern.compile("none|preset(\\d|1\\d|2[0-4])");
    private static final Set<String> KNOWN = Set.of("id", "displayName", "color");

    ServiceResponse handle(ServiceRequest request, Mailbox mailbox) {
        if (request.depth() < 4 || !request.segment(3).equals("masterCategories") || request.depth() > 5) {
            throw GraphRefusal.unknownSegment(request.segment(request.depth() - 1));
        }
        MasterCategories categories = mailbox.categories();
        return request.depth() == 4 ? all(request, categories) : one(request, categories, request.segment(4));
    }

    private ServiceResponse all(ServiceRequest request, MasterCategories categories) {
        return switch (request.method()) {
            case "GET" -> ServiceResponse.ok(start(request, "").field("value", categories.all()).raw((byte) '}'));
            case "POST" -> create(request, categories);
            default -> throw GraphRefusal.methodNotAllowed();
        };
    }

    private static ServiceResponse one(ServiceRequest request, MasterCategories categories, String id) {
        Map<String, Object> category = categories.get(id);
        if (category == null) {
            throw GraphRefusal.noSuchItem();
        }
        return switch (request.method()) {
            case "GET" -> ServiceResponse.ok(entity(request, category));
            case "PATCH" -> recolour(request, category);
            case "DELETE" -> {
                categories.remove(id);
                yield ServiceResponse.noContent();
            }
            default -> throw GraphRefusal.methodNotAllowed();
        };
    }

    private ServiceResponse create(ServiceRequest request, MasterCategories categories) {
        Map<String, String> sent = TextFields.read(request.bytes(), KNOWN, "outlookCategory");
        String name = sent.get("displayName");
        if (name == null || name.isBlank()) {
            throw GraphRefusal.requiredProperty("ErrorInvalidArgument", "DisplayName");
        }
        Map<String, Object> made = categories.add(name, colour(sent, "none"));
        if (made == null) {
            throw new GraphRefusal(Integer.parseInt(readings.of(GraphReading.DUPLICATE_CATEGORY)),
                    "CategoryAlreadyExists",
                    "A category with the name '" + name + "' already exists.");
        }
        String location = request.base() + "/" + request.below("outlook/masterCategories('" + made.get("id") + "')");
        return ServiceResponse.created(entity(request, made), location, null);
    }

    private static ServiceResponse recolour(ServiceRequest request, Map<String, Object> category) {
        Map<String, String> sent = TextFields.read(request.bytes(), KNOWN, "outlookCategory");
        if (sent.containsKey("displayName")) {
            throw new GraphRefusal(400, "ErrorInvalidRequest",
                    "The property 'DisplayName' is read-only and cannot be set.");
        }
        category.put("color", colour(sent, (String) category.get("color")));
        return ServiceResponse.ok(entity(request, category));
    }

    private static String colour(Map<String, String> sent, String otherwise) {
        String colour = sent.get("color") == null ? otherwise : sent.get("color");
        if (!COLOUR.matcher(colour).matches()) {
            throw GraphRefusal.unreadableBody("Requested value '" + colour + "' was not found.");
        }
        return colour;
    }

    private static JsonBytes entity(ServiceRequest request, Map<String, Object> category) {
        JsonBytes out = start(request, "/$entity");
        category.forEach(out::field);
        return out.raw((byte) '}');
    }

    private static JsonBytes start(ServiceRequest request, String suffix) {
        return JsonBytes.open(1000, request.context(request.below("outlook/masterCategories" + suffix)));
    }
}
