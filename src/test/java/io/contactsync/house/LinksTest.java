package io.contactsync.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Every link of README.md and of the guides leads somewhere, in the project and in the distribution. */
class LinksTest {

    private static final Pattern MARKDOWN = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern ASCIIDOC =
            Pattern.compile("(?:link|xref|image|include):{1,2}([^\\[\\s]+)\\[|<<([^>,]+)[^>]*>>");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ +(.+)$");
    private static final Pattern ADOC_ANCHOR = Pattern.compile("(?m)^\\[\\[([^\\]]+)]]|^\\[#([^\\]]+)]");

    private static final Pattern ADDRESS = Pattern.compile("\\bhttps?://[^\\s\\[\\])`<>\"]*[\\w/]");
    private static final Pattern OUTSIDE = Pattern.compile(
            "https://[\\w-]+(\\.[\\w-]+)*(:\\d+)?(/[\\w.,;:~+%&=?/#()$'-]*)?"
            + "|http://(localhost|127\\.0\\.0\\.1)(:\\d+)?(/.*)?|mailto:[^@\\s]+@[\\w.-]+");

    private record Page(String path, String text) {
    }

    private static final Path GUIDES = Path.of("src/main/docs");
    /** One for each reader. */
    private static final List<String> READERS = List.of("administrator", "operator", "integrator", "how-it-decides",
        "measurements", "sandbox", "journal", "microsoft-graph-component", "developers", "installing", "security",
        "upgrading");

    /** @param folder where the guides stand */
    private static List<Page> pages(Path readme, String folder) throws IOException {
        List<Page> pages = new ArrayList<>();
        pages.add(new Page("README.md", Files.readString(readme)));
        try (Stream<Path> guides = Files.list(GUIDES)) {
            for (Path page : guides.filter(guide -> guide.toString().endsWith(".adoc")).toList()) {
                pages.add(new Page(folder + "/" + page.getFileName(), Files.readString(page)));
            }
        }
        return pages;
    }

    /** Also what stands beside data that was taken from somewhere. */
    private static List<Page> projectPages() throws IOException {
        List<Page> pages = pages(Path.of("README.md"), slashes(GUIDES));
        ProjectFile.all(List.of(".md"), "src")
                .forEach(page -> pages.add(new Page(page.path(), String.join("\n", page.lines()))));
        return pages;
    }

    /** The README of the distribution is made by the build before the tests run. */
    private static List<Page> distributionPages() throws IOException {
        return pages(Path.of("target/readme/README.md"), "docs");
    }

    private static String slashes(Path path) {
        return path.normalize().toString().replace(File.separatorChar, '/');
    }

    /** Files and folders of the project. */
    private static Set<String> project() throws IOException {
        Set<String> all = new TreeSet<>();
        for (String room : List.of("README.md", "LICENSE", "routes", "config", "src", "pom.xml")) {
            addTree(all, Path.of(room), "");
        }
        return all;
    }

    /** Files and folders of the distribution, as its descriptor says. */
    private static Set<String> distribution() throws Exception {
        Document descriptor =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new File("src/assembly/folder.xml"));
        Set<String> all = new TreeSet<>();
        NodeList sets = descriptor.getElementsByTagName("fileSet");
        for (int index = 0; index < sets.getLength(); index++) {
            Element set = (Element) sets.item(index);
            NodeList includes = set.getElementsByTagName("include");
            for (int each = 0; each < includes.getLength(); each++) {
                all.add(includes.item(each).getTextContent().strip());
            }
            if (includes.getLength() == 0) {
                addTree(all, Path.of(word(set, "directory")), word(set, "outputDirectory"));
            }
        }
        return all;
    }

    private static String word(Element set, String name) {
        return set.getElementsByTagName(name).item(0).getTextContent().strip();
    }

    /** @param as where the tree stands; empty for its own place */
    private static void addTree(Set<String> all, Path tree, String as) throws IOException {
        try (Stream<Path> files = Files.walk(tree)) {
            files.forEach(file -> all
                    .add(as.isEmpty() ? slashes(file) : slashes(Path.of(as).resolve(tree.relativize(file)))));
        }
    }

    /** Links that lead nowhere. */
    private static List<String> broken(List<Page> pages, Set<String> files) {
        List<String> broken = new ArrayList<>();
        for (Page page : pages) {
            links(page).filter(link -> !link.matches("[a-z]+:.*")).filter(link -> !leads(page, link, pages, files))
                .forEach(link -> broken.add(page.path() + ": " + link));
        }
        return broken;
    }

    private static Stream<String> links(Page page) {
        Pattern pattern = page.path().endsWith(".md") ? MARKDOWN : ASCIIDOC;
        Stream<MatchResult> found = pattern.matcher(prose(page)).results();
        return found.map(match -> match.group(1) == null ? "#" + match.group(2) : match.group(1));
    }

    private static String prose(Page page) {
        return page.text().replaceAll("(?s)```.*?```|(?m)(?s)^----$.*?^----$", "");
    }

    private static boolean leads(Page page, String link, List<Page> pages, Set<String> files) {
        String[] parts = link.split("#", 2);
        Path folder = Path.of(page.path()).getParent();
        String target = parts[0].isEmpty() ? page.path()
                : slashes(folder == null ? Path.of(parts[0]) : folder.resolve(parts[0]));
        boolean there = parts[0].isEmpty() || files.contains(target);
        return there && (parts.length == 1 || pages.stream().filter(each -> each.path().equals(target))
                .anyMatch(each -> anchors(each).contains(parts[1])));
    }

    private static Set<String> anchors(Page page) {
        if (page.path().endsWith(".md")) {
            return HEADING.matcher(page.text()).results().map(heading -> slug(heading.group(1)))
                    .collect(Collectors.toSet());
        }
        return ADOC_ANCHOR.matcher(page.text()).results()
                .map(match -> match.group(1) == null ? match.group(2) : match.group(1)).collect(Collectors.toSet());
    }

    /** As GitHub makes it. */
    private static String slug(String heading) {
        return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-');
    }

    /** Addresses outside that no browser would find; whether somebody answers there is not asked. */
    private static List<String> malformed(List<Page> pages) {
        List<String> malformed = new ArrayList<>();
        for (Page page : pages) {
            Stream.concat(links(page), ADDRESS.matcher(prose(page)).results().map(MatchResult::group))
                    .filter(link -> link.matches("(?i)[a-z]+:.*") && !OUTSIDE.matcher(link).matches()).distinct()
                    .forEach(link -> malformed.add(page.path() + ": " + link));
        }
        return malformed;
    }

    @Test
    void everyAddressOutsideIsWellFormed() throws Exception {
        assertThat(malformed(projectPages())).isEmpty();
        assertThat(malformed(List.of(new Page("a.adoc", "https://learn.microsoft.com/a#b[x] http://x.example/ "
                + "link:https:/y.example[y] https://localhost/ mailto:a@b.example http://127.0.0.1:8080/x"))))
                .containsExactly("a.adoc: https:/y.example", "a.adoc: http://x.example/");
    }

    @Test
    void everyLinkLeadsSomewhereInTheProject() throws Exception {
        assertThat(projectPages()).hasSizeGreaterThan(READERS.size());
        assertThat(broken(projectPages(), project())).isEmpty();
    }

    @Test
    void everyLinkLeadsSomewhereInTheDistribution() throws Exception {
        assertThat(distribution()).contains("README.md", "docs/sandbox.adoc", "bin/contact-sync",
                "config/application.properties");
        assertThat(distributionPages().get(0).text()).contains("](docs/sandbox.adoc)");
        assertThat(broken(distributionPages(), distribution())).isEmpty();
    }

    @Test
    void everyGuideStandsInTheDistributionAndIsNamedByTheReadme() throws Exception {
        List<String> guides = READERS.stream().map(reader -> "docs/" + reader + ".adoc").toList();
        assertThat(distribution()).containsAll(guides);
        assertThat(guides).allSatisfy(guide -> assertThat(distributionPages().get(0).text()).contains("](" + guide));
        assertThat(distributionPages().stream().map(Page::path)).containsAll(guides);
    }

    @Test
    void brokenLinksAreNoticed() throws Exception {
        List<Page> pages = List.of(new Page("README.md",
                "# A b\n[x](docs/sandbox.adoc) [y](docs/none.adoc) [z](#a-b) [w](#c) "
                + "[v](src/main/docs/sandbox.adoc)\n"),
            new Page("docs/x.adoc", "[[here]]\n<<here>> <<there>> link:faults.yaml[f] link:none.yaml[n]\n"));
        assertThat(broken(pages, distribution())).containsExactly("README.md: docs/none.adoc", "README.md: #c",
            "README.md: src/main/docs/sandbox.adoc", "docs/x.adoc: #there", "docs/x.adoc: none.yaml");
    }
}
