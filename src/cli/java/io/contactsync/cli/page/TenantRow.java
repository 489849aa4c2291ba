package io.contactsync.cli.page;

import io.contactsync.cli.report.Headline;
import io.contactsync.cli.report.PageText;
import io.contactsync.cli.words.Amounts;

import java.util.Comparator;
import java.util.List;

/**
 * A tenant on the page of all.
 *
 * @param name of the tenant
 * @param headline in one sentence, whether all is well
 * @param now what it is doing; empty while nothing
 * @param last what its latest run changed, and when; empty before the first
 * @param next when the next run begins; empty if none will
 */
record TenantRow(String name, Headline headline, String now, String last, String next) {

    private static final String OFF = "Off";
    private static final String STARTING = "Starting";
    private static final List<String> URGENT = List.of("bad", "warn", "plan", "good");

    static final Comparator<TenantRow> BY_URGENCY =
            Comparator.comparingInt((TenantRow row) -> URGENT.indexOf(row.headline().tone()))
                    .thenComparing(TenantRow::name);

    static TenantRow of(String name, StatusPage page) {
        return new TenantRow(name, page.headline(), page.isRunning() ? page.doing() : "",
                page.newest().map(run -> page.when(run.began()) + ", " + page.changes(run) + ", "
                        + Amounts.time(run.took())).orElse(""),
                page.next().isEmpty() ? "" : page.when(page.next().get(0).toInstant()));
    }

    /** One that is not served. */
    static TenantRow off(String name, String reason) {
        return new TenantRow(name, new Headline("bad", OFF, "Not served: " + PageText.text(reason)), "", "", "");
    }

    /** One whose turn comes. */
    static TenantRow starting(String name) {
        return new TenantRow(name, new Headline("plan", STARTING, "Its routes are not started yet."), "", "", "");
    }

    /** One whose runs cannot be read just now. */
    static TenantRow unknown(String name) {
        return new TenantRow(name, new Headline("bad", "Unknown", "Its runs cannot be read just now; the log says "
                + "why."), "", "", "");
    }

    boolean isRunning() {
        return !now.isEmpty();
    }

    boolean isStarting() {
        return headline.word().equals(STARTING);
    }

    boolean isServed() {
        return !headline.word().equals(OFF) && !isStarting();
    }
}
