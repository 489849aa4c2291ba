package io.contactsync.probe;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.List;

/** How contact folders are addressed and what lies where. */
final class FolderQuestions {

    private static final String ALL_IDS = Urls.query("$top", "1000", "$select", "id");

    private FolderQuestions() {
    }

    static List<Question> all() {
        return List.of(
                new Question("well-known-folder", "Can the default folder be addressed as contactFolders/contacts?",
                        FolderQuestions::wellKnown),
                new Question("default-folder-listed", "Does the list of contact folders hold the default folder?",
                        FolderQuestions::folderList),
                new Question("duplicate-folder", "How is a second folder of the same name refused?",
                        FolderQuestions::duplicate),
                new Question("contacts-list", "Does /contacts list the default folder alone?",
                        FolderQuestions::contactsList),
                new Question("contact-by-id", "Can a contact of another folder be read as /contacts/{id}?",
                        FolderQuestions::byId));
    }

    private static Observation wellKnown(Lab lab) {
        Reply reply = lab.mailbox().read("/contactFolders/contacts" + Urls.query("$select", "id"));
        return served(reply);
    }

    private static Observation byId(Lab lab) {
        Reply made = lab.contact("by id");
        return served(lab.mailbox().read(lab.mailbox().contact(made.id()) + Urls.query("$select", "id")));
    }

    /** The usual pair of verdicts. */
    static Observation served(Reply reply) {
        if (reply.ok()) {
            return Observation.certain("served", reply.seen());
        }
        return reply.refused() ? Observation.certain("refused", reply.seen()) : Observation.unclear(reply.seen());
    }

    /** The own folder lies in the default one. */
    private static Observation folderList(Lab lab) {
        JsonNode own = lab.mailbox().read(lab.mailbox().inFolder("")).orUnexpected("GET of the folder").body();
        String parent = own.path("parentFolderId").asText();
        boolean listed = lab.mailbox().list("/contactFolders" + Urls.query("$top", "100")).stream()
                .anyMatch(folder -> folder.path("id").asText().equals(parent));
        return Observation.certain(listed ? "listed" : "hidden", "looked for the parent of the probe's folder");
    }

    private static Observation duplicate(Lab lab) {
        Reply reply = lab.mailbox().createFolder();
        return reply.ok() || reply.refused()
                ? Observation.certain(reply.shown(), "POST of a second folder: " + reply.seen())
                : Observation.unclear(reply.seen());
    }

    private static Observation contactsList(Lab lab) {
        Reply inDefault = lab.mailbox().createInDefaultFolder(lab.sample("default folder"))
                .orUnexpected("POST into the default folder");
        Reply inOwn = lab.contact("own folder");
        boolean[] alsoOwn = new boolean[1];
        boolean here = lab.eventually(() -> {
            List<String> ids =
                    lab.mailbox().list("/contacts" + ALL_IDS).stream().map(row -> row.path("id").asText()).toList();
            alsoOwn[0] = ids.contains(inOwn.id());
            return ids.contains(inDefault.id());
        });
        lab.delete(inDefault.id());
        if (!here) {
            return Observation.unclear("a contact made in the default folder did not appear in /contacts");
        }
        return Observation
                .certain(alsoOwn[0] ? "all folders" : "default folder alone", "a contact of each kind was looked for")
                .setting(alsoOwn[0] ? "do not run contact-sync: it takes /contacts for the default folder"
                        : Observation.NOTHING);
    }
}
