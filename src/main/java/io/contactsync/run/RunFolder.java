package io.contactsync.run;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contactsync.core.PlannedChange;
import io.contactsync.journal.PrivateFiles;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * A run's folder: {@code report.json} holds all that can be told of it but its changes, {@code plan.jsonl} these,
 * {@code journal.jsonl} what was intended and what became of it. The first two are made for people and hold names,
 * numbers and addresses: only their owner reads them.
 */
public final class RunFolder {

    /** The report's file. */
    public static final String REPORT = "report.json";
    /** The report's page. */
    public static final String PAGE = "report.html";
    /** The changes' file, see {@link PlanFile}. */
    public static final String PLAN = "plan.jsonl";

    private static final ObjectMapper JSON = ReportJson.mapper();
    private static final String VERSION = "report";
    private static final int THIS_VERSION = 1;
    /** Members that grow with the run; they are written last. */
    private static final Set<String> LONG = Set.of("beats", "mailboxes");

    private RunFolder() {
    }

    /**
     * Writes the report, its changes aside.
     *
     * @throws IOException if it cannot be written
     */
    public static void write(Path folder, RunReport report) throws IOException {
        PrivateFiles.replace(folder.resolve(REPORT), out -> write(out, report));
    }

    private static void write(OutputStream out, RunReport report) throws IOException {
        out.write(("{\"" + VERSION + "\":" + THIS_VERSION + ",").getBytes(StandardCharsets.US_ASCII));
        byte[] members = JSON.writeValueAsBytes(report);
        out.write(members, 1, members.length - 1);
    }

    /**
     * The whole report of a run, with its changes if they were stored.
     *
     * @throws UnreadableRunException if there is none, or it is damaged
     */
    public static RunReport read(Path folder) {
        RunReport report = report(folder, false);
        Path plan = folder.resolve(PLAN);
        List<PlannedChange> changes = Files.exists(plan) ? PlanFile.read(plan).changes() : List.of();
        return report.with(changes);
    }

    /**
     * The report of a run without its changes, mailboxes and seconds, which cost time to read.
     *
     * @throws UnreadableRunException if there is none, or it is damaged
     */
    public static RunReport head(Path folder) {
        return report(folder, true);
    }

    /**
     * The report of a run without its changes, which may be many.
     *
     * @throws UnreadableRunException if there is none, or it is damaged
     */
    public static RunReport withoutChanges(Path folder) {
        return report(folder, false);
    }

    /** Whether a run has a report; older versions wrote none, and a run that was killed has none. */
    public static boolean isReported(Path folder) {
        return Files.isRegularFile(folder.resolve(REPORT));
    }

    private static RunReport report(Path folder, boolean headOnly) {
        if (!isReported(folder)) {
            throw new UnreadableRunException("the run " + folder.getFileName()
                    + " has no report: it was killed, or it is older than journal.report-days, or an older version "
                    + "made it; its journal lies in '" + folder + "'");
        }
        try (InputStream in = PrivateFiles.read(folder.resolve(REPORT)); JsonParser json = JSON.createParser(in)) {
            ObjectNode tree = tree(json, headOnly);
            if (tree.path(VERSION).asInt() != THIS_VERSION) {
                throw new UnreadableRunException("the report of the run " + folder.getFileName() + " has the version '"
                        + tree.path(VERSION).asText()
                        + "', and this program reads " + THIS_VERSION);
            }
            return JSON.treeToValue(tree, RunReport.class);
        } catch (IOException damaged) {
            throw new UnreadableRunException("the report '" + folder.resolve(REPORT)
                    + "' cannot be read: it is damaged, or not this program's ("
                    + damaged.getClass().getSimpleName() + ")", damaged);
        }
    }

    private static ObjectNode tree(JsonParser json, boolean headOnly) throws IOException {
        ObjectNode tree = JSON.createObjectNode();
        json.nextToken();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            if (headOnly && LONG.contains(name)) {
                return tree;
            }
            json.nextToken();
            tree.set(name, JSON.readTree(json));
        }
        return tree;
    }
}
