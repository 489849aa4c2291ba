package io.contactsync.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** A method fits a screen, a file has one job. */
class JavaSizeTest {

    private static final int METHOD = 25;
    private static final int FILE = 200;
    private static final int FILE_OF_TESTS = 250;
    private static final List<ProjectFile> CODE = ProjectFile.all(List.of(".java"), ProjectFile.CODE);
    private static final List<ProjectFile> TESTS = ProjectFile.all(List.of(".java"), ProjectFile.TESTS);

    private static Stream<String> tooLong(List<ProjectFile> files, int most) {
        return files.stream().filter(file -> file.lines().size() > most)
                .map(file -> file.path() + ": " + file.lines().size() + " lines, more than " + most);
    }

    private static Stream<String> methodsTooLong(List<ProjectFile> files) {
        return JavaTree.methods(files).stream().filter(method -> method.lines() > METHOD)
                .map(method -> method.path() + ":" + method.line() + ": " + method.name() + " has " + method.lines()
                        + " lines, more than " + METHOD);
    }

    @Test
    void noFileIsLong() {
        assertThat(CODE).isNotEmpty();
        assertThat(TESTS).isNotEmpty();
        assertThat(Stream.concat(tooLong(CODE, FILE), tooLong(TESTS, FILE_OF_TESTS))).isEmpty();
        assertThat(tooLong(List.of(ProjectFile.of("A.java", "\n".repeat(FILE))), FILE)).isEmpty();
        assertThat(tooLong(List.of(ProjectFile.of("A.java", "\n".repeat(FILE + 1))), FILE)).hasSize(1);
    }

    @Test
    void noMethodIsLong() {
        assertThat(JavaTree.methods(CODE)).hasSizeGreaterThan(CODE.size());
        assertThat(methodsTooLong(CODE)).isEmpty();
    }

    @Test
    void aLongMethodIsNoticedWhereverItStands() {
        String body = "{" + "\n".repeat(METHOD) + "}\n";
        String shortBody = "{" + "\n".repeat(METHOD - 1) + "}\n";
        ProjectFile bad = ProjectFile.of("a/B.java", "class B {\nvoid a() " + body + "B() " + body + "static " + body
                + "record C() { C " + body + "}\nObject d = new Object() { int e() " + body + "};\n}");
        assertThat(methodsTooLong(List.of(bad))).hasSize(5).contains("a/B.java:2: a has 26 lines, more than 25");
        assertThat(methodsTooLong(List.of(ProjectFile.of("a/B.java", "class B { void a() " + shortBody + "}"))))
                .isEmpty();
    }
}
