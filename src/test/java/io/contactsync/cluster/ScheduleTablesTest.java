package io.contactsync.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Quartz's tables, made once, and nothing else's touched. */
class ScheduleTablesTest {

    @Test
    void nothingIsEverRemoved() throws Exception {
        assertThat(ScheduleTables.statements()).hasSizeGreaterThan(11).noneMatch(each -> each.contains("DROP"))
                .noneMatch(each -> each.contains("QRTZ"));
    }

    @Test
    void theyAreMadeOnce() throws Exception {
        ScheduleConnections connections = new ScheduleConnections();
        String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
        connections.setUrl(url);
        connections.initialize();
        try (Connection connection = DriverManager.getConnection(url)) {
            assertThat(Tables.isThere(connection, "contact_sync_triggers")).isTrue();
            connection.createStatement().execute("insert into contact_sync_locks values ('a', 'b')");
            connections.initialize();
            assertThat(connection.createStatement().executeUpdate("delete from contact_sync_locks")).isEqualTo(1);
            connection.createStatement().execute("shutdown");
        }
    }
}
