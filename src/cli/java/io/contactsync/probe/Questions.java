package io.contactsync.probe;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All that is asked, in order, and what cannot be asked from outside. */
final class Questions {

    private Questions() {
    }

    static List<Question> all() {
        return Stream.of(FolderQuestions.all(), EtagQuestions.all(), QueryQuestions.all(), DeltaQuestions.all(),
                UserQuestions.all(), RefusalQuestions.all(), TextQuestions.all(),
                ItemQuestions.all(), LagQuestions.all(), LoadQuestions.all(), open()).flatMap(List::stream).toList();
    }

    /** Those of these keys, all if there are none. */
    static List<Question> of(Set<String> keys) {
        return all().stream().filter(question -> keys.isEmpty() || keys.contains(question.key())).toList();
    }

    /** @throws IllegalArgumentException a sentence, if there is no such question */
    static void require(Set<String> keys) {
        Set<String> known = all().stream().map(Question::key).collect(Collectors.toCollection(TreeSet::new));
        keys.stream().filter(key -> !known.contains(key)).findFirst().ifPresent(key -> {
            throw new IllegalArgumentException(
                    "there is no question '" + key + "' - allowed are " + String.join(", ", known));
        });
    }

    private static List<Question> open() {
        return List.of(
                open("expired-delta-token", "How is an expired delta token answered?",
                        "how long a token lives is not fixed, and none can be made to expire"),
                open("moving-mailbox", "How does a mailbox answer while it is being moved?",
                        "a mailbox cannot be moved from here"),
                open("full-mailbox", "How does a full mailbox refuse a create?", "no mailbox is filled for a question"),
                open("concurrency-window", "Who waits when one request is one too many at a time?",
                        "the service is not provoked"),
                open("early-retry", "What becomes of a wait that is not kept?", "the service is not provoked"),
                open("empty-id", "How are PATCH and DELETE without an id answered?",
                        "what such a request reaches is not known"),
                open("translate-ids", "Are ids translated for an application?",
                        "documented as not supported, and nobody here needs it"),
                open("deleted-items", "Where does a deleted contact go?",
                        "the permissions for contacts do not reach Deleted Items; look there for 'contact-sync probe'"),
                open("grant-delay", "How long until a grant in Exchange takes effect?",
                        "grants are not made from here"),
                open("outage-headers", "Which headers come with 503 and 504?", "outages cannot be made"));
    }

    private static Question open(String key, String text, String why) {
        return new Question(key, text, lab -> Observation.notTried(why));
    }
}
