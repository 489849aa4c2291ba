package io.contactsync;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;

/** Sources as an integrator adds them: a shipped file under another name, with a parameter of its own. */
record SourceVariants(RoutesUnderTest routes) {

    /** A folder with that sample in it. */
    static Path drop(Path folder, String sample) throws IOException {
        Files.createDirectory(folder);
        try (InputStream in = SourceVariants.class.getResourceAsStream(sample)) {
            Files.copy(in, folder.resolve("sample.csv"));
        }
        return folder;
    }

    /** Another source of the directory's users. */
    void users(String name, String parameter) throws IOException {
        String key = parameter.substring(0, parameter.indexOf(':'));
        String text = routes.source("graph-users").replace("source: graph-users", "source: " + name)
                .replace("id: contact-sync-source-graph-users", "id: contact-sync-source-" + name)
                .replaceAll("\n +" + key + ": .*", "\n        " + Matcher.quoteReplacement(parameter));
        routes.add(name, text);
    }

    /** Another source of the contacts of mailboxes. */
    void contacts(String name, String mailboxes, String folder) throws IOException {
        routes.add(name,
                routes.source("graph-contacts").replace("source: graph-contacts", "source: " + name)
                        .replace("id: contact-sync-source-graph-contacts", "id: contact-sync-source-" + name)
                        .replace("{{contact-sync.source.graph-contacts.mailboxes}}", mailboxes)
                        .replace("{{contact-sync.source.graph-contacts.folder}}", folder));
    }
}
