package io.contactsync.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contactsync.microsoftgraph.GraphBatchResponse;
import io.contactsync.microsoftgraph.GraphItemResponse;
import io.contactsync.microsoftgraph.GraphRequest;
import io.contactsync.microsoftgraph.GraphTime;
import io.contactsync.run.DeltaRound;
import io.contactsync.run.DeltaRounds;
import io.contactsync.run.MailboxTask;
import io.contactsync.run.MailboxTurn;
import io.contactsync.run.Run;

import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A machine's questions for changes, step by step as the routes {@code ask-deltas} and {@code begin-delta} put them. It
 * has dice of its own: a schedule without such questions is the same as if there were none.
 */
final class Deltas {

    private static final int DAYS = 3;

    private final World world;
    private final Dice dice;
    private final EngineVariant variant;
    private final Map<String, DeltaServer> servers = new HashMap<>();
    private final DeltaRounds rounds;

    /** @param asked whether mailboxes are asked at all */
    Deltas(World world, Dice dice, EngineVariant variant, boolean asked) {
        this.world = world;
        this.dice = dice;
        this.variant = variant;
        this.rounds = new DeltaRounds(asked ? DAYS : 0);
        world.mailboxes.forEach(mailbox -> servers.put(mailbox.id, new DeltaServer(world, mailbox, dice)));
    }

    /** Links lead to Graph. */
    GraphTime graph(Supplier<Instant> time) {
        return new GraphTime() {
            @Override
            public Instant serverTime() {
                return time.get();
            }

            @Override
            public String relative(String link) {
                return link;
            }
        };
    }

    /** Asks, and gives the mailboxes that are to be handed out. */
    List<MailboxTask> ask(RunFlow flow, Run run, List<MailboxTask> tasks) {
        DeltaRound round = rounds.begin(run, tasks);
        for (Iterator<List<GraphRequest>> batches = rounds.batches(round); batches.hasNext();) {
            List<GraphRequest> batch = batches.next();
            world.advance(millis());
            flow.machine.perhapsCrash();
            Map<String, GraphItemResponse> answers = new HashMap<>();
            batch.forEach(question -> answer(question, answers));
            GraphBatchResponse answer = new GraphBatchResponse(200, true, null, null, null, answers, "c", "r");
            flow.entries.unchanged(rounds.answered(round, answer));
        }
        return rounds.rest(round);
    }

    private void answer(GraphRequest question, Map<String, GraphItemResponse> answers) {
        GraphItemResponse answer = servers.get(question.id()).answer(question);
        world.note("changes of " + question.id() + ": "
                + (answer == null ? "no answer" : answer.status() + " " + answer.body()));
        if (answer != null) {
            answers.put(question.id(), heard(question, answer));
        }
    }

    /** What the engine makes of what a mailbox told of its changes. */
    private GraphItemResponse heard(GraphRequest question, GraphItemResponse answer) {
        if (variant == EngineVariant.DELTA_TRUSTED_WHEN_GONE && answer.status() == 410) {
            ObjectNode nothing = JsonNodeFactory.instance.objectNode().put("@odata.deltaLink", question.url());
            nothing.putArray("value");
            return new GraphItemResponse(answer.id(), 200, null, null, null, null, null, nothing);
        }
        if (variant == EngineVariant.DELTA_WITHOUT_REMOVALS && answer.body() != null) {
            for (Iterator<JsonNode> rows = answer.body().path("value").elements(); rows.hasNext();) {
                if (rows.next().has("@removed")) {
                    rows.remove();
                }
            }
        }
        return answer;
    }

    /** Begins a mailbox's link if it is worth one; whether it was. */
    boolean begin(MailboxTurn turn) {
        boolean worth = rounds.isToBeBegun(turn);
        if (worth) {
            Instant before = Instant.ofEpochSecond(world.now() / 1_000);
            rounds.begun(turn, servers.get(turn.mailbox()).first(), before);
        }
        return worth;
    }

    /** While its owner was at it, a mailbox may have forgotten its links. */
    void mayBeForgotten() {
        servers.values().forEach(DeltaServer::mayForget);
    }

    /** How long a question takes. */
    int millis() {
        return dice.between(10, 4_000);
    }
}
