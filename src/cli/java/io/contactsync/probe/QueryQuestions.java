package io.contactsync.probe;

import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Map;

/** Filters and sizes of pages. */
final class QueryQuestions {

    private QueryQuestions() {
    }

    static List<Question> all() {
        return List.of(
                new Question("filter-by-extended-property",
                        "Can contacts be filtered by the value of an extended property?", QueryQuestions::byValue),
                new Question("filter-by-extended-property-present",
                        "Can contacts be filtered by having an extended property (ne null)?",
                        QueryQuestions::byPresence),
                new Question("filter-in-subfolders", "Does such a filter on /contacts reach other folders?",
                        QueryQuestions::subfolders),
                new Question("filter-by-category", "Can contacts be filtered by category?", QueryQuestions::byCategory),
                new Question("filter-contains", "How is contains() in a filter answered?", QueryQuestions::contains),
                new Question("top-at-limit", "Is $top=1000 served?", lab -> FolderQuestions.served(top(lab, "1000"))),
                new Question("top-over-limit", "What does $top=1001 do?", QueryQuestions::over),
                new Question("page-size-preference", "Is Prefer: odata.maxpagesize heeded?",
                        QueryQuestions::preference));
    }

    private static Observation byValue(Lab lab) {
        String name = lab.mailbox().next("filter");
        Reply made = lab.contact(lab.mailbox().samples().contact(name));
        return found(lab, filter(lab.mailbox().inFolder("/contacts"),
                any("ep/value eq '" + lab.mailbox().samples().value(name) + "'")), made, "empty", "error");
    }

    private static Observation byPresence(Lab lab) {
        Reply made = lab.contact("filter");
        return found(lab, filter(lab.mailbox().inFolder("/contacts"), any("ep/value ne null")), made, "empty", "error");
    }

    private static Observation subfolders(Lab lab) {
        String name = lab.mailbox().next("filter");
        Reply made = lab.contact(lab.mailbox().samples().contact(name));
        return found(lab, filter("/contacts", any("ep/value eq '" + lab.mailbox().samples().value(name) + "'")), made,
                "no", "error");
    }

    private static Observation byCategory(Lab lab) {
        ObjectNode contact = lab.sample("category");
        contact.putArray("categories").add(lab.mailbox().samples().name());
        Reply made = lab.contact(contact);
        return found(lab, filter(lab.mailbox().inFolder("/contacts"),
                "categories/any(c:c eq '" + lab.mailbox().samples().name() + "')"), made, "empty", "refused");
    }

    private static String any(String condition) {
        return "singleValueExtendedProperties/Any(ep: ep/id eq '" + Samples.MARK + "' and " + condition + ")";
    }

    private static String filter(String collection, String filter) {
        return collection + Urls.query("$select", "id", "$top", "100", "$filter", filter);
    }

    private static Observation found(Lab lab, String path, Reply made, String missing, String error) {
        Reply[] last = new Reply[1];
        boolean found = lab.eventually(() -> {
            last[0] = lab.mailbox().read(path);
            return Lab.holds(last[0], made.id()) || last[0].refused();
        });
        Reply reply = last[0];
        if (!reply.ok()) {
            return reply.refused() || reply.status() == 500 ? Observation.certain(error, reply.seen())
                    : Observation.unclear(reply.seen());
        }
        return found ? Observation.certain("served", reply.seen())
                : Observation.sampled(missing, reply.seen() + " without the contact");
    }

    private static Observation contains(Lab lab) {
        Reply reply = lab.mailbox().read(filter(lab.mailbox().inFolder("/contacts"), "contains(displayName,'probe')"));
        return reply.ok() || reply.refused() ? Observation.certain(reply.shown(), reply.seen())
                : Observation.unclear(reply.seen());
    }

    private static Reply top(Lab lab, String rows) {
        return lab.mailbox().read(lab.mailbox().inFolder("/contacts") + Urls.query("$select", "id", "$top", rows));
    }

    private static Observation over(Lab lab) {
        Reply reply = top(lab, "1001");
        if (reply.ok()) {
            return Observation.certain("capped", reply.seen() + "; whether more than 1000 rows come was not tried");
        }
        return reply.refused() ? Observation.certain("refused", reply.seen()) : Observation.unclear(reply.seen());
    }

    private static Observation preference(Lab lab) {
        lab.contact("page");
        lab.contact("page");
        String path = lab.mailbox().inFolder("/contacts") + Urls.query("$select", "id");
        lab.eventually(() -> lab.mailbox().read(path).body().path("value").size() > 1);
        Reply reply = lab.mailbox().read(path, Map.of("Prefer", "odata.maxpagesize=1")).orUnexpected("GET of a list");
        int rows = reply.body().path("value").size();
        boolean more = reply.body().has("@odata.nextLink");
        return Observation.certain(rows == 1 && more ? "heeded" : "ignored",
                rows + " rows, " + (more ? "and a next link" : "no next link"));
    }
}
