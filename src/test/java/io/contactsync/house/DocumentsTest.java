package io.contactsync.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** Documents are short of breath, and speak of what is there: classes, routes, commands, and the rooms a room knows. */
class DocumentsTest {

    private static final Path GUIDES = Path.of("src/main/docs");
    private static final Path DEVELOPERS = GUIDES.resolve("developers.adoc");
    private static final Path ROOMS = Path.of("src/main/java/io/contactsync");
    private static final List<Path> ROOTS =
            Stream.of("main", "cli", "sandbox", "test").map(root -> Path.of("src", root, "java")).toList();
    private static final Pattern CODE = Pattern.compile("(?<!`)`\\+?(?:\\{\\{)?([^`\\n]+?)(?:}})?\\+?`");
    private static final Pattern FULL_NAME = Pattern.compile("\\bio\\.contactsync(?:\\.[a-z]+)*\\.[A-Z]\\w*");
    private static final Pattern CLASS = Pattern.compile("[A-Z][a-z]\\w*");
    private static final Pattern ROUTE = Pattern.compile("[a-z]+(?:-[a-z]+)+");
    private static final Pattern ROUTE_ID =
            Pattern.compile("(?m)^ +id: (?:contact-sync-)?([a-z-]+)$|^  name: ([a-z-]+)$");
    private static final Pattern IMPORT =
            Pattern.compile("(?m)^import (?:static )?io\\.contactsync\\.([a-z]+(?:\\.[a-z]+)*)\\.[A-Z]");
    private static final Pattern COMMAND = Pattern.compile("@Command\\(name = \"([a-z]+)\"");
    private static final Pattern CALL = Pattern.compile("(\\w+)\\.([a-z]\\w*)");
    /** Kebab-case, and no route: what lines of the journal are called, and a guard of words. */
    private static final Set<String> NO_ROUTES = Set.of("run-start", "run-end", "to-graph-...");

    private static List<Path> files(Path folder, String end) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(end)).sorted().toList();
        }
    }

    private static List<Path> pages() throws IOException {
        return Stream.concat(Stream.of(Path.of("README.md")), files(GUIDES, ".adoc").stream()).toList();
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> Stream.of(match.group(1), match.groupCount() < 2 ? null
                : match.group(2)).filter(group -> group != null).findFirst().orElse("")).toList();
    }

    private static Set<String> classes() throws IOException {
        return files(Path.of("src"), ".java").stream()
                .map(file -> file.getFileName().toString().replace(".java", "")).collect(Collectors.toSet());
    }

    private static Set<String> routes() throws IOException {
        Set<String> ids = new TreeSet<>();
        for (Path file : files(Path.of("routes"), ".yaml")) {
            ids.addAll(found(ROUTE_ID, Files.readString(file)));
        }
        return ids;
    }

    /** Words in code type that look like a class or a route, and are none. */
    private static List<String> unknown(String page, Set<String> classes, Set<String> routes) {
        return found(CODE, page).stream().map(word -> word.replaceFirst("^([A-Z]\\w*)\\.\\w+$", "$1"))
                .filter(word -> CLASS.matcher(word).matches() && !classes.contains(word)
                        || ROUTE.matcher(word).matches() && !NO_ROUTES.contains(word) && !routes.contains(word))
                .toList();
    }

    @Test
    void aSentenceIsAtMostTwoLinesLong() throws IOException {
        for (Path page : pages()) {
            assertThat(ProseRules.longSentences(Files.readString(page))).as(page.toString()).isEmpty();
        }
    }

    @Test
    void aLongSentenceIsNoticed() {
        String lengthy = "A " + "long ".repeat(60) + "one";
        assertThat(ProseRules.longSentences("Short.\n" + lengthy + ".\n\n----\n" + lengthy + "\n----\n\n|===\n|"
                + lengthy + "\n|===\n* [word](" + "x".repeat(300) + ") is short.\n")).hasSize(1);
        assertThat(ProseRules.sentences("One (a. b)? `two` is two, e.g. this. contact-sync is three.")).hasSize(3);
    }

    @Test
    void whatTheDevelopersGuideNamesIsThere() throws IOException {
        assertThat(unknown(Files.readString(DEVELOPERS), classes(), routes())).isEmpty();
        assertThat(unknown("`Gone.now` `Run` `gone-now` `run-sync` `a b`", Set.of("Run"), Set.of("run-sync")))
                .containsExactly("Gone", "gone-now");
    }

    /** The text of each route and each Kamelet, by its name. */
    private static Map<String, String> routeTexts() throws IOException {
        Map<String, String> texts = new TreeMap<>();
        for (Path file : files(Path.of("routes"), ".yaml")) {
            for (String text : Files.readString(file).split("(?m)^- (?=route:)")) {
                found(ROUTE_ID, text).stream().findFirst().ifPresent(id -> texts.put(id, text));
            }
        }
        return texts;
    }

    /** The rows of the walk, on one machine and over many, each a list of its cells. */
    private static List<List<String>> walk() throws IOException {
        String developers = Files.readString(DEVELOPERS);
        return Stream.of("walk", "workers").flatMap(part -> rows(developers.split("\\[\\[" + part + "]]")[1]))
                .toList();
    }

    /** Those of the first table, without its head. */
    private static Stream<List<String>> rows(String text) {
        return Stream.of(text.split("\\|===\n")[1].split("\n\n")).skip(1)
                .map(row -> List.of(row.strip().substring(1).split("\n\\|", -1)));
    }

    /** How a route calls what the walk names: a bean, a class, or what stands in a variable. */
    private static Pattern call(String bean, String method) {
        String variable = bean.replaceFirst(".*(?=[A-Z])", "").toLowerCase(Locale.ROOT);
        String name = bean.replaceAll("(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
        return Pattern.compile(("(ref|Strategy): contact-sync-%4$s\\s+"
                + "(method|aggregationStrategyMethodName): \"?%2$s\\b"
                + "|beanType: [\\w.]+\\.%1$s\\s+method: (>-\\s+|\")?%2$s\\b|\\{variable\\.%3$s\\.%2$s\\b")
                .formatted(bean, method, variable, name));
    }

    /** Calls of a row that none of the routes that it names makes. */
    private static List<String> untrue(List<String> row, Map<String, String> routes) {
        List<String> named = found(CODE, row.get(0)).stream().filter(routes::containsKey).map(routes::get).toList();
        return CODE.matcher(row.get(1)).results().map(code -> CALL.matcher(code.group(1))).filter(Matcher::matches)
                .filter(call -> named.stream().noneMatch(call(call.group(1), call.group(2)).asPredicate()))
                .map(call -> call.group() + " is not called by " + row.get(0)).toList();
    }

    @Test
    void eachStepOfTheWalkIsTakenByItsRoute() throws IOException {
        Map<String, String> routes = routeTexts();
        assertThat(walk()).hasSizeGreaterThan(30).allSatisfy(row -> assertThat(row).hasSize(3));
        assertThat(walk()).flatMap(row -> untrue(row, routes)).isEmpty();
        assertThat(untrue(List.of("`a` and `b`", "`runs.begin`, `runs.turn`", ""), Map.of(
                "a", "ref: contact-sync-runs\n method: begin", "b", "", "c", "ref: contact-sync-runs\n method: turn")))
                .containsExactly("runs.turn is not called by `a` and `b`");
    }

    @Test
    void theWalkComesByEveryRouteOfTheStoryOfTheJournalAndOfManyMachines() throws IOException {
        Set<String> named = new TreeSet<>();
        walk().forEach(row -> row.forEach(cell -> named.addAll(found(CODE, cell))));
        for (String room : List.of("sync", "audit", "workers")) {
            for (Path file : files(Path.of("routes", room), ".camel.yaml")) {
                assertThat(named).as(file.toString()).containsAll(found(ROUTE_ID, Files.readString(file)).stream()
                        .filter(id -> !id.startsWith("to-")).toList());
            }
        }
    }

    @Test
    void aClassWithItsRoomStandsThere() throws IOException {
        List<String> gone = new ArrayList<>();
        for (Path page : pages()) {
            FULL_NAME.matcher(Files.readString(page)).results().map(MatchResult::group)
                    .filter(name -> ROOTS.stream().map(root -> root.resolve(name.replace('.', '/') + ".java"))
                            .noneMatch(Files::exists))
                    .forEach(name -> gone.add(page + ": " + name));
        }
        assertThat(gone).isEmpty();
    }

    @Test
    void theReadmeNamesEveryCommand() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        List<String> commands = new ArrayList<>();
        for (Path file : files(Path.of("src/cli/java"), "Command.java")) {
            commands.addAll(found(COMMAND, Files.readString(file)));
        }
        assertThat(commands).contains("sync", "sandbox").allSatisfy(
                name -> assertThat(readme).containsPattern("(?m)^\\| `([^|]*[ `])?" + name + "[ `]"));
    }

    /** What the Java of a room imports, against what its package-info says it knows; one that says nothing, nobody. */
    @Test
    void aRoomSaysWhichRoomsItKnows() throws IOException {
        for (Path info : files(ROOMS, "package-info.java")) {
            String room = ROOMS.relativize(info.getParent()).toString().replace('\\', '/').replace('/', '.');
            Set<String> known = new TreeSet<>();
            try (Stream<Path> all = Files.list(info.getParent())) {
                for (Path file : all.filter(each -> each.toString().endsWith(".java")).toList()) {
                    known.addAll(found(IMPORT, Files.readString(file)));
                }
            }
            known.remove(room);
            assertThat(said(Files.readString(info))).as(room).containsExactlyElementsOf(known);
        }
    }

    private static List<String> said(String info) {
        String text = info.replaceAll("[\\s*]+", " ");
        List<String> lists = found(Pattern.compile("Knows ([^A-Z]*?)\\. ?(?:[A-Z<@*/]|$)"), text);
        return lists.isEmpty() || lists.get(0).equals("no other room") ? List.of()
                : Stream.of(lists.get(0).split(", | and ")).sorted().toList();
    }
}
