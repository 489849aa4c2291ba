package io.contactsync.cli.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.contactsync.run.RunReport;

import java.time.ZoneId;
import java.util.List;

/**
 * A report as one HTML file: everything foreign in it is escaped by its context, and it asks no network for anything.
 */
public final class ReportHtml {

    private static final TemplateEngine PAGES =
            TemplateEngine.createPrecompiled(null, ContentType.Html, ReportHtml.class.getClassLoader(),
            "io.contactsync.cli");

    private ReportHtml() {
    }

    /**
     * The page of a run or a plan.
     *
     * @param past earlier runs and this one, for the picture of days; may be empty
     * @param zone of the times it shows
     */
    public static String of(RunReport report, List<PastRun> past, ZoneId zone) {
        return render("report/report.jte", new ReportPage(report, past, zone));
    }

    /** Another page from the same house. */
    public static String render(String template, Object page) {
        StringOutput html = new StringOutput();
        PAGES.render(template, page, html);
        return html.toString();
    }

    /** What the page of a report may do in a browser. */
    public static String policy() {
        return ReportPage.ASSETS.policy();
    }
}
