package io.contactsync.cli.page;

import io.contactsync.cli.report.ReportFile;
import io.contactsync.run.RunFolder;
import io.contactsync.run.RunFolders;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The reports that were asked for last, rendered by this version: style and script in a file that an earlier one left
 * would not fit the policy that is sent with it. Nothing is written.
 */
final class ServedReports {

    private static final int MOST = 4;

    private final ReportFile reports;
    private final RunFolders runs;
    private final Map<String, String> pages = new LinkedHashMap<>(MOST, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > MOST;
        }
    };

    ServedReports(ReportFile reports, RunFolders runs) {
        this.reports = reports;
        this.runs = runs;
    }

    /**
     * The page of a run that has a report; one at a time, for a report may be large.
     *
     * @throws io.contactsync.run.UnreadableRunException if it is damaged
     */
    synchronized String page(String id) throws IOException {
        Path folder = runs.folder(id);
        String version = id + " " + Files.getLastModifiedTime(folder.resolve(RunFolder.REPORT));
        String known = pages.get(version);
        String page = known != null ? known : reports.page(RunFolder.read(folder));
        pages.put(version, page);
        return page;
    }
}
