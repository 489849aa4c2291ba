package io.contactsync.notify;

import io.contactsync.core.Names;
import io.contactsync.journal.DamagedStateException;
import io.contactsync.journal.DataPlaces;
import io.contactsync.journal.JournalException;
import io.contactsync.journal.NoticesFile;
import io.contactsync.microsoftgraph.GraphException;
import io.contactsync.microsoftgraph.MicrosoftGraphComponent;
import io.contactsync.problem.Problem;
import io.contactsync.run.Holds;
import io.contactsync.run.LastRun;
import io.contactsync.run.OpenHold;
import io.contactsync.run.RunReport;
import io.contactsync.run.RunSettings;
import io.contactsync.run.Runs;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Knows what is to be told, to whom, and what was told already: the bean behind {@code tell-people}. */
public final class Notices {

    private static final Logger LOG = LoggerFactory.getLogger(Notices.class);
    /** Who is told only where the key says how. */
    private static final String WEBHOOK = "webhook";
    private static final String MAIL = "mail";

    private final List<String> channels;
    private final RunSettings settings;
    private final Runs runs;
    private final MicrosoftGraphComponent graph;
    private final NoticesFile file;
    private final Set<Telling> underWay = ConcurrentHashMap.newKeySet();
    private Map<String, Set<String>> unwritten;
    /** Whether that was written which other machines are to know, too. */
    private volatile boolean remembered;

    /**
     * Wired from the configuration.
     *
     * @param channels names of routes {@code notify-<name>}, comma-separated
     * @param webhook where it is; empty for none, then that channel is silent
     * @param mailTo to whom letters go; empty for nobody, then that channel is silent
     */
    public Notices(String channels, String webhook, String mailTo, RunSettings settings, Runs runs,
            MicrosoftGraphComponent graph) {
        this.channels = Names.list(channels).stream()
                .filter(name -> !name.equals(WEBHOOK) || !webhook.isEmpty())
                .filter(name -> !name.equals(MAIL) || !mailTo.isEmpty()).toList();
        this.channels.stream().filter(name -> !Names.isKebab(name)).findFirst().ifPresent(name -> {
            throw new IllegalArgumentException(
                    "notify.channels must hold kebab-case names (a-z, 0-9, -) - was '" + name + "'");
        });
        this.settings = settings;
        this.runs = runs;
        this.graph = graph;
        this.file = new NoticesFile(new DataPlaces(settings.data()).notices());
    }

    /** Names of the routes {@code notify-<name>} that are called. */
    public List<String> channels() {
        return channels;
    }

    /** What is to be told after a run; never anything of a plan. */
    public List<Telling> due(RunReport report) {
        if (channels.isEmpty()) {
            return List.of();
        }
        forgetEnded(report);
        return report.isPlan() ? List.of() : due(Occasions.of(report, ended(report), certificateEnds()));
    }

    /** Where it is not known what waits, nothing is forgotten. */
    private synchronized void forgetEnded(RunReport report) {
        try {
            Set<String> waiting = new HashSet<>(report.holds().stream().map(OpenHold::id).toList());
            new Holds(settings.data()).all().forEach(hold -> waiting.add(hold.id()));
            Map<String, Set<String>> told = known();
            Map<String, Set<String>> still = Occasions.still(told, waiting);
            if (!still.equals(told)) {
                remember(still);
            }
        } catch (DamagedStateException damaged) {
            LOG.debug("what waits is not known", damaged);
        }
    }

    private LastRun ended(RunReport report) {
        return new LastRun(report.began().plus(report.took()), report.exit(), runs.ended().reason());
    }

    /** What is to be told of a run that could not begin. */
    public List<Telling> due(LastRun missed) {
        return channels.isEmpty() ? List.of() : due(Occasions.missed(settings.instance(), missed, certificateEnds()));
    }

    private synchronized List<Telling> due(Occasions occasions) {
        underWay.clear();
        Map<String, Set<String>> known = known();
        channels.forEach(channel -> underWay.addAll(occasions.on(channel, known.getOrDefault(channel, Set.of()))));
        return List.copyOf(underWay);
    }

    /** A notice went out: it is not told again. */
    public synchronized void told(Telling telling) {
        underWay.remove(telling);
        Map<String, Set<String>> all = new TreeMap<>(known());
        Set<String> ids = all.computeIfAbsent(telling.channel(), nothing -> new LinkedHashSet<>());
        if (telling.notice().what().equals(Notice.RECOVERY)) {
            ids.removeIf(id -> id.startsWith(Occasions.FAILED_SINCE));
        }
        if (telling.notice().what().equals(Notice.CERTIFICATE)) {
            ids.removeIf(id -> id.startsWith(Occasions.CERTIFICATE));
        }
        ids.addAll(telling.ids());
        remember(all);
    }

    /** What cannot be written is known as long as the process lives. */
    private void remember(Map<String, Set<String>> all) {
        try {
            file.write(all);
            unwritten = null;
            remembered = true;
        } catch (JournalException unwritable) {
            LOG.warn("{}", Problem.of(unwritable).safe());
            unwritten = all;
        }
    }

    /** A notice did not go out: the next run tries again. */
    public void failed(Telling telling, Exception cause) {
        if (underWay.remove(telling)) {
            LOG.warn("the notice of a {} did not go out by notify-{}, the next run tries again: {}",
                    telling.notice().what(), telling.channel(), Problem.of(cause).safe());
        }
    }

    /** The time is over: what is still under way is told again by the next run. */
    public void over() {
        underWay.forEach(late -> LOG.warn(
                "the notice of a {} did not go out by notify-{} in time, the next run tries again",
                late.notice().what(), late.channel()));
        underWay.clear();
        if (remembered) {
            remembered = false;
            runs.share();
        }
    }

    /** Nothing could be told at all. */
    public void broken(Exception cause) {
        LOG.warn("nobody could be told of this run, the next one tries again: {}", Problem.of(cause).safe());
    }

    /** Read each time: another process may have told somebody. */
    private Map<String, Set<String>> known() {
        if (unwritten != null) {
            return unwritten;
        }
        try {
            return file.read();
        } catch (DamagedStateException damaged) {
            LOG.warn("{}", damaged.getMessage());
            return Map.of();
        }
    }

    /** Null too if it cannot be read: that is what the run itself failed of. */
    private Instant certificateEnds() {
        try {
            X509Certificate certificate = graph.certificate();
            return certificate == null ? null : certificate.getNotAfter().toInstant();
        } catch (GraphException unreadable) {
            return null;
        }
    }
}
