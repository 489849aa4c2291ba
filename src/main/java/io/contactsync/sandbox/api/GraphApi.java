package io.contactsync.sandbox.api;

import io.contactsync.sandbox.protocol.GraphErrors;
import io.contactsync.sandbox.protocol.GraphException;
import io.contactsync.sandbox.protocol.GraphRequest;
import io.contactsync.sandbox.protocol.GraphResponse;
import io.contactsync.sandbox.protocol.JsonBytes;
import io.contactsync.sandbox.protocol.Permissions;
import io.contactsync.sandbox.protocol.Preferences;
import io.contactsync.sandbox.protocol.Readings;
import io.contactsync.sandbox.store.Mailbox;
import io.contactsync.sandbox.store.Tenant;
import io.contactsync.sandbox.store.User;

/** The service without HTTP, throttling and latency: takes a request, changes the tenant, returns the answer. */
public final class GraphApi {
    private final Tenant tenant;
    private final DirectoryApi directory;
    private final ContactsApi contacts;
    private final CategoriesApi categories = new CategoriesApi();

    public GraphApi(Tenant tenant, Readings readings) {
        this.tenant = tenant;
        this.directory = new DirectoryApi(tenant);
        this.contacts = new ContactsApi(tenant.pool(), readings);
    }

    /** The answer, refusals included; never throws for anything a client can send. */
    public GraphResponse handle(GraphRequest request) {
        synchronized (tenant) {
            try {
                return Preferences.acknowledge(request, route(request));
            } catch (GraphException e) {
                return GraphErrors.response(e);
            } catch (RuntimeException e) {
                return GraphErrors.defect(e);
            }
        }
    }

    private GraphResponse route(GraphRequest request) {
        if (request.depth() == 0) {
            throw GraphException.badRequest("Empty path.");
        }
        Permissions.check(request, named -> tenant.user(named).map(User::id).orElse(named));
        return switch (request.segment(0)) {
            case "users" -> request.mailbox() == null ? directory.users(request) : outlook(request);
            case "groups" -> directory.groups(request);
            default -> throw GraphException.unknownSegment(request.segment(0));
        };
    }

    private GraphResponse outlook(GraphRequest request) {
        Mailbox mailbox = tenant.mailbox(request.segment(1));
        return switch (request.segment(2)) {
            case "contacts" -> contacts.contacts(request, mailbox);
            case "contactFolders" -> contacts.folders(request, mailbox);
            case "outlook" -> categories.handle(request, mailbox);
            default -> settings(request);
        };
    }

    /** @see <a href="https://learn.microsoft.com/graph/api/resources/mailboxsettings">mailboxSettings resource type</a> */
    private GraphResponse settings(GraphRequest request) {
        String purpose = tenant.user(request.segment(1)).filter(User::accountEnabled).isPresent() ? "user" : "shared";
        String context = request.base() + "/$metadata#users('" + request.segment(1) + "')/mailboxSettings";
        boolean alone = request.depth() == 4 && request.segment(3).equals("userPurpose");
        if (!request.method().equals("GET") || request.depth() > 3 && !alone) {
            throw GraphException.methodNotAllowed();
        }
        JsonBytes out = new JsonBytes(300).raw((byte) '{').field("@odata.context", context + (alone ? "/userPurpose" : ""));
        return GraphResponse.ok(out.field(alone ? "value" : "userPurpose", purpose).raw((byte) '}'));
    }
}
