package io.contactsync.probe;

import com.fasterxml.jackson.databind.JsonNode;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/**
 * How far lists lag behind, and how late an unanswered create may take effect. What is seen is no bound, and may be far
 * better than on a bad day: the settle time keeps a margin.
 */
final class LagQuestions {

    private static final int LEAST_MINUTES = 10;

    private LagQuestions() {
    }

    static List<Question> all() {
        return List.of(
                new Question("create-to-list", "How long until a created contact is listed?", LagQuestions::created),
                new Question("delete-to-list", "How long is a deleted contact still listed?", LagQuestions::deleted),
                new Question("late-commit", "Does a create whose answer nobody waited for appear, and when?",
                        LagQuestions::late));
    }

    private static Observation created(Lab lab) {
        List<Long> lags = new ArrayList<>();
        for (int sample = 0; sample < lab.settings().samples(); sample++) {
            Reply made = lab.contact("lag");
            lags.add(until(lab, () -> ids(lab).contains(made.id())));
        }
        return lags(lab, lags);
    }

    private static Observation deleted(Lab lab) {
        List<Long> lags = new ArrayList<>();
        for (int sample = 0; sample < lab.settings().samples(); sample++) {
            Reply made = lab.contact("lag");
            until(lab, () -> ids(lab).contains(made.id()));
            lab.delete(made.id());
            lags.add(until(lab, () -> !ids(lab).contains(made.id())));
        }
        return lags(lab, lags);
    }

    /**
     * Milliseconds from now until it holds, seen from outside, the first look included; -1 if it does not in the
     * longest time.
     */
    private static long until(Lab lab, BooleanSupplier condition) {
        long start = lab.clock().millis();
        return lab.within(lab.settings().longest(), condition) ? lab.clock().millis() - start : -1;
    }

    private static Set<String> ids(Lab lab) {
        return lab.mailbox().list(lab.mailbox().inFolder("/contacts") + Urls.query("$top", "1000", "$select", "id"))
                .stream().map(row -> row.path("id").asText())
                .collect(Collectors.toSet());
    }

    private static Observation lags(Lab lab, List<Long> lags) {
        if (lags.contains(-1L)) {
            return Observation
                    .sampled("over " + lab.settings().longest().toSeconds() + " s",
                            "waited in vain " + Collections.frequency(lags, -1L) + " times of " + lags.size())
                    .setting("do not run contact-sync before it is known why");
        }
        Collections.sort(lags);
        long max = lags.get(lags.size() - 1);
        return Observation
                .sampled(max + " ms at most",
                        "n = " + lags.size() + ", median " + lags.get(lags.size() / 2) + " ms, maximum " + max + " ms")
                .setting(settle(max));
    }

    /** Twice what was seen, and never less than the program's own minimum. */
    static String settle(long millis) {
        long minutes = Math.max(LEAST_MINUTES, Duration.ofMillis(2 * millis).plusMinutes(1).toMinutes());
        return "sync.settle-minutes = " + minutes + " or more";
    }

    private static Observation late(Lab lab) {
        Set<String> unanswered = new TreeSet<>();
        int answered = 0;
        for (int sample = 0; sample < lab.settings().samples(); sample++) {
            String name = lab.mailbox().next("late");
            Reply reply = lab.mailbox().createHurriedly(lab.mailbox().samples().contact(name));
            answered += reply.status() > 0 ? 1 : 0;
            if (reply.status() == 0) {
                unanswered.add(lab.mailbox().samples().value(name));
            }
        }
        if (unanswered.isEmpty()) {
            return Observation.notTried("all " + answered + " creates were answered before the hurried client gave up");
        }
        return appeared(lab, unanswered);
    }

    private static Observation appeared(Lab lab, Set<String> unanswered) {
        int count = unanswered.size();
        Set<String> missing = new TreeSet<>(unanswered);
        long[] last = {0};
        long start = lab.clock().millis();
        lab.within(lab.settings().patience().multipliedBy(3), () -> {
            if (missing.removeAll(marks(lab))) {
                last[0] = lab.clock().millis() - start;
            }
            return missing.isEmpty();
        });
        int found = count - missing.size();
        String seen = count + " unanswered creates, " + found + " appeared, the last after " + last[0] + " ms";
        return found == 0 ? Observation.sampled("no", seen) : Observation.sampled("yes", seen).setting(settle(last[0]));
    }

    private static Set<String> marks(Lab lab) {
        List<JsonNode> rows = lab.mailbox().list(lab.mailbox().inFolder("/contacts")
                + Urls.query("$top", "1000", "$select", "id", "$expand", Samples.expand(Samples.MARK)));
        return rows.stream().map(Samples::markOf).collect(Collectors.toSet());
    }
}
