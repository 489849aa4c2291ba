package io.contactsync.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.contactsync.core.PlannedChange;
import io.contactsync.journal.DamagedLinesException;
import io.contactsync.journal.SummedLines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Writes and reads {@code plan.jsonl}: a line that says what it is, a line a mailbox of the run with its place and
 * object id, and a line a change that mailboxes share, with their places. Each line has a check sum, and the last one
 * is their number with a check sum over all of them.
 */
public final class PlanFile {

    /** The format that this program writes and reads. */
    public static final int VERSION = 2;
    /** The oldest that can still be looked at. */
    private static final int OLDEST = 1;

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
            reading.end(SummedLines.read(file, reading::line));
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
        private final Set<List<Object>> same = new HashSet<>();
        private StoredPlan.Head head;
        private int line;

        Reading(Path file) {
            this.file = file;
        }

        /** What cannot be read as what it must be there was not written so. */
        void line(byte[] object) throws IOException {
            line++;
            try {
                if (head == null) {
                    head = head(object);
                } else if (object.length > 10 && object[2] == 'm') {
                    mailbox(JSON.readValue(object, Mailbox.class));
                } else {
                    change(JSON.readValue(object, PlannedChange.class));
                }
            } catch (JsonProcessingException another) {
                throw new DamagedLinesException(file, line);
            }
        }

        private void mailbox(Mailbox mailbox) throws IOException {
            require(changes.isEmpty() && mailbox.mailbox() == mailboxes.size());
            mailboxes.add(mailbox.id());
        }

        private void change(PlannedChange change) throws IOException {
            require(same.add(List.of(change.action(), change.key(), change.reason(), change.before(), change.after())));
            require(change.reach().places().allMatch(place -> place < mailboxes.size()));
            changes.add(change);
        }

        /** @param summed whether the end sums over all lines */
        void end(boolean summed) throws IOException {
            line++;
            require(summed || head == null || head.plan() < VERSION);
        }

        private void require(boolean good) throws IOException {
            if (!good) {
                throw new DamagedLinesException(file, line);
            }
        }

        private StoredPlan.Head head(byte[] object) throws IOException {
            JsonNode tree = JSON.readTree(object);
            require(tree.has("plan"));
            int version = tree.path("plan").asInt();
            if (version < OLDEST || version > VERSION) {
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
