package io.contactsync.cluster;

import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Holds a turn again and again, over a connection of its own, so that others see that this node lives. */
final class Heart implements AutoCloseable {

    /** So many times in the time after which others take it for dead. */
    private static final int BEATS = 4;

    private final Session session;
    private final TurnTable turns;
    private final Lease lease;
    private final ScheduledExecutorService executor;

    private Heart(Session session, TurnTable turns, Lease lease) {
        this.session = session;
        this.turns = turns;
        this.lease = lease;
        this.executor = Executors.newSingleThreadScheduledExecutor(run -> {
            Thread thread = new Thread(run, "contact-sync-turn");
            thread.setDaemon(true);
            return thread;
        });
    }

    static Heart beat(Connector connector, TurnTable turns, Lease lease) {
        Heart heart = new Heart(new Session(connector), turns, lease);
        long millis = TimeUnit.SECONDS.toMillis(turns.seconds()) / BEATS;
        heart.executor.scheduleWithFixedDelay(heart::beat, millis, millis, TimeUnit.MILLISECONDS);
        return heart;
    }

    /** Where the database is away, the turn ends by itself, here as there. */
    private synchronized void beat() {
        long from = lease.now();
        try {
            if (session.transaction(connection -> turns.renew(connection, lease.token()))) {
                lease.held(from);
            } else {
                lease.lose();
            }
        } catch (SQLException | IOException away) {
            session.close();
        }
    }

    @Override
    public void close() {
        executor.shutdown();
        synchronized (this) {
            session.close();
        }
    }
}
