package io.contactsync.cluster;

import org.quartz.impl.jdbcjobstore.JobStoreTX;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;

/** Quartz's own tables, with names of ours, so that a database may hold those of others too. */
final class ScheduleTables {

    /** What their names begin with. */
    static final String PREFIX = "contact_sync_";

    private static final String SCRIPT = "tables_postgres.sql";

    private ScheduleTables() {
    }

    static void create(Connection connection) throws SQLException, IOException {
        if (!Tables.isThere(connection, PREFIX + "triggers")) {
            try (Statement statement = connection.createStatement()) {
                for (String create : statements()) {
                    statement.execute(create);
                }
            }
        }
    }

    /** Quartz's script would remove the tables first. */
    static List<String> statements() throws IOException {
        try (InputStream script = JobStoreTX.class.getResourceAsStream(SCRIPT)) {
            String text = new String(script.readAllBytes(), StandardCharsets.UTF_8).replaceAll("(?m)^--.*$", "");
            return Arrays.stream(text.split(";")).map(String::strip).filter(each -> each.startsWith("CREATE "))
                    .map(each -> each.replace("QRTZ_", PREFIX)).toList();
        }
    }
}
