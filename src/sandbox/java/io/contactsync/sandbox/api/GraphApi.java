package io.contactsync.sandbox.api;

import io.contactsync.sandbox.protocol.ErrorResponses;
import io.contactsync.sandbox.protocol.GraphRefusal;
import io.contactsync.sandbox.protocol.Permissions;
import io.contactsync.sandbox.protocol.Preferences;
import io.contactsync.sandbox.protocol.GraphReadings;
import io.contactsync.sandbox.protocol.ServiceRequest;
import io.contactsync.sandbox.protocol.ServiceResponse;
import io.contactsync.sandbox.store.Mailbox;
import io.contactsync.sandbox.store.Tenant;

/** The service without HTTP, throttling and latency: takes a request, changes the tenant, returns the answer. */
public final class GraphApi {
    private final Tenant tenant;
    private final DirectoryApi directory;
    private final ContactsApi contacts;
    private final FoldersApi folders;
    private final PhotosApi photos;
    private final CategoriesApi categories;
    private final TranslateIdsApi translateIds;

    public GraphApi(Tenant tenant, GraphReadings readings) {
        this.tenant = tenant;
        this.directory = new DirectoryApi(tenant, readings);
        this.photos = new PhotosApi(tenant, readings);
        this.contacts = new ContactsApi(tenant.pool(), readings);
        this.folders = new FoldersApi(contacts, readings);
        this.categories = new CategoriesApi(readings);
        this.translateIds = new TranslateIdsApi(readings);
        tenant.follow(readings);
    }

    /** The answer, refusals included; never throws for anything a client can send. */
    public ServiceResponse handle(ServiceRequest request) {
        synchronized (tenant) {
            try {
                return Preferences.acknowledge(request, route(request));
            } catch (GraphRefusal e) {
                return ErrorResponses.response(e);
            } catch (RuntimeException e) {
                return ErrorResponses.defect(e);
            }
        }
    }

    private ServiceResponse route(ServiceRequest request) {
        if (request.depth() == 0) {
            throw GraphRefusal.badRequest("Empty path.");
        }
        checkName(request);
        Permissions.check(request, tenant::idOf);
        return switch (request.segment(0)) {
            case "users" -> request.mailbox() == null ? directory.users(request) : outlook(request);
            case "contacts" -> directory.orgContacts(request);
            case "groups" -> directory.groups(request);
            case "me" -> throw GraphRefusal.badRequest("/me request is only valid with delegated authentication flow.");
            default -> throw GraphRefusal.unknownSegment(request.segment(0));
        };
    }

    /**
     * A name that begins with $ reads as a word of OData's unless it stands in {@code users('..')} (Learn: known
     * issues).
     */
    private static void checkName(ServiceRequest request) {
        boolean reserved =
                request.depth() > 1 && request.segment(1).startsWith("$") && !request.segment(1).equals("$count");
        if (reserved && !request.target().contains("(")) {
            throw GraphRefusal.unknownSegment(request.segment(1));
        }
    }

    private ServiceResponse outlook(ServiceRequest request) {
        if (request.segment(2).startsWith("photo")) {
            return photos.of(request);
        }
        Mailbox mailbox = tenant.mailbox(request.segment(1));
        return switch (request.segment(2)) {
            case "contacts" -> contacts.contacts(request, mailbox);
            case "contactFolders" -> folders.handle(request, mailbox);
            case "outlook" -> categories.handle(request, mailbox);
            case "translateExchangeIds" -> translateIds.handle(request, mailbox);
            default -> MailboxSettings.answer(request, mailbox);
        };
    }
}
