package io.contactsync.run.explain;

import io.contactsync.core.Names;
import io.contactsync.run.RunFolder;
import io.contactsync.run.RunFolders;
import io.contactsync.run.RunReport;
import io.contactsync.run.UnreadableRunException;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The owners of mailboxes: the targets of the latest run or plan that has a report, and the people of the directory.
 */
public final class Owners {

    private final Map<String, Owner> byId = new LinkedHashMap<>();

    /**
     * @param crowd people whom the report does not know may own a mailbox too: a user's own id is that of their mailbox
     */
    static Owners of(RunFolders folders, LatestRun latest, Crowd crowd) {
        Owners owners = new Owners();
        folders.ids().stream().map(folders::folder).filter(RunFolder::isReported).findFirst().ifPresent(folder -> {
            try {
                owners.take(RunFolder.withoutChanges(folder));
            } catch (UnreadableRunException damaged) {
                // their names are missing then, and their ids do
            }
        });
        crowd.all().stream().filter(someone -> Names.isObjectId(someone.id())).forEach(owners::name);
        if (latest != null) {
            latest.boxes().keySet().forEach(id -> owners.byId.putIfAbsent(id, new Owner(id, "", "")));
        }
        return owners;
    }

    private void take(RunReport report) {
        report.mailboxes().forEach(line -> byId.put(line.mailbox(),
                new Owner(line.mailbox(), line.name(), line.address())));
    }

    private void name(Someone someone) {
        String address = someone.addresses().isEmpty() ? "" : someone.addresses().get(0);
        Owner known = byId.get(someone.id());
        if (known == null || known.name().isEmpty()) {
            byId.put(someone.id(), new Owner(someone.id(), someone.name(), known == null || known.address().isEmpty()
                    ? address : known.address()));
        }
    }

    /** The one with that object id; without a name if nobody knows them. */
    public Owner of(String id) {
        return byId.getOrDefault(id, new Owner(id, "", ""));
    }

    /**
     * Whoever is meant by that: the one with that id or address, else those of that name, else those that have it
     * somewhere.
     */
    public List<Owner> find(String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        List<Predicate<Owner>> rules = List.of(owner -> is(owner.id(), wanted) || is(owner.address(), wanted),
                owner -> is(owner.name(), wanted),
                owner -> has(owner.name(), wanted) || has(owner.address(), wanted));
        return rules.stream().map(rule -> byId.values().stream().filter(rule).toList())
                .filter(found -> !found.isEmpty()).findFirst().orElse(List.of());
    }

    private static boolean is(String text, String wanted) {
        return text.toLowerCase(Locale.ROOT).equals(wanted);
    }

    private static boolean has(String text, String wanted) {
        return text.toLowerCase(Locale.ROOT).contains(wanted);
    }

    /** What people call each, by object id. */
    Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        byId.forEach((id, owner) -> names.put(id, owner.called()));
        return names;
    }
}
