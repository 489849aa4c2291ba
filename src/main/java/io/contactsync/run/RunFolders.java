package io.contactsync.run;

import io.contactsync.journal.JournalException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The folders of all runs, by their ids. */
public final class RunFolders {

    private static final int NAMED = 5;

    private final Path runs;

    /** @param runs the folder of the runs' folders, which need not be there */
    public RunFolders(Path runs) {
        this.runs = runs;
    }

    /**
     * Ids of all runs, the newest first.
     *
     * @throws JournalException if the folder cannot be read
     */
    public List<String> ids() {
        if (!Files.isDirectory(runs)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(runs)) {
            return folders.filter(Files::isDirectory).map(folder -> folder.getFileName().toString())
                    .sorted(Comparator.reverseOrder()).toList();
        } catch (IOException unreadable) {
            throw new JournalException("the folder '" + runs + "' cannot be read: " + unreadable.getClass()
                    .getSimpleName());
        }
    }

    /** Where a run of that id lies. */
    public Path folder(String id) {
        return runs.resolve(id);
    }

    /**
     * The {@linkplain RunFolder#head heads} of the latest runs that have a report, the newest first; what cannot be
     * read is passed over.
     */
    public List<RunReport> latest(int number) {
        return latest(ids(), number, report -> true);
    }

    /** The heads of the latest runs that are no plans, the newest first. */
    public List<RunReport> runs(int number) {
        return latest(ids(), number, report -> !report.isPlan());
    }

    /** The heads of the latest runs before that one, plans aside, the newest first. */
    public List<RunReport> before(String run, int number) {
        List<String> earlier = ids().stream().filter(id -> id.compareTo(run) < 0).toList();
        return latest(earlier, number, report -> !report.isPlan());
    }

    /** The heads of the latest plans, the newest first. */
    public List<RunReport> plans(int number) {
        return latest(ids(), number, RunReport::isPlan);
    }

    private List<RunReport> latest(List<String> ids, int number, Predicate<RunReport> wanted) {
        List<RunReport> found = new ArrayList<>();
        for (String id : ids) {
            if (found.size() == number) {
                break;
            }
            add(found, id, wanted);
        }
        return found;
    }

    private void add(List<RunReport> found, String id, Predicate<RunReport> wanted) {
        try {
            RunReport head = RunFolder.isReported(folder(id)) ? RunFolder.head(folder(id)) : null;
            if (head != null && wanted.test(head)) {
                found.add(head);
            }
        } catch (UnreadableRunException damaged) {
            // whoever asks for that very run is told
        }
    }

    /**
     * The folder of the run of that id.
     *
     * @param id the whole id, or its beginning if no other run begins so; {@code latest} is the newest with a report
     * @throws UnreadableRunException if there is none, or more than one
     */
    public Path find(String id) {
        List<String> all = ids();
        if (id.equals("latest")) {
            return folder(all.stream().filter(each -> RunFolder.isReported(folder(each))).findFirst()
                    .orElseThrow(() -> none(id, all)));
        }
        if (all.contains(id)) {
            return folder(id);
        }
        List<String> matching = id.isEmpty() ? List.of() : all.stream().filter(each -> each.startsWith(id)).toList();
        if (matching.isEmpty()) {
            throw none(id, all);
        }
        if (matching.size() > 1) {
            throw new UnreadableRunException("'" + id + "' begins the ids of " + matching.size() + " runs ("
                    + named(matching) + "): name one of them");
        }
        return folder(matching.get(0));
    }

    private UnreadableRunException none(String id, List<String> all) {
        return new UnreadableRunException("there is no run or plan '" + id + "' in '" + runs + "'; "
                + (all.isEmpty() ? "there is none at all: try 'contact-sync plan'"
                : "the latest are " + named(all)));
    }

    private static String named(List<String> ids) {
        return String.join(", ", ids.subList(0, Math.min(NAMED, ids.size()))) + (ids.size() > NAMED ? " …" : "");
    }
}
