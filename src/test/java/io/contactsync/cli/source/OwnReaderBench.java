package io.contactsync.cli.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.cli.Installation;
import io.contactsync.cli.SyncBench.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A source with a route of its own that reads, as {@code source add} writes it, with keys set and nothing else. */
abstract class OwnReaderBench {

    @TempDir
    Path temp;
    final Map<String, String> keys = new LinkedHashMap<>();
    Installation installation;
    private String name;

    @BeforeEach
    final void install() throws IOException {
        installation = new Installation(Files.createDirectory(temp.resolve("home")));
    }

    final void add(String source, String kind) throws IOException {
        name = source;
        Result added = installation.run("source", "add", source, "--from", kind);
        assertThat(added.exit()).as(added.out() + added.err()).isZero();
        assertThat(added.out()).contains("next: ", "contact-sync preview " + source);
        assertThat(Files.readString(Path.of("src/main/docs/integrator.adoc"))).as("the guide shows it")
                .contains("----\n" + installation.read(installation.route(source)) + "----\n");
        set("region", "DE");
    }

    final void set(String key, Object value) {
        keys.put("source." + name + "." + key, value.toString());
    }

    /** The settings as a command line has them. */
    final List<String> settings() {
        List<String> all = new ArrayList<>();
        keys.forEach((key, value) -> all.addAll(List.of("--set", key + "=" + value)));
        return all;
    }

    final Result preview(String... more) {
        List<String> all = new ArrayList<>(List.of(name));
        all.addAll(settings());
        all.addAll(List.of(more));
        return installation.run("preview", all.toArray(String[]::new));
    }

    /** A complete reading of so many. */
    final Result complete(int contacts) {
        Result read = preview("--json");
        assertThat(read.exit()).as(read.out() + read.err()).isZero();
        assertThat(read.number("/contacts")).isEqualTo(contacts);
        return read;
    }

    /** A reading that is not complete, for one reason. */
    final void incomplete(int contacts, String... parts) {
        Result read = preview("--json");
        assertThat(read.exit()).as(read.out() + read.err()).isEqualTo(contacts == 0 ? 1 : 3);
        assertThat(read.number("/contacts")).isEqualTo(contacts);
        assertThat(read.json().path("problems")).as(read.out()).hasSize(1);
        assertThat(read.json().at("/problems/0").asText()).contains(parts)
                .doesNotContain("org.apache", "java.", "Exception");
    }
}
