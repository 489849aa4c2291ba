package io.contactsync.simulation;

import io.contactsync.core.Action;
import io.contactsync.core.Answer;
import io.contactsync.core.Batch;
import io.contactsync.core.BatchAnswer;
import io.contactsync.core.Change;
import io.contactsync.core.ContactKey;
import io.contactsync.core.CurrentContact;
import io.contactsync.core.HiddenKey;
import io.contactsync.core.Look;
import io.contactsync.core.Sight;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Graph as it is on a bad day: loses answers, commits late, throttles, refuses, shuffles. */
final class Server {

    /** An answer and when it comes. */
    record Delivery(BatchAnswer answer, long at) {
    }

    private static final List<Integer> NOT_APPLIED = List.of(429, 429, 429, 412, 409, 423, 401, 507, 404);
    private static final List<Integer> UNCLEAR = List.of(500, 502, 503, 503, 504, 0, 408);

    private final World world;
    private final Dice dice;
    private final Function<ContactKey, String> hashes;
    private ContactKey poison;
    private long closedUntil;
    private boolean flying;

    Server(World world, Function<ContactKey, String> hashes) {
        this.world = world;
        this.dice = world.dice;
        this.hashes = hashes;
    }

    void poison(ContactKey key) {
        poison = key;
    }

    /** A new process knows of no window: keeping it is the work of the next layer. */
    void forgetWindow() {
        closedUntil = 0;
        flying = false;
    }

    /** The list, in any order, behind by as much as the weather says. */
    List<CurrentContact> list() {
        checkWindow("a list");
        long seen = world.calm || !world.weather.laggingReplicas() ? world.now()
                : world.now() - dice.between(0, world.weather.lateListMillis());
        List<CurrentContact> list = new ArrayList<>(
                world.items.stream().filter(item -> item.isListed(seen)).map(item -> item.listed(seen)).toList());
        if (dice.chance(0.2)) {
            dice.shuffle(list);
        }
        return list;
    }

    private void checkWindow(String what) {
        BrokenInvariant.unless(!flying, "INV-5", what + " while a batch is in flight");
        BrokenInvariant.unless(world.now() >= closedUntil, "INV-5",
                what + " " + (closedUntil - world.now()) + " ms before the end of Retry-After");
    }

    /** Shows contacts as they are now. */
    List<Sight> look(Look look) {
        checkWindow("a look");
        BrokenInvariant.unless(look.questions().size() <= Batch.MAX, "INV-5", "a look of " + look.questions().size());
        if (isFault() && dice.chance(0.5)) {
            Answer none = new Answer(dice.of(List.of(429, 503, 0)), "", told(world.now()), null);
            return look.questions().stream().map(question -> Sight.none(none)).toList();
        }
        return look.questions().stream().map(this::sight).toList();
    }

    private Sight sight(Look.Question question) {
        Item item = world.find(question.contactId());
        if (!item.isLive() || question.what() == Look.What.PICTURE) {
            return Sight.none(new Answer(404, "ErrorItemNotFound", null, null));
        }
        if (isFault()) {
            int status = dice.of(List.of(429, 500, 503));
            return Sight.none(new Answer(status, "", status == 429 ? told(world.now()) : null, null));
        }
        CurrentContact now = item.listed(world.now());
        return new Sight(new Answer(200, "", null, item.id), now.ownership(World.INSTANCE),
                item.key == null ? null : item.key.key(),
                now.changeKey(), Item.fingerprint(item.now()));
    }

    /** Takes a batch; the answer is on its way. */
    Delivery take(Batch batch) {
        BrokenInvariant.unless(!flying, "INV-5", "a second batch while one is in flight");
        checkWindow("a batch");
        BrokenInvariant.unless(batch.changes().size() <= Batch.MAX, "INV-5", "a batch of " + batch.changes().size());
        flying = true;
        long at = world.now() + dice.between(50, 20_000);
        BatchAnswer answer = answer(batch, at);
        world.check();
        return new Delivery(answer, at);
    }

    /** The answer has arrived, or the sender is gone. */
    void landed() {
        flying = false;
    }

    private BatchAnswer answer(Batch batch, long at) {
        if (batch.changes().size() > world.weather.batchLimit() && !world.calm) {
            return new BatchAnswer.Refused(dice.of(List.of(400, 413)), "tooLarge", null);
        }
        if (!isFault()) {
            return each(batch, at);
        }
        return switch (dice.between(0, 5)) {
            case 0 -> new BatchAnswer.Refused(429, "ApplicationThrottled", told(at));
            case 1 -> new BatchAnswer.Refused(dice.of(List.of(0, 401)), "", null);
            case 2 -> {
                batch.changes().forEach(change -> perhaps(change, at));
                yield new BatchAnswer.Unclear(dice.of(List.of("504", "503", "Timeout")), told(at));
            }
            default -> each(batch, at);
        };
    }

    private BatchAnswer each(Batch batch, long at) {
        Map<Integer, Answer> answers = new HashMap<>();
        for (int place = 0; place < batch.changes().size(); place++) {
            Answer answer = one(batch.changes().get(place), at);
            if (answer.status() != 0) {
                answers.put(place, answer);
            }
        }
        return new BatchAnswer.Answered(answers);
    }

    private Answer one(Change change, long at) {
        if (change.key().equals(poison) && !world.calm) {
            return new Answer(400, "ErrorInvalidProperty", null, null);
        }
        if (!isFault()) {
            return commit(change);
        }
        if (dice.chance(0.5)) {
            int status = dice.of(NOT_APPLIED);
            return new Answer(status, "", status == 429 || status == 507 ? told(at) : null, null);
        }
        perhaps(change, at);
        int status = dice.of(UNCLEAR);
        return status == 0 ? Answer.NONE
                : new Answer(status, "", status == 503 || status == 500 ? told(at) : null, null);
    }

    private boolean isFault() {
        return !world.calm && dice.chance(world.weather.faults());
    }

    /** Applied, not applied, or applied after the sender has given up. */
    private void perhaps(Change change, long at) {
        switch (dice.between(0, 2)) {
            case 0 -> commit(change);
            case 1 -> world.at(at + dice.between(0, world.weather.lateCommitMillis()), () -> commit(change));
            default -> { }
        }
    }

    private Duration told(long at) {
        Duration told = dice.of(List.of(Duration.ofMillis(700), Duration.ofSeconds(1), Duration.ofSeconds(10),
                Duration.ofSeconds(90), Duration.ofSeconds(400)));
        if (dice.chance(0.3)) {
            return null;
        }
        closedUntil = Math.max(closedUntil, at + told.toMillis());
        return told;
    }

    private Answer commit(Change change) {
        world.note("commit " + change.action().word() + " " + change.key().id()
                + (change.contactId() == null ? "" : " " + change.contactId()));
        if (change.contactId() == null) {
            Item item =
                    world.add(new HiddenKey(World.INSTANCE, change.key()), true, hashes.apply(change.key()), "ours");
            return new Answer(201, "", null, item.id);
        }
        Item item = world.find(change.contactId());
        if (!item.isLive()) {
            return new Answer(404, "ErrorItemNotFound", null, null);
        }
        if (change.action() == Action.DELETE) {
            if (!item.version(item.now()).equals(change.changeKey())) {
                return new Answer(412, "ErrorIrresolvableConflict", null, null);
            }
            BrokenInvariant.unless(item.isOurs(), "INV-1", item.id + " is deleted without both marks");
            world.delete(item);
            return new Answer(204, "", null, null);
        }
        if (change.writes().unmarks()) {
            item.unmark(world.now());
            return new Answer(200, "", null, item.id);
        }
        item.change(
                new Item.Version(world.now(), item.now().category(), hashes.apply(change.key()), item.now().content()));
        return new Answer(200, "", null, item.id);
    }
}
