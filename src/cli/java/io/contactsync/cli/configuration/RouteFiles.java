package io.contactsync.cli.configuration;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The files of the routes, as people write them: which one holds a source, and which ones a command needs.
 *
 * @param folders where they lie
 */
public record RouteFiles(RouteFolders folders) {

    private static final String ENDING = ".camel.yaml";
    private static final String KAMELETS = ".kamelet.yaml";
    private static final Pattern SOURCE =
            Pattern.compile("(?m)^ +(?:- )?id: *[\"']?contact-sync-source-([a-z0-9-]+)[\"']? *$");
    /** What a file says that asks Graph for something. */
    private static final List<String> GRAPH = List.of("microsoft-graph:", "direct:contact-sync-read-central-mailbox",
            "direct:contact-sync-exclude-");
    private static final Pattern PLACEHOLDER =
            Pattern.compile("\\{\\{\\??!?(?:contact-sync\\.)?([a-z][a-z0-9-]*(?:\\.[a-z0-9-]+)+)(?::[^}]*)?}}");
    private static final Pattern KAMELET = Pattern.compile("\\bkamelet:([a-z0-9-]+)");

    /** All of them, as Camel takes patterns: one by one, for in a pattern it follows no link. */
    public String all() {
        return files().stream().map(file -> "file:" + file).collect(Collectors.joining(","));
    }

    /** Those that ask a tenant, and no source: what somebody broke elsewhere does not matter to them. */
    public String tenant() {
        return Stream.of("beans", "sync/beans", "errors", "graph/*")
                .map(file -> "file:" + folders.shared() + "/" + file + ENDING).collect(Collectors.joining(","));
    }

    /** Those, the frame of all sources, and one source's. */
    public String source(Path file) {
        return tenant() + folders.kamelets().stream().map(folder -> ",file:" + folder + "/*" + ENDING)
                .collect(Collectors.joining()) + ",file:" + file;
    }

    /** Names of all sources that have a route, sorted. */
    public List<String> sources() {
        TreeSet<String> names = new TreeSet<>();
        files().forEach(file -> SOURCE.matcher(text(file)).results().forEach(found -> names.add(found.group(1))));
        return List.copyOf(names);
    }

    /** The file that holds a source. */
    public Optional<Path> file(String source) {
        return files().stream().filter(file -> holds(text(file), source)).findFirst();
    }

    private static boolean holds(String text, String source) {
        Matcher matcher = SOURCE.matcher(text);
        return matcher.results().anyMatch(found -> found.group(1).equals(source));
    }

    /** Whether a source cannot be read without a login: its file or a Kamelet that it begins with asks Graph. */
    public boolean needsLogin(String source) {
        String text = file(source).map(RouteFiles::text).orElse("");
        return asksGraph(text) || KAMELET.matcher(text).results().flatMap(found -> kamelet(found.group(1)))
                .filter(Files::isRegularFile)
                .anyMatch(file -> asksGraph(text(file)));
    }

    private Stream<Path> kamelet(String name) {
        return folders.kamelets().stream().map(folder -> folder.resolve(name + KAMELETS));
    }

    private static boolean asksGraph(String text) {
        return GRAPH.stream().anyMatch(text::contains);
    }

    /**
     * A line of a file.
     *
     * @param line from 1
     */
    public record Place(Path file, int line) {

        /** {@code routes/sources/source-offices.camel.yaml, line 17}. */
        public String told() {
            return file + ", line " + line;
        }

        public String text() {
            List<String> lines = RouteFiles.text(file).lines().toList();
            return line <= lines.size() ? lines.get(line - 1) : "";
        }
    }

    /** The first line of that form in any file. */
    public Optional<Place> place(Pattern form) {
        return files().stream().flatMap(file -> place(file, form).stream()).findFirst();
    }

    /** The first line of that form in one file. */
    public Optional<Place> place(Path file, Pattern form) {
        List<String> lines = text(file).lines().toList();
        return IntStream.range(0, lines.size()).filter(line -> form.matcher(lines.get(line)).matches())
                .mapToObj(line -> new Place(file, line + 1)).findFirst();
    }

    /** Where a text of several lines begins, however it is indented; of one line, where it stands. */
    public Optional<Place> place(List<String> block) {
        return files().stream().flatMap(file -> place(file, block).stream()).findFirst();
    }

    private static Optional<Place> place(Path file, List<String> block) {
        List<String> lines = text(file).lines().map(String::strip).toList();
        return IntStream.rangeClosed(0, lines.size() - block.size())
                .filter(line -> block.size() > 1 ? lines.subList(line, line + block.size()).equals(block)
                : lines.get(line).contains(block.get(0))).mapToObj(line -> new Place(file, line + 1)).findFirst();
    }

    /** Names of all Kamelets, sorted. */
    public List<String> kamelets() {
        return folders.everything().stream().map(file -> file.getFileName().toString())
                .filter(name -> name.endsWith(KAMELETS))
                .map(name -> name.substring(0, name.length() - KAMELETS.length())).sorted().toList();
    }

    /** The first file that begins with a Kamelet and does not tell it a parameter. */
    public Optional<Path> without(String kamelet, String parameter) {
        Pattern begin = Pattern.compile("(?s).*\\bkamelet:" + Pattern.quote(kamelet) + "\\b.*");
        Pattern told = Pattern.compile("(?m)^ +" + Pattern.quote(parameter) + ":");
        return files().stream().filter(file -> begin.matcher(text(file)).matches() && !told.matcher(text(file)).find())
                .findFirst();
    }

    /** The keys of the configuration that they name, Kamelets among them. */
    Set<String> keys() {
        Set<String> keys = new TreeSet<>();
        folders.everything().stream().filter(file -> file.toString().endsWith(".yaml")).forEach(file ->
                PLACEHOLDER.matcher(text(file)).results().forEach(found -> keys.add(found.group(1))));
        return keys;
    }

    private List<Path> files() {
        return folders.everything().stream().filter(file -> file.toString().endsWith(ENDING)).toList();
    }

    /** The whole file, as UTF-8. */
    public static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new ConfigurationException("the file '" + file + "' cannot be read as UTF-8 text ("
                    + unreadable.getClass().getSimpleName() + ")");
        }
    }
}
