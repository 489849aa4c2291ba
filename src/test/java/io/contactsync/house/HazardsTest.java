package io.contactsync.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every hazard has a row, and every row a test that runs, or the reason why there is none. */
class HazardsTest {

    private static final int HAZARDS = 83;
    private static final Path PAGE = Path.of("src", "main", "docs", "hazards.adoc");
    private static final Pattern ROW = Pattern.compile("(?m)^\\|(\\d+)\\n\\|(.+)\\n\\|(.+)$");
    private static final Pattern TEST = Pattern.compile("`([A-Z]\\w*Test)\\.(\\w+)`");

    private static Map<Integer, String> shownBy(String page) {
        Map<Integer, String> rows = new TreeMap<>();
        ROW.matcher(page).results().forEach(row -> rows.merge(Integer.valueOf(row.group(1)), row.group(3),
                (one, other) -> "twice there"));
        return rows;
    }

    private static List<String> objections(String page, Map<String, String> sources) {
        List<String> objections = new ArrayList<>();
        Map<Integer, String> rows = shownBy(page);
        List<Integer> all = IntStream.rangeClosed(1, HAZARDS).boxed().toList();
        if (!List.copyOf(rows.keySet()).equals(all)) {
            objections.add("the rows are " + rows.keySet());
        }
        rows.forEach((number, shown) -> objection(shown, sources)
                .forEach(what -> objections.add(number + ": " + what)));
        return objections;
    }

    private static List<String> objection(String shown, Map<String, String> sources) {
        List<MatchResult> tests = TEST.matcher(shown).results().toList();
        if (tests.isEmpty()) {
            return shown.matches("none.*: .{10,}|none .{10,}") ? List.of() : List.of("shown by nothing: " + shown);
        }
        return tests.stream().filter(test -> !runs(sources.getOrDefault(test.group(1), ""), test.group(2)))
                .map(test -> test.group() + " is not there, or does not run").toList();
    }

    /** Whether a method of that name is a test that nobody has switched off. */
    private static boolean runs(String source, String method) {
        List<String> lines = source.lines().toList();
        int at = IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).startsWith("    ") && lines.get(i).contains(" " + method + "("))
                .filter(i -> lines.get(i).matches("    (?:static )?(?:void|Stream<DynamicTest>) .*")).findFirst()
                .orElse(0);
        int from = at;
        while (from > 0 && !lines.get(from - 1).isBlank()) {
            from--;
        }
        String above = String.join("\n", lines.subList(from, at));
        return Stream.of("@Test", "@ParameterizedTest", "@TestFactory").anyMatch(above::contains)
                && !above.contains("@Disabled") && lines.stream().noneMatch(line -> line.matches("@Disabled(\\(.*)?"));
    }

    private static Map<String, String> sources() {
        return ProjectFile.all(List.of("Test.java"), ProjectFile.TESTS).stream().collect(Collectors.toMap(
                file -> file.path().replaceFirst(".*/(\\w+)\\.java", "$1"), file -> String.join("\n", file.lines()),
                (one, other) -> one + "\n" + other));
    }

    @Test
    void everyHazardIsShownOrSaysWhyNot() throws IOException {
        assertThat(objections(Files.readString(PAGE), sources())).isEmpty();
    }

    @Test
    void aRowThatIsNotShownIsNoticed() {
        String good = "    @Test\n    void goes() {\n    }\n";
        String off = "    @Test\n    @Disabled(\"for now\")\n    void rests() {\n    }\n";
        Map<String, String> sources = Map.of("ATest", good + "\n" + off + "\n    private void helps() {\n    }\n");
        assertThat(objections("|1\n|a\n|`ATest.goes`\n", sources)).singleElement().asString().contains("rows are [1]");
        assertThat(objection("`ATest.goes`", sources)).isEmpty();
        assertThat(objection("none: no delta token is kept", sources)).isEmpty();
        assertThat(objection("`ATest.rests`", sources)).hasSize(1);
        assertThat(objection("`ATest.helps`", sources)).hasSize(1);
        assertThat(objection("`BTest.goes`", sources)).hasSize(1);
        assertThat(objection("somewhere", sources)).hasSize(1);
        assertThat(shownBy("|1\n|a\n|b\n\n|1\n|a\n|b\n")).containsValue("twice there");
    }
}
