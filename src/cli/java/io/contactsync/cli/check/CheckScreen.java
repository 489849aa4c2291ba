package io.contactsync.cli.check;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contactsync.cli.check.CheckLine.State;
import io.contactsync.cli.process.JsonLine;
import io.contactsync.cli.screen.Wrapped;
import io.contactsync.cli.words.Amounts;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/**
 * The lines of {@code check} for people, as they come, or for scripts, at the end.
 *
 * @param wrapped whether lines are wrapped, for people; piped, each is one line, which can be searched
 */
record CheckScreen(boolean json, boolean wrapped, PrintStream out) {

    private static final String HEAD = "%-11s %-16s ";

    void show(CheckLine line) {
        if (!json) {
            String head = String.format(Locale.ROOT, HEAD, line.state().words(), line.what());
            String text = head + line.told();
            (wrapped ? Wrapped.lines(text, " ".repeat(head.length())) : List.of(text)).forEach(out::println);
        }
    }

    /** What it comes to. */
    void end(CheckLines lines) {
        int failed = lines.count(State.FAILED);
        int warnings = lines.count(State.WARNING);
        if (json) {
            out.println(JsonLine.of(json(lines, failed, warnings)));
            return;
        }
        out.println();
        out.println(String.format(Locale.ROOT, "%s, %s, %s, %d not tried", lines.count(State.OK) + " ok",
                Amounts.of(warnings, "warning"), failed + " failed", lines.count(State.UNTRIED)));
        out.println(failed > 0 ? "next: mend what has an x, then 'contact-sync check' again"
                : "next: contact-sync plan shows what a run would do");
    }

    private static ObjectNode json(CheckLines lines, int failed, int warnings) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("good", failed == 0).put("failed", failed)
                .put("warnings", warnings)
                .put("untried", lines.count(State.UNTRIED));
        ArrayNode array = json.putArray("lines");
        lines.all().forEach(line -> array.addObject().put("state", line.state().forScripts()).put("what", line.what())
                .put("about", line.about())
                .put("sentence", line.sentence()));
        return json;
    }
}
