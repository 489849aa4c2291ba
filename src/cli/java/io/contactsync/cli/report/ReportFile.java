package io.contactsync.cli.report;

import io.contactsync.journal.PrivateFiles;
import io.contactsync.run.RunFolder;
import io.contactsync.run.RunFolders;
import io.contactsync.run.RunReport;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * The page in the folder of a run or a plan: {@value #NAME}, readable by its owner only.
 *
 * @param zone of the times it shows
 */
public record ReportFile(RunFolders runs, ZoneId zone) {

    /** Its name. */
    public static final String NAME = RunFolder.PAGE;

    private static final int PAST = 30;

    /**
     * Writes the page of a run that has just ended into its folder.
     *
     * @throws IOException if it cannot be written
     */
    public Path write(RunReport report) throws IOException {
        return write(page(report), runs.folder(report.id()).resolve(NAME));
    }

    /**
     * Writes the page of a folder, from the report that lies there.
     *
     * @throws io.contactsync.run.UnreadableRunException if there is no report in that folder, or it is damaged
     * @throws IOException if it cannot be written
     */
    public Path write(Path folder, Path file) throws IOException {
        return write(page(RunFolder.read(folder)), file);
    }

    private static Path write(String page, Path file) throws IOException {
        byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
        PrivateFiles.replace(file, out -> out.write(bytes));
        return file;
    }

    /** The page of that report. */
    public String page(RunReport report) {
        return ReportHtml.of(report, past(report), zone);
    }

    /** The latest runs up to this one, the newest first. */
    private List<PastRun> past(RunReport report) {
        List<PastRun> past = new ArrayList<>();
        if (!report.isPlan()) {
            past.add(PastRun.of(report));
        }
        runs.before(report.id(), PAST - past.size()).forEach(run -> past.add(PastRun.of(run)));
        return past;
    }
}
