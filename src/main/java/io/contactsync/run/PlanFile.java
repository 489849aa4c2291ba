package io.contactsync.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.contactsync.core.PlannedChange;
import io.contactsync.journal.SummedLines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes and reads {@code plan.jsonl}: a line that says what it is, a line a mailbox of the run with its place
 * and object id, and a line a change that
 * mailboxes share, with their places. Each line has a check sum, and the last one is their number.
 */
public final class PlanFile {

    /** The format that this program writes and reads. */
    public static final int VERSION = 1;

    private static final ObjectMapper JSON = ReportJson.mapper();

    private record Mailbox(int mailbox, String id) {
    }

    private PlanFile() {
    }

    /**
     * Writes a plan, readable by its owner only.
     *
     * @throws IOException if it cannot be written
     */
    public static void write(Path file, StoredPlan plan) throws IOException {
        SummedLines.write(file, lines -> {
            lines.line(JSON.writeValueAsBytes(plan.head()));
            for (int place = 0; place < plan.mailboxes().size(); place++) {
                lines.line(JSON.writeValueAsBytes(new Mailbox(place, plan.mailboxes().get(place))));
            }
            for (PlannedChange change : plan.changes()) {
                lines.line(JSON.writeValueAsBytes(change));
            }
        });
    }

    /**
     * Reads a plan.
     *
     * @throws UnreadableRunException if it is not there, damaged, cut off, or of another version
     */
    public static StoredPlan read(Path file) {
        if (!Files.exists(file)) {
            throw new UnreadableRunException("the run " + run(file)
                    + " has no plan: it ended before it knew its mailboxes, or an older version made it");
        }
        Reading reading = new Reading(file);
        try {
            SummedLines.read(file, reading::line);
        } catch (IOException damaged) {
            throw new UnreadableRunException("the plan of the run " + run(file) + " cannot be used: "
                    + damaged.getMessage() + "; make it again with"
                    + " 'contact-sync plan'", damaged);
        }
        return reading.plan();
    }

    private static Path run(Path file) {
        return file.toAbsolutePath().getParent().getFileName();
    }

    private static final class Reading {

        private final Path file;
        private final List<String> mailboxes = new ArrayList<>();
        private final List<PlannedChange> changes = new ArrayList<>();
        private StoredPlan.Head head;

        Reading(Path file) {
            this.file = file;
        }

        void line(byte[] object) throws IOException {
            if (head == null) {
                head = head(object);
            } else if (object.length > 10 && object[2] == 'm') {
                mailboxes.add(JSON.readValue(object, Mailbox.class).id());
            } else {
                changes.add(JSON.readValue(object, PlannedChange.class));
            }
        }

        private StoredPlan.Head head(byte[] object) throws IOException {
            JsonNode tree = JSON.readTree(object);
            if (tree.path("plan").asInt() != VERSION) {
                throw new UnreadableRunException("the plan of the run " + run(file) + " has the version '"
                        + tree.path("plan").asText()
                        + "', and this program reads " + VERSION + ": make it again with 'contact-sync plan'");
            }
            return JSON.treeToValue(tree, StoredPlan.Head.class);
        }

        /** A file without a single line is none. */
        StoredPlan plan() {
            if (head == null) {
                throw new UnreadableRunException("the plan of the run " + run(file)
                        + " is empty: make it again with 'contact-sync plan'");
            }
            return new StoredPlan(head, mailboxes, changes);
        }
    }
}
