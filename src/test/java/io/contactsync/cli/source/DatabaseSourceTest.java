package io.contactsync.cli.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.cli.SyncBench.Result;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A database is a source: what {@code source add --from sql} writes, and the integrator's guide shows. */
class DatabaseSourceTest extends OwnReaderBench {

    private static final String SECRET = "pa$$ {w&rd}?";
    private Connection database;

    @BeforeEach
    void fill() throws IOException, SQLException {
        String url = "jdbc:h2:mem:" + getClass().getSimpleName();
        database = DriverManager.getConnection(url, "reader", SECRET);
        execute("create table people (number int, first_name varchar(50), last_name char(20), company varchar(50), "
                + "email varchar(50), phone varchar(50), born date)",
                "insert into people values (1, 'Käthe', 'Müller', 'Bäckerei', 'k@example.com', '089 / 123456', "
                + "date '1970-12-31')",
                "insert into people values (2, 'Jürgen', 'Groß', null, null, null, null)");
        add("staff", "sql");
        set("url", url);
        set("user", "reader");
        set("password", SECRET);
    }

    @AfterEach
    void drop() throws SQLException {
        execute("drop all objects");
        database.close();
    }

    private void execute(String... lines) throws SQLException {
        try (Statement statement = database.createStatement()) {
            for (String line : lines) {
                statement.execute(line);
            }
        }
    }

    @Test
    void itsRowsBecomeContacts() {
        Result read = complete(2);
        assertThat(read.json().at("/first/0/id").asText()).isEqualTo("1");
        assertThat(read.json().at("/first/0/contact/displayName").asText()).isEqualTo("Käthe Müller");
        assertThat(read.json().at("/first/0/contact/birthday").asText()).startsWith("1970-12-31");
        assertThat(read.json().at("/first/0/contact/businessPhones/0").asText()).isEqualTo("+49 89 123456");
        assertThat(read.json().at("/first/1/contact/businessPhones")).isEmpty();
    }

    @Test
    void aTableThatLacksAColumnIsRefused() throws SQLException {
        execute("alter table people drop column phone");
        incomplete(0, "\"PHONE\" not found");
    }

    @Test
    void aQueryThatLacksWhatColumnsNamesIsRefusedAsAWhole() throws IOException {
        installation.change(installation.route("staff"), " as \"phone\"", " as \"telephone\"");
        incomplete(0, "row 1: the mapping or its parameter 'columns' asks for columns that the row does not have: "
                + "'phone'; nothing of it is used", "The list of its columns was 'number', ");
    }

    @Test
    void aColumnThatTheMappingMisspellsIsRefusedAsAWhole() throws IOException {
        installation.change(installation.route("staff"), ".company,", ".Company,");
        incomplete(0, "does not have: 'Company'", "is it 'company' for 'Company'?");
    }

    @Test
    void aRowThatBreaksInTheMiddleEndsTheReading() throws IOException, SQLException {
        execute("insert into people (number, last_name) values (3, 'x')");
        installation.change(installation.route("staff"), "phone as \"phone\"",
                "1 / (number - 3) as \"phone\"");
        set("url", keys.get("source.staff.url") + ";LAZY_QUERY_EXECUTION=1");
        incomplete(1, "Division by zero");
    }

    @Test
    void aDatabaseThatIsNotThereIsSaid() {
        set("password", "wrong");
        incomplete(0, "Wrong user name or password");
    }
}
