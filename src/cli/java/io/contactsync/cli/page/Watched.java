package io.contactsync.cli.page;

import io.contactsync.run.LastRun;
import io.contactsync.run.OpenHold;
import io.contactsync.run.Progress;
import io.contactsync.run.RunFolders;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What the page looks at, asked anew each time.
 *
 * @param tenant the name of one of several tenants; empty for the only one
 * @param progress how far the run is
 * @param last how the latest run ended; it gives null before the first
 * @param next when the next runs begin, from a moment on
 * @param certificate what is to be said of the certificate at a moment, if there is one
 * @param runs the folders of runs
 * @param holds what is held, and how people decided
 * @param zone of the times that are shown
 * @param now the time
 * @param worker what it does if it is a worker
 */
public record Watched(String tenant, Supplier<Progress> progress, Supplier<LastRun> last,
        Function<Instant, List<ZonedDateTime>> next, Function<Instant, Optional<String>> certificate, RunFolders runs,
        Supplier<List<OpenHold>> holds, ZoneId zone, Supplier<Instant> now, Supplier<WorkerNow> worker) {
}
