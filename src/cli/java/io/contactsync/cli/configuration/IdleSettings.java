package io.contactsync.cli.configuration;

import java.util.ArrayList;
import java.util.List;

/** Settings that somebody made and that have no effect, because of another one. */
public final class IdleSettings {

    private final Configuration configuration;
    private final List<String> found = new ArrayList<>();

    private IdleSettings(Configuration configuration) {
        this.configuration = configuration;
    }

    /** A sentence for each. Keys that hold their working default anyway are not among them. */
    public static List<String> of(Configuration configuration) {
        IdleSettings settings = new IdleSettings(configuration);
        settings.idle("targets.group", !configuration.get("targets.from").equals("group"),
                "targets.from is " + configuration.get("targets.from"));
        List<String> sources = configuration.list("sync.sources");
        for (String key : List.of("exclude-groups", "exclude-properties", "exclude-file", "region")) {
            settings.idle("source.graph-users." + key, !sources.contains("graph-users"),
                    "sync.sources does not name graph-users");
        }
        for (String key : List.of("mailboxes", "folder", "region")) {
            settings.idle("source.graph-contacts." + key, !sources.contains("graph-contacts"),
                    "sync.sources does not name graph-contacts");
        }
        boolean certificate = !configuration.get("graph.certificate").isEmpty();
        settings.idle("graph.client-secret", certificate, "graph.certificate goes before it");
        settings.idle("graph.client-secret-file", certificate, "graph.certificate goes before it");
        settings.idle("graph.certificate-password", !certificate, "graph.certificate is empty");
        settings.idle("graph.certificate-password-file", !certificate, "graph.certificate is empty");
        boolean managed = !configuration.get("graph.managed-identity").isEmpty();
        settings.idle("graph.authority", managed, "graph.managed-identity signs in elsewhere");
        return settings.found;
    }

    private void idle(String key, boolean idle, String because) {
        if (idle && !configuration.get(key).isEmpty()) {
            found.add(key + " has no effect: " + because);
        }
    }
}
