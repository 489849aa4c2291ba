package io.contactsync.sandbox.faults;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Makes a plan from a seed: some of the kinds of faults that a service and the owners of mailboxes bring in ordinary
 * weeks, each rare enough that runs come to their end. The plan is text, to be read, edited and run again.
 */
final class SeededPlan {
    private static final int RULES = 8;
    private final Random random;
    private final List<String> rules = new ArrayList<>();

    private SeededPlan(long seed) {
        this.random = new Random(seed);
    }

    static String text(long seed) {
        SeededPlan plan = new SeededPlan(seed);
        plan.service();
        plan.lists();
        plan.mailboxes();
        plan.owners();
        plan.tokens();
        Collections.shuffle(plan.rules, plan.random);
        return "# Made from a seed: contact-sync sandbox --fault-seed " + seed + "\nseed: " + seed + "\nfaults:\n"
                + String.join("", plan.rules.subList(0, RULES));
    }

    private void service() {
        rule("refuse", "status: 429", "retry-after: " + (1 + random.nextInt(2)), "where: inside", share(1, 6));
        rule("refuse", "status: 503", "body: ''", "where: inside", share(1, 3));
        rule("refuse", "status: 504", "applied: yes", "where: inside", "method: POST", share(1, 4));
        rule("refuse", "status: 504", "applied: after " + (1 + random.nextInt(3)) + " s", "where: inside",
                "method: POST", share(1, 4));
        rule("refuse", "status: 412", "where: inside", "method: PATCH", share(2, 10));
        rule("refuse", "status: 500", "where: inside", share(1, 3));
        rule("refuse", "status: 503", "retry-after: 1", "where: batch", share(2, 8));
        rule("reset", "applied: yes", "where: batch", share(2, 8));
        rule("close", "applied: no", "where: batch", share(2, 8));
        rule("batch-partly", "first: " + random.nextInt(20), share(2, 8));
        rule("batch-missing", share(1, 3));
        rule("batch-twice", share(1, 3));
        rule("html", "where: batch", share(1, 4));
        rule("truncated", "where: batch", share(1, 4));
        rule("slow", "by: " + (20 + random.nextInt(200)) + " ms", share(1, 5));
    }

    private void lists() {
        rule("stale-list", "for: " + (1 + random.nextInt(5)) + " s", share(5, 30));
        rule("empty-page", "method: GET", "path: /users/*/contacts", "times: " + (1 + random.nextInt(3)));
        rule("truncated", "method: GET", share(1, 5));
        rule("invalid-json", "method: GET", share(1, 5));
        rule("refuse", "status: 504", "method: GET", share(1, 8));
    }

    private void mailboxes() {
        rule("mailbox-gone", "mailboxes: 20 %", "times: " + (1 + random.nextInt(20)));
        rule("mailbox-moving", "mailboxes: 20 %", "until: " + (1 + random.nextInt(10)) + " s");
        rule("mailbox-full", "mailboxes: 20 %", "after: " + (5 + random.nextInt(40)),
                "times: " + (1 + random.nextInt(20)));
    }

    private void owners() {
        rule("owner-edits", writes(), share(1, 4));
        rule("owner-copies", writes(), share(1, 4));
        rule("owner-untags", writes(), share(1, 2));
        rule("owner-strips-key", writes(), share(1, 2));
        rule("owner-deletes", writes(), share(1, 4));
        rule("owner-tags-personal", "times: 1", writes(), share(2, 20));
    }

    private void tokens() {
        rule("refuse", "status: 401", "where: batch", "after: " + random.nextInt(10), "times: 1");
        rule("tokens-expire", "where: batch", "after: " + random.nextInt(10), "times: 1");
        rule("refuse", "status: 503", "where: token", "times: 1");
        rule("short-token", "life: 400 s", "times: 1");
    }

    private static String writes() {
        return "where: inside";
    }

    private String share(int least, int most) {
        return "share: " + (least + random.nextInt(most - least + 1)) + " %";
    }

    private void rule(String kind, String... keys) {
        rules.add("  - fault: " + kind + "\n    " + String.join("\n    ", keys) + "\n");
    }
}
