package io.contactsync.probe;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;

/** Batches, and how many requests are served at a time. */
final class LoadQuestions {

    private static final int BATCH = 20;
    private static final int ONE_TOO_MANY = 5;
    private static final int FEW = 3;

    private LoadQuestions() {
    }

    static List<Question> all() {
        return List.of(
                new Question("batch-of-20", "Are some of 20 requests in one batch to one mailbox throttled?",
                        LoadQuestions::batch),
                new Question("throttled-batch", "Which status has a batch some of whose requests were throttled?",
                        LoadQuestions::throttled),
                new Question("empty-body-in-batch", "How does an answer without a body stand in a batch?",
                        LoadQuestions::emptyBody),
                new Question("concurrency", "Are requests at a time counted by mailbox or by app?",
                        LoadQuestions::concurrency));
    }

    private static String item(Lab lab) {
        return lab.mailbox().inFolder("") + Urls.query("$select", "id");
    }

    private static int throttled(Reply envelope) {
        int throttled = 0;
        for (JsonNode response : envelope.body().path("responses")) {
            throttled += response.path("status").asInt() == 429 ? 1 : 0;
        }
        return throttled;
    }

    private static Observation batch(Lab lab) {
        List<Integer> counts = new ArrayList<>();
        for (int round = 0; round < lab.settings().samples(); round++) {
            Reply envelope = lab.mailbox().readInBatches(item(lab), BATCH, 1).get(0);
            counts.add(envelope.status() == 424 || envelope.status() == 429 ? BATCH
                    : throttled(envelope.orUnexpected("a batch")));
        }
        boolean any = counts.stream().anyMatch(count -> count > 0);
        return Observation.sampled(any ? "yes" : "no", "throttled in each of " + counts.size() + " batches: " + counts)
                .setting(any ? "nothing to set: contact-sync repeats them after the time it is told"
                        : Observation.NOTHING);
    }

    /** Three batches at a time exceed what one mailbox takes. */
    private static Observation throttled(Lab lab) {
        for (int round = 0; round < lab.settings().samples(); round++) {
            for (Reply envelope : lab.mailbox().readInBatches(item(lab), BATCH, FEW)) {
                if (envelope.status() == 424 || envelope.ok() && throttled(envelope) > 0) {
                    return Observation.certain(Integer.toString(envelope.status()), envelope.seen());
                }
            }
        }
        return Observation.unclear("no request was throttled");
    }

    private static Observation emptyBody(Lab lab) {
        Reply made = lab.contact("empty body");
        JsonNode response =
                lab.mailbox().deleteInBatch(made.id()).orUnexpected("a batch").body().path("responses").path(0);
        if (response.path("status").asInt() != 204) {
            return Observation.unclear("DELETE: " + response.path("status").asInt());
        }
        return Observation.certain(!response.has("body") ? "absent" : response.path("body").isNull() ? "null" : "other",
                "of a DELETE: 204");
    }

    private static Observation concurrency(Lab lab) {
        int rounds = Math.max(1, lab.settings().samples() / 2);
        int alone = 0;
        for (int round = 0; round < rounds; round++) {
            alone += refused(lab.mailbox().readAtOnce(item(lab), ONE_TOO_MANY));
        }
        String seen = alone + " of " + ONE_TOO_MANY * rounds + " refused, five at a time to one mailbox";
        if (lab.settings().secondMailbox().isEmpty()) {
            return new Observation("", seen + "; across two mailboxes: --second-mailbox", Sureness.NOT_TRIED,
                    Observation.NOTHING);
        }
        int across = 0;
        for (int round = 0; round < rounds; round++) {
            readBoth(lab, 1); // whoever was refused before waits, and would come later than the other
            across += refused(readBoth(lab, FEW));
        }
        return byWhat(alone, across,
                seen + "; " + across + " of " + 2 * FEW * rounds + " refused, three at a time to each of two");
    }

    private static List<Reply> readBoth(Lab lab, int each) {
        return lab.mailbox().readAtOnce("/contacts" + Urls.query("$top", "1", "$select", "id"), each,
                lab.settings().secondMailbox());
    }

    private static Observation byWhat(int alone, int across, String seen) {
        if (across > 0) {
            return Observation.sampled("app", seen).setting("sync.mailboxes-in-flight = 1");
        }
        return alone > 0 ? Observation.sampled("mailbox", seen) : Observation.unclear(seen);
    }

    private static int refused(List<Reply> replies) {
        replies.stream().filter(reply -> !reply.ok() && reply.status() != 429).findFirst()
                .ifPresent(reply -> reply.orUnexpected("GET"));
        return (int) replies.stream().filter(reply -> reply.status() == 429).count();
    }
}
