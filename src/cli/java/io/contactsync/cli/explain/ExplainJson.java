package io.contactsync.cli.explain;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contactsync.cli.process.JsonLine;
import io.contactsync.run.explain.Explanation;

/** An explanation as one line of JSON. */
public final class ExplainJson {

    private ExplainJson() {
    }

    /** The line, without its end. */
    public static String line(Explanation explanation) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("why", explanation.why())
                .put("sentence", explanation.sentence());
        ArrayNode facts = json.putArray("facts");
        explanation.facts().forEach(fact -> facts.addObject().put("about", fact.about()).put("text", fact.text()));
        ArrayNode groups = json.putArray("groups");
        explanation.groups().forEach(group -> group.first().forEach(groups.addObject().put("count", group.count())
                .put("text", group.text()).putArray("first")::add));
        explanation.next().forEach(json.putArray("next")::add);
        explanation.notes().forEach(json.putArray("notes")::add);
        return JsonLine.of(json);
    }

    /** The same for a question back. */
    static String line(UnclearException unclear) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("why", "unclear")
                .put("sentence", unclear.getMessage());
        unclear.candidates().stream().map(UnclearException.Candidate::line)
                .forEach(json.putArray("candidates")::add);
        return JsonLine.of(json);
    }
}
