package io.contactsync.house;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What README.md and the guides keep to: a sentence is at most two lines long, as a reader sees it. */
final class ProseRules {

    static final int MAX_SENTENCE = 2 * 120;
    private static final Pattern NO_PROSE = Pattern.compile(
            "(?ms)^```.*?^```$|^----$.*?^----$|^\\|===$.*?^\\|===$|^\\|[^\\n]*$|^\\[[^\\n]*]$|^:[^\\n]*$|^\\+$");
    private static final Pattern BLOCK = Pattern.compile("\\n\\s*\\n|\\n(?=\\s*(?:[*.-]|\\d+\\.|=+|#+) )");
    private static final Pattern MARK = Pattern.compile("^\\s*(?:[*.-]|\\d+\\.|=+|#+) ");
    private static final Pattern LINK = Pattern.compile(
            "!?\\[([^]]*)]\\([^)]*\\)|<<[^,>]+,([^>]*)>>|\\b(?:link:|https?://)[^\\[\\s]+\\[([^]]*)]");
    private static final Pattern END =
            Pattern.compile("(?<=[.!?][)_]?)(?<!\\b(?:e\\.g|i\\.e)\\.) +(?=[^a-z]|contact-sync )");

    private ProseRules() {
    }

    /** Sentences that are too long. A table, a listing and a heading hold none. */
    static List<String> longSentences(String page) {
        return sentences(page).stream().filter(sentence -> sentence.length() > MAX_SENTENCE).toList();
    }

    static List<String> sentences(String page) {
        List<String> sentences = new ArrayList<>();
        for (String block : BLOCK.split(NO_PROSE.matcher(page).replaceAll("\n"))) {
            Stream.of(END.split(seen(block))).map(sentence -> sentence.replaceAll("[`*]", ""))
                    .filter(sentence -> !sentence.isEmpty()).forEach(sentences::add);
        }
        return sentences;
    }

    /** A paragraph without its marks, on one line. */
    private static String seen(String block) {
        String text = MARK.matcher(block).replaceFirst("").replaceAll("\\s+", " ").strip();
        return LINK.matcher(text).replaceAll(link -> Matcher.quoteReplacement(
                Stream.of(1, 2, 3).map(link::group).filter(Objects::nonNull).findFirst().orElse("")));
    }
}
