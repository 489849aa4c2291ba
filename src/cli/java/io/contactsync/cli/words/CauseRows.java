package io.contactsync.cli.words;

import io.contactsync.core.Cause;
import io.contactsync.core.MailboxResult.Status;
import io.contactsync.run.RunReport;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Why mailboxes of a run are not as desired, in people's words: a row for each cause. The counts add up to the
 * mailboxes that are not done.
 */
public final class CauseRows {

    private CauseRows() {
    }

    /**
     * Mailboxes with one cause.
     *
     * @param count how many
     * @param status what they came to, in a word
     * @param words why
     * @param code Graph's word for it; may be empty
     * @param answer status and code, as far as there are any
     * @param first what people call the first of them
     * @param next what to do; may be empty
     */
    public record Row(int count, String status, String words, String code, String answer, List<String> first,
            String next) {

        /** Both together, for what people see as one. */
        private Row and(Row other) {
            List<String> all = new ArrayList<>(first);
            other.first.stream().limit(Math.max(0, Cause.EXAMPLES - first.size())).forEach(all::add);
            return new Row(count + other.count, status, words, code, answer, all, next);
        }

        /** The first of them, and how many more. */
        public String named() {
            int more = count - first.size();
            return String.join(", ", first) + (more > 0 && !first.isEmpty() ? " +" + Amounts.count(more) : "");
        }

        /** Why, with Graph's word. */
        public String why() {
            return words + (answer.isEmpty() ? "" : " (" + answer + ")");
        }
    }

    /** The rows of a run, in the order of its causes. */
    public static Collection<Row> of(RunReport report) {
        return of(report, status -> true);
    }

    /** Those of mailboxes that came to such an end. */
    public static Collection<Row> of(RunReport report, Predicate<Status> wanted) {
        Map<List<String>, Row> rows = new LinkedHashMap<>();
        report.causes().stream().filter(cause -> wanted.test(cause.status())).map(cause -> row(cause, report))
                .forEach(row -> rows.merge(List.of(row.status(), row.words(), row.answer()), row, Row::and));
        return rows.values();
    }

    private static Row row(Cause cause, RunReport report) {
        boolean stopped = Hints.isStopped(cause);
        String aside = Hints.aside(cause);
        return new Row(cause.count(), aside.isEmpty() ? cause.status().word() : aside,
                stopped ? "before their end" : Hints.words(cause), stopped ? "" : Hints.code(cause),
                stopped ? "" : Hints.answer(cause),
                cause.first().stream().map(report::called).toList(), Hints.next(cause));
    }
}
