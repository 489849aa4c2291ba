package io.contactsync.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Holds a journal against the table of {@link Grammar}: every journal that a test has written goes through here. */
public final class GrammarCheck {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String AGAIN = "retry-later";

    private final List<String> complaints = new ArrayList<>();
    private final Map<String, JsonNode> last = new HashMap<>();
    private final Map<String, Integer> open = new HashMap<>();
    private boolean dryRun;

    private GrammarCheck() {
    }

    /** Every journal below a data folder. */
    public static void all(Path data) {
        for (String room : List.of("runs", "audit")) {
            if (Files.isDirectory(data.resolve(room))) {
                try (Stream<Path> folders = Files.list(data.resolve(room))) {
                    folders.filter(Files::isDirectory).forEach(GrammarCheck::one);
                } catch (IOException unreadable) {
                    throw new UncheckedIOException(unreadable);
                }
            }
        }
    }

    /** Of all its files, compressed or not. */
    private static void one(Path journal) {
        assertThat(complaints(journal)).as(journal.toString()).isEmpty();
    }

    /** What in that journal, in all its files, is against the table. */
    public static List<String> complaints(Path journal) {
        List<JsonNode> lines = new ArrayList<>();
        try {
            for (Path file : JournalFiles.of(journal)) {
                String text = new String(JournalFiles.open(file).readAllBytes(), StandardCharsets.UTF_8);
                text.lines().map(GrammarCheck::parse).forEach(lines::add);
            }
            return complaints(lines);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static JsonNode parse(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException broken) {
            throw new UncheckedIOException(line, broken);
        }
    }

    /** What is against the table; nothing in a good journal. */
    public static List<String> complaints(List<JsonNode> journal) {
        GrammarCheck check = new GrammarCheck();
        journal.forEach(check::take);
        return check.complaints;
    }

    private void take(JsonNode line) {
        Grammar kind = Grammar.of(line.path("event").asText());
        if (kind == null) {
            complaints.add("no such event: " + line);
            return;
        }
        dryRun |= kind == Grammar.RUN_START && line.path("mode").asText().equals("dry-run");
        unless(!last.containsKey(Grammar.RUN_END.word()), "after the end", line);
        unless(!dryRun || kind.level() != Grammar.Level.CHANGE, "in a dry run", line);
        switch (kind.level()) {
            case RUN -> run(kind, line);
            case MAILBOX -> mailbox(kind, line);
            case CHANGE -> change(kind, line);
        }
    }

    private void run(Grammar kind, JsonNode line) {
        follows(kind, "run", line);
        if (kind == Grammar.RUN_END) {
            last.put(Grammar.RUN_END.word(), line);
        }
    }

    private void mailbox(Grammar kind, JsonNode line) {
        String mailbox = mailboxOf(line);
        unless(last.containsKey("run") && last.containsKey("clock"), "before the clock", line);
        follows(kind, mailbox, line);
        boolean failed = line.path("status").asText().equals("failed");
        unless(kind != Grammar.MAILBOX || failed || open.getOrDefault(mailbox, 0) == 0, "with intents open", line);
    }

    private void change(Grammar kind, JsonNode line) {
        String mailbox = mailboxOf(line);
        JsonNode before = last.get(mailbox);
        unless(before != null && !ends(before), "without a plan", line);
        last.put(mailbox, line);
        String change = mailbox + line.path("change").asText() + line.path("key").asText()
                + (line.path("change").asText().equals("create") ? "" : line.path("contact").asText());
        JsonNode earlier = last.get(change);
        boolean again = earlier == null || !earlier.path("event").asText().equals("outcome")
                || earlier.path("outcome").asText().equals(AGAIN);
        unless(kind == Grammar.OUTCOME || again, "after the last word", line);
        follows(kind, change, line);
        open.merge(mailbox, kind == Grammar.INTENT ? 1 : kind == Grammar.OUTCOME ? -1 : 0, Integer::sum);
    }

    private static boolean ends(JsonNode line) {
        Grammar kind = Grammar.of(line.path("event").asText());
        return kind == Grammar.SKIP || kind == Grammar.MAILBOX;
    }

    private static String mailboxOf(JsonNode line) {
        return "mailbox " + line.path("mailbox").asText() + " ";
    }

    private void follows(Grammar kind, String what, JsonNode line) {
        if (kind == Grammar.CLOCK) {
            last.put("clock", line);
        }
        JsonNode before = last.put(what, line);
        boolean good =
                before == null ? kind.mayBegin() : kind.after().contains(Grammar.of(before.path("event").asText()));
        unless(good, "after " + (before == null ? "nothing" : before.path("event").asText()), line);
    }

    private void unless(boolean good, String what, JsonNode line) {
        if (!good) {
            complaints.add(what + ": " + line);
        }
    }
}
