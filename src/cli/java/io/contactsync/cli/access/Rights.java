package io.contactsync.cli.access;

import io.contactsync.cli.configuration.Configuration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The application permissions that a configuration needs, and those that a token has. Contacts and mailbox settings may
 * be granted in Exchange instead, scoped to mailboxes, and then do not show in the token.
 *
 * @param needed what must be in the token; each with the larger permissions that do as well
 * @param useful what may be in it besides
 * @see <a href="https://learn.microsoft.com/graph/permissions-reference">Microsoft Graph permissions</a>
 */
public record Rights(Map<String, Set<String>> needed, Set<String> useful) {

    private static final Set<String> DIRECTORY = Set.of("Directory.Read.All", "Directory.ReadWrite.All");

    /** Those of a configuration. */
    public static Rights of(Configuration configuration) {
        Map<String, Set<String>> needed = new TreeMap<>();
        needed.put("User.Read.All", with("User.ReadWrite.All"));
        if (configuration.get("targets.from").equals("group")
                || !configuration.get("source.graph-users.exclude-groups").isEmpty()) {
            needed.put("GroupMember.Read.All",
                    with("GroupMember.ReadWrite.All", "Group.Read.All", "Group.ReadWrite.All"));
        }
        Set<String> useful = new TreeSet<>(Set.of("Contacts.ReadWrite"));
        if (needed.containsKey("GroupMember.Read.All")) {
            useful.add("Member.Read.Hidden");
        }
        if (configuration.list("sync.sources").contains("graph-contacts")) {
            useful.add("Contacts.Read");
        }
        if (Login.isBySecret(configuration)) {
            useful.add("Application.Read.All");
        }
        if (configuration.get("category.create").equals("true")) {
            useful.add("MailboxSettings.ReadWrite");
        }
        return new Rights(needed, useful);
    }

    private static Set<String> with(String... larger) {
        Set<String> all = new TreeSet<>(DIRECTORY);
        all.addAll(List.of(larger));
        return all;
    }

    /** Needed permissions that the token does not have, in no larger one either. */
    public List<String> missing(Set<String> roles) {
        return needed.keySet().stream()
                .filter(right -> !roles.contains(right) && needed.get(right).stream().noneMatch(roles::contains))
                .toList();
    }

    /** Permissions of the token that this configuration does not need. */
    public List<String> excessive(Set<String> roles) {
        return roles.stream().filter(role -> !needed.containsKey(role) && !useful.contains(role)).sorted().toList();
    }

    /** What is worth knowing about those that are there. */
    public List<String> notes(Set<String> roles) {
        List<String> notes = new ArrayList<>();
        if (roles.contains("Contacts.ReadWrite")) {
            notes.add(
                    "Contacts.ReadWrite reaches every mailbox of the tenant: grant it in Exchange, scoped to the "
                            + "targets, to narrow it");
        }
        if (useful.contains("MailboxSettings.ReadWrite") && !roles.contains("MailboxSettings.ReadWrite")) {
            notes.add("without MailboxSettings.ReadWrite, here or in Exchange, the category has no colour");
        }
        return notes;
    }
}
