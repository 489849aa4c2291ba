package io.contactsync.simulation;

import io.contactsync.core.Batch;
import io.contactsync.core.CurrentContact;
import io.contactsync.microsoftgraph.GraphBatchResponse;
import io.contactsync.microsoftgraph.GraphItemResponse;
import io.contactsync.microsoftgraph.GraphRequest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Graph before one mailbox, as it is on a bad day: loses answers, commits late, throttles, refuses, shuffles. */
final class Server {

    /** An answer and when it comes. */
    record Delivery(GraphBatchResponse answer, long at) {
    }

    private static final List<Integer> NOT_APPLIED = List.of(429, 429, 429, 412, 409, 423, 401, 507, 404);
    private static final List<Integer> UNCLEAR = List.of(500, 502, 503, 503, 504, 0, 408);

    private final World world;
    private final Dice dice;
    private final VirtualMailbox mailbox;
    private final Contents contents;
    private final Throttling throttling;
    private boolean flying;

    Server(World world, VirtualMailbox mailbox) {
        this.world = world;
        this.dice = world.dice;
        this.mailbox = mailbox;
        this.contents = new Contents(world, mailbox);
        this.throttling = new Throttling(world);
    }

    /**
     * A new process knows of no window: keeping it is the work of the next layer.
     *
     * @param alone whether nobody else can have sent anything
     */
    void forgetWindow(boolean alone) {
        throttling.forget();
        flying &= !alone;
    }

    /** The list, in any order, behind by as much as the weather says. */
    List<CurrentContact> list() {
        checkWindow("a list");
        long seen = seen();
        List<CurrentContact> list = new ArrayList<>();
        for (Item item : mailbox.items()) {
            CurrentContact listed = item.isListed(seen) ? item.listed(seen) : null;
            if (listed != null && (listed.category() || listed.key() != null)) {
                list.add(listed);
            }
        }
        if (dice.chance(0.2)) {
            dice.shuffle(list);
        }
        return list;
    }

    /** The time that a list shows. */
    private long seen() {
        return world.calm || !world.weather.laggingReplicas() ? world.now()
                : world.now() - dice.between(0, world.weather.lateListMillis());
    }

    /** Looks for contacts by their keys: shows what a list would, or nothing, as was reported of such filters. */
    GraphBatchResponse find(List<GraphRequest> questions) {
        checkWindow("a search");
        throttling.check(questions);
        long seen = world.isBad(0.3) ? 0 : seen();
        Map<String, GraphItemResponse> items = questions.stream().collect(Collectors.toMap(GraphRequest::id,
                question -> isFault() ? seen(question) : contents.find(question, seen)));
        return answered(questions, items, world.now());
    }

    /** Whether a list shows what a create has asked for; for an engine that believes it. */
    boolean lists(GraphRequest create) {
        return mailbox.items().stream().anyMatch(item -> item.isListed(world.now()) && item.now().key() != null
                && contents.isAbout(create, item.now().key().key().id()));
    }

    /** Contacts without any mark that are called so; for an engine that takes a name for a proof. */
    List<CurrentContact> called(String name) {
        return mailbox.live().stream().filter(item -> item.now().key() == null && !item.now().category()
                && ('"' + name + '"').equals(item.now().fields().get("displayName")))
                .map(item -> item.listed(world.now())).toList();
    }

    /** How long the component holds a call back that knows of no wait of its own. */
    long closedMillis() {
        return throttling.millis();
    }

    /** Puts our category into the mailbox's list of categories; whether it was not there. */
    boolean addCategory() {
        checkWindow("a category");
        boolean fresh = !mailbox.hasCategory;
        mailbox.hasCategory = true;
        return fresh;
    }

    private void checkWindow(String what) {
        BrokenInvariant.unless(!flying, "INV-5", what + " while a batch is in flight");
        throttling.check(what);
    }

    /** Shows contacts as they are now. */
    GraphBatchResponse look(List<GraphRequest> questions) {
        checkWindow("a look");
        BrokenInvariant.unless(questions.size() <= Batch.MAX, "INV-5", "a look of " + questions.size());
        throttling.check(questions);
        if (throttling.isEarly()) {
            return early(questions, world.now());
        }
        if (isFault() && dice.chance(0.5)) {
            return whole(dice.of(List.of(429, 503, 0)), true, "", toldAll(world.now()));
        }
        Map<String, GraphItemResponse> items = new HashMap<>();
        questions.forEach(question -> items.put(question.id(), seen(question)));
        return answered(questions, items, world.now());
    }

    private GraphItemResponse seen(GraphRequest question) {
        if (isFault()) {
            int status = dice.of(List.of(429, 500, 503));
            return answer(question, status, code(status), status == 429 ? told() : null);
        }
        return contents.show(question);
    }

    /** Takes a batch; the answer is on its way. */
    Delivery take(List<GraphRequest> batch) {
        BrokenInvariant.unless(!flying, "INV-5", "a second batch while one is in flight");
        checkWindow("a batch");
        BrokenInvariant.unless(batch.size() <= Batch.MAX, "INV-5", "a batch of " + batch.size());
        throttling.check(batch);
        flying = true;
        long at = world.now() + dice.between(50, 20_000);
        return new Delivery(throttling.isEarly() ? early(batch, at) : answer(batch, at), at);
    }

    /** The answer has arrived, or the sender is gone. */
    void landed() {
        flying = false;
    }

    private GraphBatchResponse answer(List<GraphRequest> batch, long at) {
        if (batch.size() > world.weather.batchLimit() && !world.calm) {
            return whole(dice.of(List.of(400, 413)), true, "tooLarge", null);
        }
        if (!isFault()) {
            return each(batch, at);
        }
        return switch (dice.between(0, 5)) {
            case 0 -> whole(429, true, "ApplicationThrottled", toldAll(at));
            case 1 -> dice.chance(0.5) ? whole(0, false, "NotSent", null) : whole(401, true, "", null);
            case 2 -> {
                batch.forEach(request -> perhaps(request, at));
                yield whole(dice.of(List.of(504, 503, 0)), true, "Timeout", toldAll(at));
            }
            default -> each(batch, at);
        };
    }

    private static GraphBatchResponse whole(int status, boolean sent, String code, Duration told) {
        return new GraphBatchResponse(status, sent, code, null, told, Map.of(), "c", "r");
    }

    private GraphBatchResponse each(List<GraphRequest> batch, long at) {
        Map<String, GraphItemResponse> items = new HashMap<>();
        for (GraphRequest request : batch) {
            GraphItemResponse answer = one(request, at);
            if (answer != null) {
                items.put(request.id(), answer);
            }
        }
        return answered(batch, items, at);
    }

    /** Whoever comes before any window is over. */
    private GraphBatchResponse early(List<GraphRequest> batch, long at) {
        Map<String, GraphItemResponse> items = new HashMap<>();
        batch.forEach(request -> items.put(request.id(), answer(request, 429, "", throttling.again())));
        return answered(batch, items, at);
    }

    private GraphBatchResponse answered(List<GraphRequest> batch, Map<String, GraphItemResponse> items, long at) {
        return new GraphBatchResponse(200, true, null, null, throttling.told(batch, items, at), items, "c", "r");
    }

    /** The answer to one request; null if it gets none. */
    private GraphItemResponse one(GraphRequest request, long at) {
        if (world.refused != null && contents.isAbout(request, world.refused)) {
            return answer(request, 400, "ErrorInvalidProperty", null);
        }
        if (!isFault()) {
            return contents.commit(request, world.now());
        }
        if (dice.chance(0.5)) {
            int status = dice.of(NOT_APPLIED);
            return answer(request, status, code(status), status == 429 || status == 507 ? told() : null);
        }
        perhaps(request, at);
        int status = dice.of(UNCLEAR);
        return status == 0 ? null : answer(request, status, "", status == 503 || status == 500 ? told() : null);
    }

    static GraphItemResponse answer(GraphRequest request, int status, String code, Duration told) {
        return new GraphItemResponse(request.id(), status, told, code, null, null, null);
    }

    private boolean isFault() {
        return world.isBad(world.weather.faults());
    }

    /** Applied, not applied, or applied after the sender has given up. */
    private void perhaps(GraphRequest request, long at) {
        long sent = world.now();
        switch (dice.between(0, 2)) {
            case 0 -> contents.commit(request, sent);
            case 1 -> world.at(at + dice.between(0, world.weather.lateCommitMillis()),
                    () -> contents.commit(request, sent));
            default -> { }
        }
    }

    private String code(int status) {
        return status == 429 && world.isOfMailbox() ? Throttling.OF_MAILBOX : "";
    }

    private Duration toldAll(long at) {
        Duration told = told();
        throttling.toldAll(at, told);
        return told;
    }

    private Duration told() {
        return dice.chance(0.3) ? null : dice.of(List.of(Duration.ofMillis(700), Duration.ofSeconds(1),
                Duration.ofSeconds(10), Duration.ofSeconds(90), Duration.ofSeconds(400)));
    }
}
