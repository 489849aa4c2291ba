package io.contactsync.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** Lines of Java and YAML fit a screen. A text block or a string can be parted, an address in a comment cannot. */
class LineWidthTest {

    private static final int MOST = 120;
    private static final Pattern ADDRESS_ALONE =
            Pattern.compile("\\s*(?://|/?\\*+|#)\\s*(?:\\(|href=\")?https?://\\S+");

    private static String tooWide(ProjectFile file, String line) {
        int columns = line.codePointCount(0, line.length());
        return columns <= MOST || ADDRESS_ALONE.matcher(line).matches() ? ""
                : columns + " columns, more than " + MOST + ": " + line.strip();
    }

    @Test
    void everyLineFitsTheScreen() {
        List<ProjectFile> java = ProjectFile.all(List.of(".java"), "src/main", "src/cli", "src/sandbox", "src/test");
        List<ProjectFile> yaml = ProjectFile.all(List.of(".yaml", ".yml"), "routes", "src");
        assertThat(java).isNotEmpty();
        assertThat(yaml).isNotEmpty();
        assertThat(Stream.concat(java.stream(), yaml.stream()).flatMap(file -> file.objections(LineWidthTest::tooWide)))
                .isEmpty();
    }

    @Test
    void aLineThatIsTooWideIsNoticed() {
        String wide = "ä".repeat(MOST);
        String address = " * https://host/" + wide;
        ProjectFile file = ProjectFile.of("a.yaml", wide + "\n" + wide + "x\n" + address + "\n" + address + " x\n");
        assertThat(file.objections(LineWidthTest::tooWide)).hasSize(2)
                .first().asString().startsWith("a.yaml:2: 121 columns, more than 120: ä");
    }
}
