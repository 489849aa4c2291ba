package io.contactsync.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The same plan and seed do the same to the same requests, whatever order the mailboxes come in. */
class FaultDeterminismTest {
    private static final String[] RULES =
            {"fault: refuse, status: 429, share: 30 %", "fault: refuse, status: 503, mailboxes: 40 %, every: 3",
                    "fault: batch-missing, share: 10 %", "fault: owner-deletes, share: 10 %, where: inside",
                    "fault: refuse, status: 504, where: batch, share: 10 %"};
    private static final int ROUNDS = 6;

    /** What each mailbox was answered, in its own order, and the names it holds at the end. */
    private static Map<String, List<String>> answers(long seed, boolean backwards, String... rules) {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withFaults(FaultBench.plan(seed, rules)))) {
            SandboxClient client = new SandboxClient(sandbox.address()).signIn();
            List<String> mailboxes = new ArrayList<>(List.copyOf(sandbox.tenant().mailboxes()).subList(0, 8));
            if (backwards) {
                Collections.reverse(mailboxes);
            }
            Map<String, List<String>> answers = new TreeMap<>();
            for (int round = 0; round < ROUNDS; round++) {
                for (String mailbox : mailboxes) {
                    answers.computeIfAbsent(mailbox, any -> new ArrayList<>())
                            .add(batch(client, "/users/" + mailbox + "/contacts"));
                }
            }
            mailboxes.forEach(
                    mailbox -> answers.get(mailbox).add(String.valueOf(sandbox.tenant().snapshot(mailbox).keySet())));
            return answers;
        }
    }

    private static String batch(SandboxClient client, String contacts) {
        SandboxClient.Answer answer =
                client.batch(SandboxBatchTest.batch(8, i -> SandboxBatchTest.create(i, contacts)));
        Map<String, Integer> inside = new TreeMap<>();
        answer.json().path("responses")
                .forEach(each -> inside.put(each.get("id").asText(), each.get("status").asInt()));
        return answer.status() + " " + inside;
    }

    @Test
    void theOrderOfMailboxesDoesNotMatterAndTheSeedDoes() {
        Map<String, List<String>> answers = answers(7, false, RULES);
        assertThat(answers(7, true, RULES)).isEqualTo(answers);
        assertThat(answers(8, false, RULES)).isNotEqualTo(answers);
        assertThat(answers.toString()).contains("=201", "=429", "=503", "504 {}");
    }

    @Test
    void anotherSeedAndAnotherPlaceInThePlanChooseOtherRequests() {
        Map<String, List<String>> answers = answers(7, false, RULES[0]);
        assertThat(answers(8, false, RULES[0])).isNotEqualTo(answers);
        assertThat(answers(7, false, "fault: slow, by: 0 s, share: 1 %", RULES[0])).isNotEqualTo(answers);
    }

    @Test
    void sharesAreKeptAndMailboxesDiffer() {
        Map<String, List<String>> answers = answers(7, false, RULES);
        long throttled = answers.values().stream().flatMap(List::stream)
                .flatMap(each -> List.of(each.split("[ ,}]")).stream()).filter(each -> each.endsWith("=429")).count();
        assertThat(throttled).isBetween(50L, 130L);
        assertThat(answers.values().stream().map(each -> each.subList(0, ROUNDS)).distinct()).hasSizeGreaterThan(5);
    }
}
