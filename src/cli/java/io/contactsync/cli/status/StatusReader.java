package io.contactsync.cli.status;

import io.contactsync.cli.access.Login;
import io.contactsync.cli.app.App;
import io.contactsync.cli.configuration.Configuration;
import io.contactsync.cli.configuration.ConfigurationException;
import io.contactsync.cli.configuration.Schedule;
import io.contactsync.cli.words.CauseRows;
import io.contactsync.core.KnownTarget;
import io.contactsync.core.MailboxResult;
import io.contactsync.journal.JournalArchive;
import io.contactsync.journal.JournalException;
import io.contactsync.journal.DataPlaces;
import io.contactsync.journal.RunLock;
import io.contactsync.journal.TargetMemory;
import io.contactsync.journal.WorkerPart;
import io.contactsync.problem.Sentences;
import io.contactsync.run.Holds;
import io.contactsync.run.Neighbours;
import io.contactsync.run.RunFolder;
import io.contactsync.run.RunFolders;
import io.contactsync.run.RunReport;
import io.contactsync.run.UnreadableRunException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Reads how this installation is from its files: no login, no network, nothing is made. */
final class StatusReader {

    private static final int RUNS = 5;

    private final Configuration configuration;
    private final Path data;
    private final Instant now;

    StatusReader(Configuration configuration, Instant now) {
        this.configuration = configuration;
        this.data = Path.of(configuration.get("sync.data")).toAbsolutePath();
        this.now = now;
    }

    /** @throws ConfigurationException if something of it cannot be read */
    Status read() {
        RunFolders folders = new RunFolders(new DataPlaces(data).runs());
        List<Status.Past> runs = folders.ids().stream().limit(RUNS)
                .map(id -> past(id, folders.folder(id))).toList();
        Optional<RunReport> last = folders.latest(1).stream().findFirst();
        Status.SignedInWith with = credential();
        Holds holds = new Holds(data);
        Trouble trouble = Trouble.read(data, now);
        return new Status(configuration.get("sync.instance"), data, RunLock.isTaken(data), runs, next(),
                holds.told(), holds.damage().orElse(null), unsound(), left(),
                last.map(run -> rows(run, folders, MailboxResult.Status.FAILED)).orElse(List.of()),
                last.map(run -> rows(run, folders, MailboxResult.Status.WAITS)).orElse(List.of()),
                last.map(run -> OwnersDoings.of(folders.folder(run.id()))).orElse(OwnersDoings.NONE), trouble, now,
                trouble.resting().isEmpty() && trouble.asked().isEmpty() ? UnaryOperator.identity()
                : called(last, folders), with.told(),
                with.warning(), DataFolderSize.of(data), new Neighbours(data).known(), free(),
                NodesLine.read(configuration));
    }

    private static Status.Past past(String id, Path folder) {
        Optional<RunReport> report = report(folder);
        return new Status.Past(id, report, report.isPresent() ? "" : WorkerPart.sentence(folder));
    }

    private static Optional<RunReport> report(Path folder) {
        try {
            return RunFolder.isReported(folder) ? Optional.of(RunFolder.head(folder)) : Optional.empty();
        } catch (UnreadableRunException damaged) {
            return Optional.empty();
        }
    }

    /** By what people call the mailboxes, where the report tells. */
    private static List<CauseRows.Row> rows(RunReport last, RunFolders folders, MailboxResult.Status wanted) {
        return List.copyOf(CauseRows.of(withMailboxes(last, folders.folder(last.id())), wanted::equals));
    }

    private static UnaryOperator<String> called(Optional<RunReport> last, RunFolders folders) {
        try {
            return last.isEmpty() ? UnaryOperator.identity()
                    : RunFolder.withoutChanges(folders.folder(last.get().id()))::called;
        } catch (UnreadableRunException damaged) {
            return UnaryOperator.identity();
        }
    }

    private static RunReport withMailboxes(RunReport head, Path folder) {
        try {
            return head.totals().lacking() == 0 ? head : RunFolder.withoutChanges(folder);
        } catch (UnreadableRunException damaged) {
            return head;
        }
    }

    private int left() {
        return (int) new TargetMemory(data).read().values().stream().filter(KnownTarget::isLeft).count();
    }

    /** What a run would stop at before it begins; null if all is sound. */
    private String unsound() {
        if (Files.notExists(data)) {
            return null; // nothing is there that could be damaged
        }
        try {
            new JournalArchive(data).requireSound(now, Duration.ofMinutes(configuration.number("sync.settle-minutes", 1,
                    Integer.MAX_VALUE)));
            return null;
        } catch (JournalException damaged) {
            return damaged.getMessage();
        }
    }

    private ZonedDateTime next() {
        try {
            return Schedule.of(configuration, now).next(now, 1).get(0);
        } catch (ConfigurationException wrong) {
            return null;
        }
    }

    /** The component knows how to read certificates; nothing is asked of anybody. */
    private Status.SignedInWith credential() {
        if (!Login.unset(configuration).isEmpty()) {
            return new Status.SignedInWith(Status.NOT_YET + "contact-sync init", null);
        }
        if (Login.isManaged(configuration) || Login.isFederated(configuration)) {
            return new Status.SignedInWith(Login.endless(configuration), null);
        }
        if (Login.isBySecret(configuration)) {
            return Status.SignedInWith.of(Optional.empty(), now);
        }
        try (App app = App.ofTenant(configuration)) {
            return Status.SignedInWith.of(app.certificate(), now);
        } catch (RuntimeException unreadable) {
            return new Status.SignedInWith("certificate that cannot be read",
                    Sentences.of(unreadable));
        }
    }

    private long free() {
        try {
            return Files.getFileStore(DataFolderSize.existing(data)).getUsableSpace();
        } catch (IOException unknown) {
            return 0;
        }
    }
}
