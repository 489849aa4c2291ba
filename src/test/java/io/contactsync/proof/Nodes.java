package io.contactsync.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.cli.SyncBench;
import io.contactsync.cli.SyncBench.Result;
import io.contactsync.journal.Ageing;
import io.contactsync.journal.GrammarCheck;
import io.contactsync.sandbox.protocol.ServiceRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.h2.tools.Server;

/**
 * The nodes a and b of one installation, each with a data folder of its own, over a database that is a server: H2, or
 * the one that {@code -Dproof.database} names, whose tables of ours are removed.
 */
final class Nodes implements AutoCloseable {

    private final SyncBench bench;
    private final Server server;
    private final String database;
    private final Path other;

    Nodes(SyncBench bench, Path temp) throws SQLException {
        this.bench = bench;
        this.server = Server.createTcpServer("-tcpPort", "0", "-ifNotExists").start();
        this.database = System.getProperty("proof.database", "jdbc:h2:tcp://127.0.0.1:" + server.getPort() + "/mem:"
                + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        this.other = temp.resolve("other");
        bench.with("cluster.database", database).with("cluster.lease-seconds", "5");
    }

    private Path data(String name) {
        return name.equals("a") ? bench.data() : other;
    }

    /** What is called next is called on that node. */
    SyncBench on(String name) {
        return bench.with("cluster.node", name).with("sync.data", data(name).toString());
    }

    String database() {
        return database;
    }

    void sql(String statement) {
        try (Connection connection = DriverManager.getConnection(database)) {
            connection.createStatement().execute(statement);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** The one value that a question gives. */
    String value(String select) {
        try (Connection connection = DriverManager.getConnection(database);
                ResultSet rows = connection.createStatement().executeQuery(select)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** As if whoever has the turn had not been heard of for too long. */
    void leaseRunsOut() {
        sql("update contact_sync_turn set ends_at = current_timestamp");
    }

    /** Something happens when the batch of that number comes; tells how many have come. */
    AtomicInteger atBatch(int number, Runnable event) {
        AtomicInteger batches = new AtomicInteger();
        bench.sandbox().faults().when((ServiceRequest request) -> {
            if (request.path().endsWith("/$batch") && batches.incrementAndGet() == number) {
                event.run();
            }
            return false;
        }).drop();
        return batches;
    }

    /** As if all that this node knows, which had the last turn, were so much older. */
    void letPass(String name, Duration time) {
        bench.letPass(time);
        if (!name.equals("a")) {
            try (Stream<Path> runs = Files.list(other.resolve("runs"))) {
                Ageing.of(other, runs.sorted().map(run -> run.resolve("journal.jsonl")).filter(Files::exists).toList(),
                        time);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }

    /** A run that does all that can be done now; the creates of a run that was killed before it may still settle. */
    void goesOn(String name) {
        Result result = on(name).json();
        assertThat(result.exit()).as(result.out() + result.err()).isIn(0, 3);
        letPass(name, Customers.SETTLED);
        Result settled = on(name).json();
        assertThat(settled.exit()).as(settled.out() + settled.err()).isZero();
        long writes = bench.writes();
        assertThat(on(name).json().exit()).isZero();
        assertThat(bench.writes()).as("writes of the run after that").isEqualTo(writes);
        Result verified = on(name).words(List.of("audit", "verify"));
        assertThat(verified.exit()).as(verified.out() + verified.err()).isZero();
    }

    @Override
    public void close() {
        if (Files.isDirectory(other)) {
            GrammarCheck.all(other);
        }
        sql("drop table contact_sync_turn, contact_sync_past, contact_sync_block");
        server.stop();
    }
}
