package io.contactsync.cli;

import io.contactsync.cli.SyncBench.Result;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A copy of the shipped configuration and routes, which a test may change as an administrator or an integrator would.
 */
public final class Installation {

    public static final String HEADER =
            "office_id,organisation,contact_first_name,contact_last_name,role,building,street,suite,city,state,zip,country,phone,fax,hours\n";
    public static final String ROW =
            "A1,Office of Ann Other,Ann,Other,Clerk,,1 Main St.,,Cullman,AL,35055,United States,256-734-6043,,\n";

    private final Path home;

    public Installation(Path home) throws IOException {
        this.home = home;
        for (String room : List.of("config", "routes")) {
            try (Stream<Path> files = Files.walk(Path.of(room))) {
                for (Path file : files.toList()) {
                    Files.copy(file, home.resolve(file.toString()));
                }
            }
        }
        Files.createDirectory(home.resolve("inbox"));
    }

    public Path home() {
        return home;
    }

    public Path configuration() {
        return home.resolve("config/application.properties");
    }

    public Path route(String source) {
        return home.resolve("routes/sources/source-" + source + ".camel.yaml");
    }

    public String read(Path file) throws IOException {
        return Files.readString(file);
    }

    /** Changes a file. */
    public Installation change(Path file, String from, String to) throws IOException {
        String text = Files.readString(file);
        if (!text.contains(from)) {
            throw new IllegalArgumentException(file + " has no " + from);
        }
        Files.writeString(file, text.replace(from, to));
        return this;
    }

    /** Puts a file into the inbox of the supplier. */
    public Installation drop(String text) throws IOException {
        Files.writeString(home.resolve("inbox/offices.csv"), text, StandardCharsets.UTF_8);
        return this;
    }

    /** A preview of the supplier's file. */
    public Result preview(String... more) {
        List<String> all = new ArrayList<>(List.of("supplier-csv", "--set", "source.supplier-csv.folder="
                + home.resolve("inbox")));
        all.addAll(List.of(more));
        return run("preview", all.toArray(String[]::new));
    }

    /** Any command over this installation. */
    public Result run(String command, String... more) {
        List<String> all = new ArrayList<>(List.of(command));
        all.addAll(List.of(more));
        all.addAll(List.of("--home", home.toString()));
        return SyncBench.run(all.toArray(String[]::new));
    }

    /** The same with lines to read. */
    public Result answering(String answers, String command, String... more) {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(answers.getBytes(StandardCharsets.UTF_8)));
        try {
            return run(command, more);
        } finally {
            System.setIn(before);
        }
    }
}
