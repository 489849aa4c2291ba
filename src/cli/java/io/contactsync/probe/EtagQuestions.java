package io.contactsync.probe;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What guards a contact against two writers. If-Match is published for DELETE of a contact only. */
final class EtagQuestions {

    private static final int RACERS = 4;

    private EtagQuestions() {
    }

    static List<Question> all() {
        return List.of(
                new Question("if-match-on-patch", "Does PATCH of a contact heed If-Match?", EtagQuestions::patch),
                new Question("if-match-on-delete", "Does DELETE of a contact heed If-Match?", EtagQuestions::delete),
                new Question("racing-patches", "Is one of several PATCHes at once refused with 412, without If-Match?",
                        EtagQuestions::race));
    }

    private static Observation patch(Lab lab) {
        Reply made = changed(lab);
        return verdict(lab.mailbox().change(made.id(), title("stale"), stale(made)));
    }

    private static Observation delete(Lab lab) {
        Reply made = changed(lab);
        Observation answer = verdict(lab.mailbox().delete(made.id(), stale(made)));
        return answer.setting(
                answer.verdict().equals("ignored") ? "nothing to set: an edit between reading and deleting is then lost"
                        : Observation.NOTHING);
    }

    private static Observation verdict(Reply reply) {
        String seen = "with the tag from before a change: " + reply.seen();
        if (reply.ok()) {
            return Observation.certain("ignored", seen);
        }
        return reply.status() == 412 ? Observation.certain("heeded", seen) : Observation.unclear(seen);
    }

    /** A contact as it was made, which has been changed since. */
    private static Reply changed(Lab lab) {
        Reply made = lab.contact("tag");
        lab.mailbox().change(made.id(), title("changed")).orUnexpected("PATCH of a contact");
        return made;
    }

    private static Map<String, String> stale(Reply made) {
        return Map.of("If-Match", made.etag());
    }

    private static ObjectNode title(String text) {
        return JsonNodeFactory.instance.objectNode().put("jobTitle", text);
    }

    private static Observation race(Lab lab) {
        Reply made = lab.contact("race");
        int conflicts = 0;
        int changed = 0;
        for (int round = 0; round < lab.settings().samples(); round++) {
            List<Reply> replies = lab.mailbox().changeAtOnce(made.id(),
                    IntStream.range(0, RACERS).mapToObj(racer -> title("racer " + racer)).toList());
            conflicts += (int) replies.stream().filter(reply -> reply.status() == 412).count();
            changed += (int) replies.stream().filter(Reply::ok).count();
        }
        String seen =
                conflicts + " of " + RACERS * lab.settings().samples() + " answered 412, " + changed + " changed it";
        return Observation.sampled(conflicts > 0 ? "yes" : "no", seen);
    }
}
