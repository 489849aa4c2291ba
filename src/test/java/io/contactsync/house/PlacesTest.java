package io.contactsync.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** The project knows no machine but the one it runs on, and names no file of its own that is not there. */
class PlacesTest {

    private static final List<String> TEXTS = List.of(".java", ".yaml", ".properties", ".adoc", ".md", ".jte", ".xml",
            ".config", ".js", ".css", "bin/contact-sync", ".cmd", ".ci/run", ".ci/setup-chromium");
    private static final Pattern MACHINE =
            Pattern.compile("(?<![\\w.}>-])/(work|root|home|tmp|mnt)/");
    private static final Pattern REGISTRY =
            Pattern.compile("https?://[\\w.-]*\\b(nexus|artifactory|registry|mirrors?|repo\\d?|packages)\\b[\\w.-]*");
    private static final Pattern OWN = Pattern.compile("(?<![\\w/.-])(?:routes|config|src)/[\\w./-]*+");
    /** What the reader is told to make, and where a host finds the routes in the jar. */
    private static final Set<String> EXAMPLES = Set.of("routes/contact-sync",
            "routes/sources/source-acme.camel.yaml",
            "routes/sources/source-offices.camel.yaml", "routes/notify/notify-teams.camel.yaml",
            "config/webhook.secret", "config/cluster.secret", "config/known_hosts", "config/targets.txt",
            "config/tenants", "config/tenants/contoso.properties", "config/tenants/contoso",
            "config/tenants/contoso.secret");

    private static List<ProjectFile> texts() {
        return ProjectFile.all(TEXTS, "README.md", "pom.xml", ".ci", ".mvn", "config", "routes", "src");
    }

    private static String foreign(ProjectFile file, String line) {
        return Stream.of(MACHINE, REGISTRY).map(pattern -> pattern.matcher(line)).filter(Matcher::find)
                .map(found -> "a place of one machine: " + found.group()).findFirst().orElse("");
    }

    private static String missing(ProjectFile file, String line) {
        return OWN.matcher(line).results().map(MatchResult::group).filter(path -> !path.endsWith("-"))
                .map(path -> path.replaceFirst("[./]+$", ""))
                .filter(path -> !EXAMPLES.contains(path) && !Files.exists(Path.of(path)))
                .map(path -> "names " + path + ", which is not there").findFirst().orElse("");
    }

    @Test
    void noFileNamesAPlaceOfOneMachine() {
        assertThat(texts()).hasSizeGreaterThan(100);
        assertThat(texts().stream().flatMap(file -> file.objections(PlacesTest::foreign))).isEmpty();
    }

    @Test
    void everyFileThatIsNamedIsThere() {
        List<ProjectFile> code = ProjectFile.all(List.of(".java"), ProjectFile.CODE);
        List<ProjectFile> pages = ProjectFile.all(TEXTS, "README.md", "pom.xml", ".ci", "config", "routes",
                "src/main/docs", "src/dist", "src/assembly");
        assertThat(Stream.concat(code.stream(), pages.stream()).flatMap(file -> file.objections(PlacesTest::missing)))
                .isEmpty();
    }

    @Test
    void aForeignPlaceIsNoticed() {
        ProjectFile bad = ProjectFile.of("a.md", String.join("/", "in ", "root", "x") + "\n"
                + String.join("/", "see `", "tmp", "x`") + "\n" + String.join("repo", "https://", ".host.example/x"));
        assertThat(bad.objections(PlacesTest::foreign)).hasSize(3)
                .first().asString().startsWith("a.md:1: a place of one machine: ");
        ProjectFile good = ProjectFile.of("a.md", "src/home/a, /users/{id}, /var/lib/contact-sync, https://x.example");
        assertThat(good.objections(PlacesTest::foreign)).isEmpty();
    }

    @Test
    void aFileThatIsNotThereIsNoticed() {
        ProjectFile page = ProjectFile.of("a.adoc", "`routes/sync/run-sync.camel.yaml`, src/main/docs\nsee "
                + "routes/sync/no-such.camel.yaml.\nroutes/sources/source-<name>.camel.yaml");
        assertThat(page.objections(PlacesTest::missing))
                .containsExactly("a.adoc:2: names routes/sync/no-such.camel.yaml, which is not there");
    }
}
