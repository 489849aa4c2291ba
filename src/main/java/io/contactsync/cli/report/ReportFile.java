package io.contactsync.cli.report;

import io.contactsync.journal.PrivateFiles;
import io.contactsync.run.RunFolder;
import io.contactsync.run.RunFolders;
import io.contactsync.run.RunReport;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** The page in the folder of a run or a plan: {@value #NAME}, readable by its owner only. */
public final class ReportFile {

    /** Its name. */
    public static final String NAME = "report.html";

    private static final int PAST = 30;

    private final RunFolders runs;
    private final ZoneId zone;

    /** @param zone of the times it shows */
    public ReportFile(RunFolders runs, ZoneId zone) {
        this.runs = runs;
        this.zone = zone;
    }

    /**
     * Writes the page anew, beside the report that it shows.
     *
     * @throws io.contactsync.run.UnreadableRunException if there is no report in that folder, or it is damaged
     * @throws IOException if it cannot be written
     */
    public Path write(Path folder) throws IOException {
        return write(folder, folder.resolve(NAME));
    }

    /** Writes the page of that folder to a place of its own. */
    public Path write(Path folder, Path file) throws IOException {
        byte[] page = html(folder).getBytes(StandardCharsets.UTF_8);
        PrivateFiles.replace(file, out -> out.write(page));
        return file;
    }

    /** The page as it was written, or else as it is written now; for whoever shows it. */
    public String read(Path folder) throws IOException {
        Path file = folder.resolve(NAME);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            write(folder);
        }
        try (java.io.InputStream in = PrivateFiles.read(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private String html(Path folder) {
        RunReport report = RunFolder.read(folder);
        return ReportHtml.of(report, past(report), zone);
    }

    /** The latest runs up to this one, the newest first. */
    private List<PastRun> past(RunReport report) {
        List<PastRun> past = new ArrayList<>();
        if (!report.isPlan()) {
            past.add(PastRun.of(report));
        }
        for (RunReport run : runs.latest(PAST * 2)) {
            if (!run.isPlan() && run.began().isBefore(report.began()) && past.size() < PAST) {
                past.add(PastRun.of(run));
            }
        }
        return past;
    }
}
