package io.contactsync.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Searches journals part by part, on all processors: lines without what is looked for are passed over, and never taken
 * apart.
 */
final class JournalSearch {

    /** What a part gave, or why not all of it. */
    private record Result(Path file, List<JournalLine> lines, String damage) {
    }

    private final List<BytePattern> texts;

    JournalSearch(List<BytePattern> texts) {
        this.texts = texts;
    }

    /** Journals in those folders. */
    JournalReader.Found in(List<Path> folders) {
        Map<Path, String> damage = new LinkedHashMap<>();
        List<JournalPart> parts = new ArrayList<>();
        for (Path folder : folders) {
            try {
                for (Path file : JournalFiles.of(folder)) {
                    parts.addAll(JournalPart.of(file));
                }
            } catch (IOException unreadable) {
                damage.put(folder, unreadable(folder.resolve(Journal.FILE), unreadable));
            }
        }
        List<Result> results = parts.parallelStream().map(this::search).toList();
        results.stream().filter(result -> result.damage != null).forEach(result ->
                damage.putIfAbsent(result.file, result.damage));
        return new JournalReader.Found(results.stream().flatMap(result -> result.lines.stream()).toList(),
                List.copyOf(damage.values()));
    }

    private static String unreadable(Path file, IOException cause) {
        return new JournalException("the journal '" + file + "' could not be read", cause).getMessage();
    }

    private Result search(JournalPart part) {
        List<JournalLine> lines = new ArrayList<>();
        List<String> damage = new ArrayList<>();
        try {
            part.read((bytes, number) -> search(part, bytes, number, lines, damage));
        } catch (IOException unreadable) {
            damage.add(unreadable(part.file(), unreadable));
        }
        return new Result(part.file(), lines, damage.isEmpty() ? null : damage.get(0));
    }

    /** Adds what fits, and the sentences on damaged lines. */
    private void search(JournalPart part, byte[] bytes, JournalPart.LineNumber number, List<JournalLine> lines,
            List<String> damage) throws IOException {
        FirstOf next = new FirstOf(texts, bytes);
        int begin = 0;
        for (int found = next.from(0); found >= 0; found = next.from(begin)) {
            int start = startOf(bytes, found);
            begin = endOf(bytes, found);
            try (JournalLines line = new JournalLines(part.file(), bytes, start, begin)) {
                if (line.next()) {
                    lines.add(line.line());
                }
            } catch (JournalException damaged) {
                damage.add("the journal '" + part.file() + "' could not be read in line " + number.at(start)
                        + ": something that happened then may be missing here");
            }
        }
    }

    private static int startOf(byte[] bytes, int place) {
        int start = place;
        while (start > 0 && bytes[start - 1] != '\n') {
            start--;
        }
        return start;
    }

    /** The place after the line's end. */
    private static int endOf(byte[] bytes, int place) {
        int end = place;
        while (end < bytes.length && bytes[end] != '\n') {
            end++;
        }
        return Math.min(bytes.length, end + 1);
    }

    /** Where the first of several texts comes, from place to place without looking at any byte again in vain. */
    private static final class FirstOf {

        private final List<BytePattern> texts;
        private final byte[] bytes;
        private final int[] found;

        FirstOf(List<BytePattern> texts, byte[] bytes) {
            this.texts = texts;
            this.bytes = bytes;
            this.found = texts.stream().mapToInt(text -> text.find(bytes, 0, bytes.length)).toArray();
        }

        int from(int place) {
            int first = -1;
            for (int text = 0; text < found.length; text++) {
                if (found[text] >= 0 && found[text] < place) {
                    found[text] = texts.get(text).find(bytes, place, bytes.length);
                }
                first = found[text] >= 0 && (first < 0 || found[text] < first) ? found[text] : first;
            }
            return first;
        }
    }
}
