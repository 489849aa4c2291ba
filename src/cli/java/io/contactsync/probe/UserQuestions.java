package io.contactsync.probe;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Users of the directory, who are only read: by their changes a run learns that it need not read them all. */
final class UserQuestions {

    private static final int MOST_PAGES = 100;
    /** What runs read of users. */
    private static final List<String> PROPERTIES = List.of("displayName", "givenName", "surname", "mail",
            "businessPhones", "mobilePhone", "companyName", "department", "jobTitle", "officeLocation", "streetAddress",
            "city", "state", "postalCode", "country", "usageLocation", "userPrincipalName", "accountEnabled",
            "userType", "assignedLicenses");
    private static final String SELECT = "id," + String.join(",", PROPERTIES);
    private static final String ACTIVE = "accountEnabled eq true and userType eq 'Member'";
    private static final String WITHOUT = "sync.delta-days = 0";

    private UserQuestions() {
    }

    static List<Question> all() {
        return List.of(new Question("user-delta-and-list", "Does delta of users tell all that a list of them shows?",
                UserQuestions::complete));
    }

    private static Observation complete(Lab lab) {
        Reply first = lab.mailbox().follow("/users" + Urls.query("$select", SELECT, "$filter", ACTIVE, "$top", "999"));
        Reply round = lab.mailbox().follow("/users/delta" + Urls.query("$select", SELECT));
        if (!first.ok() || !round.ok()) {
            return first.ok() && round.refused() ? Observation.certain("no", round.seen()).setting(WITHOUT)
                    : Observation.notTried("users cannot be read: " + (first.ok() ? round : first).seen());
        }
        List<JsonNode> listed = rows(lab, first);
        Map<String, JsonNode> told = new HashMap<>();
        rows(lab, round).forEach(user -> told.put(user.path("id").asText(), user));
        long other = listed.stream().filter(user -> isOther(user, told.get(user.path("id").asText()))).count();
        return other == 0 ? Observation.sampled("yes", listed.size() + " users are the same in both")
                : Observation.sampled("no", other + " of " + listed.size() + " users are others").setting(WITHOUT);
    }

    private static boolean isOther(JsonNode listed, JsonNode told) {
        return told == null || PROPERTIES.stream().anyMatch(name -> !text(listed, name).equals(text(told, name)));
    }

    /** What was never set is not there in changes; members of a list come in any order. */
    private static String text(JsonNode user, String name) {
        JsonNode value = user.path(name);
        return value.isMissingNode() || value.isNull() || value.isArray() && value.isEmpty() ? ""
                : StreamSupport.stream(value.spliterator(), false).map(JsonNode::toString).sorted()
                        .collect(Collectors.joining(",", value.asText(), ""));
    }

    private static List<JsonNode> rows(Lab lab, Reply first) {
        List<JsonNode> rows = new ArrayList<>();
        Reply page = first;
        for (int pages = 1; page.body().has("@odata.nextLink"); pages++) {
            page.body().path("value").forEach(rows::add);
            if (pages == MOST_PAGES) {
                throw new UnexpectedReply("users on more than " + MOST_PAGES + " pages");
            }
            page = lab.mailbox().follow(page.body().path("@odata.nextLink").asText()).orUnexpected("GET of users");
        }
        page.body().path("value").forEach(rows::add);
        return rows;
    }
}
