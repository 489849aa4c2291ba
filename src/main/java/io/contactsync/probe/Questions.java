package io.contactsync.probe;

import java.util.List;
import java.util.stream.Stream;

/** All that is asked, in order, and what cannot be asked from outside. */
final class Questions {

    private Questions() {
    }

    static List<Question> all() {
        return Stream.of(FolderQuestions.all(), EtagQuestions.all(), QueryQuestions.all(), DeltaQuestions.all(), RefusalQuestions.all(), TextQuestions.all(),
                ItemQuestions.all(), LagQuestions.all(), LoadQuestions.all(), open()).flatMap(List::stream).toList();
    }

    private static List<Question> open() {
        return List.of(
                open("expired-delta-token", "How is an expired delta token answered?", "how long a token lives is not fixed, and none can be made to expire"),
                open("moving-mailbox", "How does a mailbox answer while it is being moved?", "a mailbox cannot be moved from here"),
                open("full-mailbox", "How does a full mailbox refuse a create?", "no mailbox is filled for a question"),
                open("deleted-items", "Where does a deleted contact go?", "the permissions for contacts do not reach Deleted Items; look there for 'contact-sync probe'"),
                open("grant-delay", "How long until a grant in Exchange takes effect?", "grants are not made from here"),
                open("outage-headers", "Which headers come with 503 and 504?", "outages cannot be made"));
    }

    private static Question open(String key, String text, String why) {
        return new Question(key, text, lab -> Answer.notTried(why));
    }
}
