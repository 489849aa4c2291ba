package io.contactsync.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** A name stands for one thing in the whole project: whoever reads it need not ask of which room it is. */
class NamesTest {

    private static Stream<String> doubles(List<ProjectFile> files) {
        Map<String, Set<String>> places = new TreeMap<>();
        files.forEach(file -> places.computeIfAbsent(name(file.path()), none -> new TreeSet<>()).add(file.path()));
        return places.entrySet().stream().filter(name -> name.getValue().size() > 1)
                .map(name -> name.getKey() + " stands for several things: " + String.join(", ", name.getValue()));
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1, path.length() - ".java".length());
    }

    @Test
    void aClassesNameStandsForOneThing() {
        List<ProjectFile> files = ProjectFile.all(List.of(".java"), ProjectFile.CODE).stream()
                .filter(file -> !name(file.path()).equals("package-info")).toList();
        assertThat(files).isNotEmpty();
        assertThat(doubles(files)).isEmpty();
    }

    @Test
    void aDoubleIsNoticed() {
        assertThat(doubles(Stream.of("a/A.java", "b/A.java", "b/AB.java").map(path -> ProjectFile.of(path, ""))
                .toList())).containsExactly("A stands for several things: a/A.java, b/A.java");
    }
}
