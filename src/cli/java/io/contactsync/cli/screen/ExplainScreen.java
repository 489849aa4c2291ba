package io.contactsync.cli.screen;

import io.contactsync.core.Printable;
import io.contactsync.run.explain.Explanation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * An answer to 'why does X not see Y': the verdict, what it rests on, and what to do next.
 *
 * @param wrapped whether lines are wrapped, for people; piped, each fact is one line, which can be searched
 */
public record ExplainScreen(boolean wrapped) {

    private static final int ABOUT = 11;
    private static final int COUNT = 7;
    private static final int LEAST = 20;

    /** Its lines. */
    public List<String> lines(Explanation explanation) {
        List<String> lines = new ArrayList<>(wrap(explanation.sentence(), ""));
        explanation.facts().forEach(fact -> lines.addAll(wrap("  " + Columns.left(fact.about(), ABOUT) + fact.text(),
                " ".repeat(ABOUT + 2))));
        explanation.groups().forEach(group -> lines.addAll(wrap(line(group), " ".repeat(COUNT + 4))));
        explanation.notes().forEach(note -> lines.addAll(wrap("note: " + note, "  ")));
        explanation.next().forEach(next -> lines.addAll(wrap("→ " + next, "  ")));
        return lines;
    }

    /** Somebody who may be meant: for people the name gives way, and what can be asked for stays whole. */
    public String candidate(String name, String which) {
        int room = Math.max(LEAST, Wrapped.WIDTH - 4 - Columns.width(which));
        return "  " + (wrapped ? Columns.cut(Printable.line(name), room) : name) + "  " + which;
    }

    private static String line(Explanation.Group group) {
        String first = String.join(", ", group.first());
        String more = group.count() > group.first().size() && !first.isEmpty() ? " …" : "";
        return Columns.right(String.format(Locale.ROOT, "%,d", group.count()), COUNT + 2) + "  " + group.text()
                + (first.isEmpty() ? "" : ": " + first + more);
    }

    private List<String> wrap(String text, String indent) {
        return wrapped ? Wrapped.lines(text, indent) : List.of(text);
    }
}
