package io.contactsync.probe;

import com.fasterxml.jackson.databind.JsonNode;
import io.contactsync.probe.OwnItems.Kind;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What earlier probes left because they were killed: folders and categories of a probe's name, and contacts of the
 * default folder that carry the hidden mark. Each run's things are removed as that run would have done.
 */
final class Leftovers {

    private static final Pattern MARK = Pattern.compile("([0-9a-f]{8})\\|.*");

    private final GraphDoor graph;
    private final String user;
    private final ProbeClock clock;
    private final Map<String, ProbeMailbox> runs = new TreeMap<>();

    Leftovers(GraphDoor graph, String user, ProbeClock clock) {
        this.graph = graph;
        this.user = user;
        this.clock = clock;
    }

    /**
     * Removes them and tells what is left then.
     *
     * @throws UnexpectedReply if the mailbox cannot be read
     */
    List<Remains> remove() {
        ProbeMailbox reader = new ProbeMailbox(graph, user, new Samples("00000000"));
        named(Kind.FOLDER, reader.list("/contactFolders" + Urls.query("$top", "100")));
        named(Kind.CATEGORY, categories(reader));
        marked(reader.list(
                "/contacts" + Urls.query("$top", "1000", "$select", "id", "$expand", Samples.expand(Samples.MARK))));
        List<Remains> remains = new ArrayList<>();
        runs.values().forEach(run -> remains.addAll(new CleanUp(run, clock).run()));
        return remains;
    }

    /** Without the permission for categories no probe has made any. */
    private static List<JsonNode> categories(ProbeMailbox reader) {
        Reply reply = reader.read("/outlook/masterCategories");
        List<JsonNode> rows = new ArrayList<>();
        reply.body().path("value").forEach(rows::add);
        return rows;
    }

    private void named(Kind kind, List<JsonNode> rows) {
        for (JsonNode row : rows) {
            String name = row.path("displayName").asText("");
            if (Samples.isName(name)) {
                run(Samples.of(name)).own().add(kind, row.path("id").asText());
            }
        }
    }

    private void marked(List<JsonNode> contacts) {
        for (JsonNode contact : contacts) {
            Matcher mark = MARK.matcher(Samples.markOf(contact));
            if (mark.matches()) {
                run(new Samples(mark.group(1))).own().add(Kind.STRAY_CONTACT, contact.path("id").asText());
            }
        }
    }

    private ProbeMailbox run(Samples samples) {
        return runs.computeIfAbsent(samples.run(), any -> new ProbeMailbox(graph, user, samples));
    }
}
