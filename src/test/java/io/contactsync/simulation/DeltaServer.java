package io.contactsync.simulation;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contactsync.microsoftgraph.GraphItemResponse;
import io.contactsync.microsoftgraph.GraphRequest;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Graph where it is asked for the changes of one mailbox's default folder: late, in any order, some of them twice, and
 * now and then it has forgotten the link. It never leaves a change out.
 */
final class DeltaServer {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<Integer> REFUSALS = List.of(429, 503, 500, 404, 403);

    private final World world;
    private final VirtualMailbox mailbox;
    private final Dice dice;
    private final double forgets;
    private int generation;

    /** @param dice its own: what is asked here changes nothing else */
    DeltaServer(World world, VirtualMailbox mailbox, Dice dice) {
        this.world = world;
        this.mailbox = mailbox;
        this.dice = dice;
        this.forgets = dice.of(List.of(0.0, 0.05, 0.2));
    }

    /** The link at the end of a first round; null if there is none. */
    String first() {
        return isBad() ? null : link();
    }

    private boolean isBad() {
        return !world.calm && dice.chance(world.weather.faults());
    }

    private String link() {
        return "/users/" + mailbox.id + "/delta?" + generation + "-" + world.now();
    }

    /** Every link is forgotten, or none. */
    void mayForget() {
        forget(0.5);
    }

    private void forget(double chance) {
        if (dice.chance(chance)) {
            world.note(mailbox.id + " forgets its links");
            generation++;
        }
    }

    /** The answer to a question; null if it gets none. */
    GraphItemResponse answer(GraphRequest question) {
        forget(forgets);
        if (isBad()) {
            int status = dice.of(REFUSALS);
            return status == 500 ? null : Server.answer(question, status, "", null);
        }
        String[] token = question.url().substring(question.url().indexOf('?') + 1).split("-");
        return Integer.parseInt(token[0]) != generation ? Server.answer(question, 410, "syncStateNotFound", null)
                : new GraphItemResponse(question.id(), 200, null, null, null, null, null,
                        changes(Long.parseLong(token[1])));
    }

    private ObjectNode changes(long since) {
        List<Item> told = new ArrayList<>(mailbox.items().stream()
                .filter(item -> item.inDefault && heard(item).anyMatch(at -> at >= since)).toList());
        if (dice.chance(0.1) && !mailbox.items().isEmpty()) {
            told.add(dice.of(mailbox.items()));
        }
        dice.shuffle(told);
        ObjectNode page = JSON.createObjectNode();
        ArrayNode rows = page.putArray("value");
        told.forEach(item -> row(rows.addObject().put("id", item.id), item));
        return page.put(world.calm || dice.chance(0.9) ? "@odata.deltaLink" : "@odata.nextLink", link());
    }

    private static void row(ObjectNode row, Item item) {
        if (item.isLive()) {
            row.put("changeKey", item.changeKey(item.now()));
        } else {
            row.putObject("@removed").put("reason", "deleted");
        }
    }

    /** When what happened to a contact came to be told, as far as it did; what is told now the next round tells. */
    private LongStream heard(Item item) {
        List<Long> all = item.happened();
        return IntStream.range(0, all.size()).mapToLong(place -> all.get(place) + late(item, place))
                .filter(at -> at < world.now());
    }

    /** The same each time that it is asked. */
    private long late(Item item, int place) {
        return Math.floorMod((item.id + ' ' + place).hashCode() * 31L, world.weather.lateListMillis() + 1L);
    }
}
