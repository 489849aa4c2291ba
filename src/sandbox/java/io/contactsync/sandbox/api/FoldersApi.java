package io.contactsync.sandbox.api;

import io.contactsync.sandbox.protocol.GraphRefusal;
import io.contactsync.sandbox.protocol.ODataQuery;
import io.contactsync.sandbox.protocol.GraphReading;
import io.contactsync.sandbox.protocol.GraphReadings;
import io.contactsync.sandbox.protocol.ServiceRequest;
import io.contactsync.sandbox.protocol.ServiceResponse;
import io.contactsync.sandbox.store.Folder;
import io.contactsync.sandbox.store.Folders;
import io.contactsync.sandbox.store.Mailbox;
import java.util.List;

/**
 * The contact folders of a mailbox. The list holds the folders inside the default one, not that one itself; a folder of
 * any depth is reached by id.
 *
 * @see <a href="https://learn.microsoft.com/graph/api/resources/contactfolder">contactFolder resource type</a>
 */
record FoldersApi(ContactsApi contacts, GraphReadings readings) {

    /** Requests below {@code /users/{id}/contactFolders}. */
    ServiceResponse handle(ServiceRequest request, Mailbox mailbox) {
        return collection(request, mailbox, mailbox.defaultFolder(), 3);
    }

    private ServiceResponse collection(ServiceRequest request, Mailbox mailbox, Folder parent, int at) {
        List<Folder> children = mailbox.folders().in(parent);
        FolderPage page = new FolderPage(request, readings);
        if (request.depth() == at) {
            return switch (request.method()) {
                case "GET" -> page.of(children);
                case "POST" -> page.created(mailbox.folders().add(parent, FolderBody.created(request.bytes())));
                default -> throw GraphRefusal.methodNotAllowed();
            };
        }
        String segment = request.segment(at);
        boolean last = request.depth() == at + 1;
        if (last && segment.equals("$count")) {
            request.require("GET");
            return page.count(children);
        }
        if (last && at == 3 && segment.equals("delta")) {
            request.require("GET");
            return new FolderDelta(request, ODataQuery.of(request), readings).of(mailbox);
        }
        Folder folder = at == 3 ? find(mailbox, segment)
                : children.stream().filter(each -> each.id().equals(segment)).findFirst()
                        .orElseThrow(GraphRefusal::noSuchItem);
        return folder(request, mailbox, folder, at + 1);
    }

    private Folder find(Mailbox mailbox, String idOrName) {
        Folders folders = mailbox.folders();
        Folder folder = readings.is(GraphReading.WELL_KNOWN_FOLDER, "served") ? folders.named(idOrName)
                : folders.find(idOrName);
        if (folder == null) {
            throw GraphRefusal.noSuchItem();
        }
        return folder;
    }

    private ServiceResponse folder(ServiceRequest request, Mailbox mailbox, Folder folder, int at) {
        if (request.depth() == at) {
            return one(request, mailbox, folder);
        }
        return switch (request.segment(at)) {
            case "contacts" -> contacts.contacts(request, mailbox, folder, at + 1);
            case "childFolders" -> collection(request, mailbox, folder, at + 1);
            case "permanentDelete" -> delete(request, mailbox, folder, "POST");
            default -> throw GraphRefusal.unknownSegment(request.segment(at));
        };
    }

    private ServiceResponse one(ServiceRequest request, Mailbox mailbox, Folder folder) {
        return switch (request.method()) {
            case "GET" -> new FolderPage(request, readings).one(folder);
            case "PATCH" -> {
                mailbox.folders().rename(folder, FolderBody.renamed(request.bytes(), folder));
                yield new FolderPage(request, readings).one(folder);
            }
            case "DELETE" -> delete(request, mailbox, folder, "DELETE");
            default -> throw GraphRefusal.methodNotAllowed();
        };
    }

    /**
     * A folder shows no etag, so that no other value than * can match. The default folder cannot be deleted (code of
     * Exchange Web Services).
     */
    private static ServiceResponse delete(ServiceRequest request, Mailbox mailbox, Folder folder, String method) {
        request.require(method);
        request.requireMatch(() -> null);
        if (folder == mailbox.defaultFolder()) {
            throw new GraphRefusal(400, "ErrorDeleteDistinguishedFolder", "Distinguished folders cannot be deleted.");
        }
        mailbox.deleteFolder(folder, method.equals("POST"));
        return ServiceResponse.noContent();
    }
}
