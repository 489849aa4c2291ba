package io.contactsync.cli.source;

import io.contactsync.cli.configuration.Configuration;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Kinds of sources with a route of their own that reads: each is a file to start from, and its keys. */
enum OwnReader {
    /** A query of a database. */
    SQL("put camel-sql and the JDBC driver into lib, correct query, columns and mapping", """
            url = jdbc:postgresql://host/database|Database of NAME, as its JDBC driver takes it.
            user =|Who reads there, and may do nothing else.
            password =|Their password. Better not here: use VARIABLE.
            """),
    /** Pages of JSON of a web service. */
    REST("correct the paging, columns and mapping", """
            url = https://host.example/people|Address that the pages of NAME are asked for at.
            secret =|Bearer token that is shown there. Better not here: use VARIABLE.
            """),
    /** A JSON file on a server. */
    SFTP("put camel-ftp into lib, the server's key into config/known_hosts, correct columns and mapping", """
            server = host.example:22|SFTP server of NAME, host:port.
            folder =|Folder there, as seen from where the login lands.
            file = people.json|Name of the file.
            user =|Who signs in.
            password =|Their password. Better not here: use VARIABLE.
            known-hosts = config/known_hosts|File with the server's key, in the form of OpenSSH.
            """);

    private static final String NAME = "NAME";

    private final String todo;
    private final String keys;

    OwnReader(String todo, String keys) {
        this.todo = todo;
        this.keys = keys;
    }

    /** As {@code --from} has it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A source of that name. */
    NewSource source(String name) {
        return new NewSource(route(name), keys(name), "a route that reads and a mapping to start from: the names in it "
                + "are examples", todo + ", set the keys of source." + name, List.of());
    }

    private String route(String name) {
        try (InputStream in = OwnReader.class.getResourceAsStream(word() + ".camel.yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace(NAME, name);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private Map<String, String> keys(String name) {
        Map<String, String> all = new LinkedHashMap<>();
        Stream.concat(keys.lines(), Stream.of("region =|Country of telephone numbers without country code in NAME, "
                + "e.g. DE.")).map(line -> line.split("\\|")).forEach(line -> {
                    String key = "source." + name + "." + line[0];
                    all.put(key, "# " + line[1].replace(NAME, name).replace("VARIABLE",
                            Configuration.variable(key.replaceFirst(" =.*", ""))));
                });
        return all;
    }
}
