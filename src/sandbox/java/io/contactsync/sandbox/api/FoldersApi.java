package io.contactsync.sandbox.api;

import io.contactsync.sandbox.protocol.GraphException;
import io.contactsync.sandbox.protocol.GraphRequest;
import io.contactsync.sandbox.protocol.GraphResponse;
import io.contactsync.sandbox.protocol.Reading;
import io.contactsync.sandbox.protocol.Readings;
import io.contactsync.sandbox.store.Folder;
import io.contactsync.sandbox.store.Mailbox;
import java.util.List;

/**
 * The contact folders of a mailbox. The list holds the folders inside the default one, not that one itself; a folder of
 * any depth is reached by id.
 *
 * @see <a href="https://learn.microsoft.com/graph/api/resources/contactfolder">contactFolder resource type</a>
 */
final class FoldersApi {
    private final ContactsApi contacts;
    private final Readings readings;

    FoldersApi(ContactsApi contacts, Readings readings) {
        this.contacts = contacts;
        this.readings = readings;
    }

    /** Requests below {@code /users/{id}/contactFolders}. */
    GraphResponse handle(GraphRequest request, Mailbox mailbox) {
        return collection(request, mailbox, mailbox.defaultFolder(), 3);
    }

    private GraphResponse collection(GraphRequest request, Mailbox mailbox, Folder parent, int at) {
        List<Folder> children = mailbox.folders().stream().filter(each -> each.parent().equals(parent.id())).toList();
        FolderPage page = new FolderPage(request, readings);
        if (request.depth() == at) {
            return switch (request.method()) {
                case "GET" -> page.of(children);
                case "POST" -> page.created(mailbox.addFolder(parent, FolderBody.created(request.bytes())));
                default -> throw GraphException.methodNotAllowed();
            };
        }
        String segment = request.segment(at);
        boolean last = request.depth() == at + 1;
        if (last && segment.equals("$count")) {
            ContactsApi.requireGet(request);
            return page.count(children);
        }
        if (last && at == 3 && segment.equals("delta")) {
            ContactsApi.requireGet(request);
            return new FolderDelta(request, readings).of(mailbox);
        }
        Folder folder = at == 3 ? find(mailbox, segment)
                : children.stream().filter(each -> each.id().equals(segment)).findFirst()
            .orElseThrow(GraphException::noSuchItem);
        return folder(request, mailbox, folder, at + 1);
    }

    private Folder find(Mailbox mailbox, String idOrName) {
        Folder folder = readings.is(Reading.WELL_KNOWN_FOLDER, "served") ? mailbox.folder(idOrName)
                : mailbox.folderOfId(idOrName);
        if (folder == null) {
            throw GraphException.noSuchItem();
        }
        return folder;
    }

    private GraphResponse folder(GraphRequest request, Mailbox mailbox, Folder folder, int at) {
        if (request.depth() == at) {
            return one(request, mailbox, folder);
        }
        return switch (request.segment(at)) {
            case "contacts" -> contacts.contacts(request, mailbox, folder, at + 1);
            case "childFolders" -> collection(request, mailbox, folder, at + 1);
            case "permanentDelete" -> delete(request, mailbox, folder, "POST");
            default -> throw GraphException.unknownSegment(request.segment(at));
        };
    }

    private GraphResponse one(GraphRequest request, Mailbox mailbox, Folder folder) {
        return switch (request.method()) {
            case "GET" -> new FolderPage(request, readings).one(folder);
            case "PATCH" -> {
                mailbox.renameFolder(folder, FolderBody.renamed(request.bytes(), folder));
                yield new FolderPage(request, readings).one(folder);
            }
            case "DELETE" -> delete(request, mailbox, folder, "DELETE");
            default -> throw GraphException.methodNotAllowed();
        };
    }

    /**
     * A folder shows no etag, so that no other value than * can match. The default folder cannot be deleted (code of
     * Exchange Web Services).
     */
    private static GraphResponse delete(GraphRequest request, Mailbox mailbox, Folder folder, String method) {
        if (!request.method().equals(method)) {
            throw GraphException.methodNotAllowed();
        }
        String expected = request.header("if-match");
        if (expected != null && !expected.equals("*")) {
            throw GraphException.conflict();
        }
        if (folder == mailbox.defaultFolder()) {
            throw new GraphException(400, "ErrorDeleteDistinguishedFolder", "Distinguished folders cannot be deleted.");
        }
        mailbox.deleteFolder(folder, method.equals("POST"));
        return GraphResponse.noContent();
    }
}
