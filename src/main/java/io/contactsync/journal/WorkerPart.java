package io.contactsync.journal;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a run's journal tells of it if it is a worker's part of a coordinator's run. */
public final class WorkerPart {

    private static final List<byte[]> MARKS = List.of(Grammar.TARGETS, Grammar.RUN_END).stream()
            .map(event -> event.text().getBytes(StandardCharsets.UTF_8)).toList();

    private WorkerPart() {
    }

    /** In a sentence; empty if it is none, or its journal does not tell. */
    public static String sentence(Path folder) {
        Set<String> of = new HashSet<>();
        Set<String> ends = new HashSet<>();
        try {
            JournalReader.each(folder, MARKS, line -> {
                Map<String, String> members = line.members();
                Grammar event = Grammar.of(members.get("event"));
                if (event == Grammar.TARGETS && members.containsKey("worker")) {
                    of.add(members.get("of"));
                } else if (event == Grammar.RUN_END) {
                    ends.add(members.get("event"));
                }
            });
        } catch (JournalException damaged) {
            return "";
        }
        return of.isEmpty() ? "" : "a part of the coordinator's run " + String.join(", ", of)
                + (ends.isEmpty() ? ": it was killed" : ": its results stand there");
    }
}
