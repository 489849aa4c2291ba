package io.contactsync.cli.check;

import io.contactsync.cli.app.App;
import io.contactsync.cli.app.Inquiry;
import io.contactsync.cli.configuration.Configuration;
import io.contactsync.cli.configuration.RouteFiles;
import io.contactsync.cli.words.Amounts;
import io.contactsync.core.Ownership;
import io.contactsync.problem.Problem;
import io.contactsync.run.Target;
import io.contactsync.source.SourceContacts;
import io.contactsync.source.UserExclusions;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What {@code check} reads: each excluded group, central mailbox and source once, the targets, and one mailbox. */
final class CheckReadings {

    /** Why a line was not tried, in three words: the reason itself stands on the line of the login. */
    static final String NO_LOGIN = "the login failed";

    private static final String SOURCE = "source";
    private static final String USERS = "graph-users";
    private static final String CONTACTS = "graph-contacts";

    private final App app;
    private final Inquiry inquiry;
    private final Configuration configuration;
    private final CheckLines lines;
    private final boolean loggedIn;
    private List<Target> targets = List.of();

    CheckReadings(App app, Configuration configuration, CheckLines lines, boolean loggedIn) {
        this.app = app;
        this.inquiry = new Inquiry(app);
        this.configuration = configuration;
        this.lines = lines;
        this.loggedIn = loggedIn;
    }

    void all() {
        RouteFiles files = configuration.routes();
        for (String source : app.settings().sources()) {
            if (app.context().getRoute("contact-sync-source-" + source) != null) {
                source(source, files.needsLogin(source));
            }
        }
        if (!loggedIn) {
            lines.untried("targets", "", NO_LOGIN);
            lines.untried("mailbox", "", NO_LOGIN);
        } else if (lines.line("targets", configuration.get("targets.from"), this::targets)) {
            lines.line("mailbox", this::mailbox);
        } else {
            lines.untried("mailbox", "", "no target known");
        }
    }

    /** What it is made of comes first: a source of which a part failed has said why already. */
    private void source(String source, boolean needsLogin) {
        if (needsLogin && !loggedIn) {
            lines.untried(SOURCE, source, NO_LOGIN);
            return;
        }
        boolean whole = switch (source) {
            case USERS -> configuration.list("source.graph-users.exclude-groups").stream()
                    .map(group -> lines.line("excluded group", group, () -> group(group)))
                    .reduce(true, Boolean::logicalAnd);
            case CONTACTS -> configuration.list("source.graph-contacts.mailboxes").stream()
                    .map(mailbox -> lines.line("central mailbox", mailbox, () -> central(mailbox)))
                    .reduce(true, Boolean::logicalAnd);
            default -> true;
        };
        if (whole) {
            read(source);
        } else {
            lines.untried(SOURCE, source, "its line above failed");
        }
    }

    private void read(String name) {
        List<SourceContacts> reading = new ArrayList<>();
        lines.line(SOURCE, name, () -> {
            reading.add(inquiry.ask("direct:contact-sync-source-" + name, "", SourceContacts.class));
            return counts(reading.get(0));
        });
        reading.forEach(read -> read.notes().stream().map(Problem::sentence).findFirst().ifPresent(first ->
                lines.warn(SOURCE, name, read.summary() + ", the first: " + first + regionWanted(read))));
    }

    private static String counts(SourceContacts read) {
        String counts =
                Amounts.of(read.contacts().size(), "contact") + ", " + read.excluded() + " left out, "
                + read.refused() + " refused, " + Amounts.of(read.counts().unreadPhones(), "number")
                + " not read";
        if (read.isComplete()) {
            return counts;
        }
        String more = read.problems().size() > 1 ? ", and " + (read.problems().size() - 1) + " more" : "";
        throw new IllegalStateException(counts + "; incomplete, so nothing of it would be deleted: "
                + read.problems().get(0).sentence() + more + " - see 'contact-sync preview " + read.source() + "'");
    }

    private String regionWanted(SourceContacts read) {
        String key = "source." + read.source() + ".region";
        return read.counts().unreadPhones() > 0 && configuration.keys().contains(key) && configuration.get(key)
                .isEmpty()
                ? " - set " + key + " to the country of numbers without country code" : "";
    }

    private String group(String group) {
        UserExclusions none = UserExclusions.open(USERS, "", "");
        inquiry.ask("direct:contact-sync-exclude-groups", group, Map.of(SOURCE, USERS, "exclusions", none),
                Object.class);
        return Amounts.of(none.size(), "member") + " left out";
    }

    private String central(String mailbox) {
        Map<String, Object> variables = Map.of(SOURCE, CONTACTS, "mailbox", mailbox, "folder",
                configuration.get("source.graph-contacts.folder"));
        Iterator<?> contacts = inquiry.ask("direct:contact-sync-read-central-mailbox", "", variables, Iterator.class);
        return "can be read, " + (contacts.hasNext() ? "has contacts" : "has no contact");
    }

    private String targets() {
        targets = inquiry.targets();
        Map<String, Long> reasons = targets.stream().filter(target -> target.skip() != null)
                .collect(Collectors.groupingBy(Target::skip, TreeMap::new, Collectors.counting()));
        String skipped = reasons.entrySet().stream().map(reason -> reason.getValue() + " skipped: " + reason.getKey())
                .collect(Collectors.joining(", "));
        return targets.size() + (targets.size() == 1 ? " mailbox, " : " mailboxes, ")
                + (skipped.isEmpty() ? "none skipped" : skipped);
    }

    private String mailbox() {
        Target first = targets.stream().filter(target -> target.skip() == null).findFirst()
                .orElseThrow(() -> new IllegalStateException("none to try: there is no target that is not skipped"));
        Map<Ownership, Integer> whose = new EnumMap<>(Ownership.class);
        String instance = configuration.get("sync.instance");
        inquiry.contacts(first.mailbox()).forEach(each -> whose.merge(each.ownership(instance), 1, Integer::sum));
        return "read " + first.mailbox() + ": " + owned(whose);
    }

    private String owned(Map<Ownership, Integer> whose) {
        String ours = whose.containsKey(Ownership.OURS)
                ? Amounts.of(whose.get(Ownership.OURS), "contact") + " of ours"
                : "no contact of ours yet";
        return ours
                + stays(whose, Ownership.UNPROVEN,
                        " under the category " + configuration.get("category.name") + " without our key")
                + stays(whose, Ownership.RELEASED, " of ours out of which the category was taken")
                + stays(whose, Ownership.OTHER_INSTANCE, " of another installation");
    }

    private static String stays(Map<Ownership, Integer> whose, Ownership which, String what) {
        int number = whose.getOrDefault(which, 0);
        String owner = which == Ownership.OTHER_INSTANCE ? "" : number == 1 ? " its owner's," : " their owner's,";
        return number == 0 ? "" : ", and " + Amounts.of(number, "contact") + what + ":" + owner
                + (number == 1 ? " it stays" : " they stay");
    }
}
