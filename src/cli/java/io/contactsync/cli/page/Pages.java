package io.contactsync.cli.page;

import io.contactsync.cli.report.PageAssets;
import io.contactsync.cli.report.ReportFile;
import io.contactsync.cli.report.ReportHtml;
import io.contactsync.run.RunFolder;
import io.contactsync.run.UnreadableRunException;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is served: the page itself, the part of it that changes, and the reports of runs. Nothing else, and nothing
 * acts.
 */
public final class Pages implements Site.PagesByPath {

    static final PageAssets ASSETS = PageAssets.of("live.js", true);

    private static final Pattern RUN = Pattern.compile("/runs/([0-9A-Za-z-]{1,80})");

    private final Watched watched;
    private final ServedReports reports;

    public Pages(Watched watched) {
        this.watched = watched;
        this.reports = new ServedReports(new ReportFile(watched.runs(), watched.zone()), watched.runs());
    }

    @Override
    public PageResponse page(String path) throws IOException {
        Matcher run = RUN.matcher(path);
        if (run.matches()) {
            return report(run.group(1));
        }
        return switch (path) {
            case "/" -> status("page/home.jte");
            case "/now" -> status("page/now.jte");
            default -> PageResponse.sentence(PageResponse.NOT_FOUND,
                    "There is nothing here. The page is at /, reports are at /runs/<id>, health is at "
                            + "/observe/health.");
        };
    }

    /** What it shows now. */
    StatusPage status() {
        return StatusPage.of(watched);
    }

    private PageResponse status(String template) {
        return PageResponse.page(ASSETS.policy(), ReportHtml.render(template, status()));
    }

    /** Only a folder that the list of runs names is ever looked into. */
    private PageResponse report(String id) throws IOException {
        if (!watched.runs().ids().contains(id) || !RunFolder.isReported(watched.runs().folder(id))) {
            return PageResponse.sentence(PageResponse.NOT_FOUND, "There is no report of a run " + id + ".");
        }
        try {
            return PageResponse.page(ReportHtml.policy(), reports.page(id));
        } catch (UnreadableRunException damaged) {
            return PageResponse.sentence(PageResponse.NOT_FOUND,
                    "The report of the run " + id + " is damaged; its journal tells what it did.");
        }
    }
}
