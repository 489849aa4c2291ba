package io.contactsync.cli.probe;

import io.contactsync.cli.app.App;
import io.contactsync.cli.configuration.Configuration;
import io.contactsync.cli.sandbox.SandboxAccess;
import io.contactsync.probe.GraphDoor;
import io.contactsync.probe.Probe;
import io.contactsync.probe.ProbeReport;
import io.contactsync.probe.ProbeSettings;
import io.contactsync.probe.Watch;
import io.contactsync.sandbox.Sandbox;
import io.contactsync.sandbox.SandboxOptions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** A sandbox and the probe's way to it, for many probes of one mailbox. */
final class ProbeBench implements AutoCloseable {

    /** A few tries, and no patience with lists that do not lag. */
    static final ProbeSettings QUICK = new ProbeSettings(2, Duration.ZERO, Duration.ZERO, Duration.ZERO, "", Set.of());

    /** One try each. */
    static final ProbeSettings BRIEF = new ProbeSettings(1, Duration.ZERO, Duration.ZERO, Duration.ZERO, "", Set.of());

    private final Sandbox sandbox;
    private final App app;
    private final ProbeGraph graph;
    private final List<String> mailboxes;
    private int run;

    /** Pauses take no time. */
    static final class Impatient implements Watch {
        private long passed;

        @Override
        public long millis() {
            return passed;
        }

        @Override
        public void pause(Duration time) {
            passed += time.toMillis();
        }
    }

    ProbeBench(SandboxOptions options) {
        sandbox = Sandbox.start(options);
        app = App.start(Configuration.read(Path.of("config", "application.properties"), Path.of("routes"), Map.of(),
                new SandboxAccess(sandbox.address()).synchronisation()), false);
        graph = new ProbeGraph(app.graph());
        mailboxes =
                sandbox.tenant().mailboxes().stream().filter(id -> !sandbox.tenant().snapshot(id).isEmpty()).toList();
    }

    Sandbox sandbox() {
        return sandbox;
    }

    /** Mailboxes with contacts of their owners' own. */
    List<String> mailboxes() {
        return mailboxes;
    }

    /** The mailbox of the latest probe: they take turns, since each takes 10,000 requests in ten minutes only. */
    String mailbox() {
        return mailboxes.get(run % mailboxes.size());
    }

    /** How many probes there were. */
    int probes() {
        return run;
    }

    /** Name of the latest probe's folder. */
    String name() {
        return String.format("contact-sync probe %08x", run);
    }

    /** A mailbox that the next probe does not write into. */
    String otherMailbox() {
        return mailbox();
    }

    Probe probe(ProbeSettings settings) {
        return probe(settings, new Impatient(), door -> door);
    }

    /** @param between gets the real door and gives the one that is used */
    Probe probe(ProbeSettings settings, Watch watch, UnaryOperator<GraphDoor> between) {
        return new Probe(between.apply(graph), mailboxes.get(++run % mailboxes.size()), String.format("%08x", run),
                watch, settings, sentence -> {});
    }

    ProbeReport ask(ProbeSettings settings) {
        return probe(settings).ask();
    }

    /** Another probe of the same mailbox as the latest. */
    Probe again() {
        return new Probe(graph, mailbox(), "ffffffff", new Impatient(), BRIEF, sentence -> { });
    }

    /** All that can be seen of the mailbox: contacts as bytes, folders, categories. */
    Map<String, String> everything(String mailbox) {
        Map<String, String> all = new TreeMap<>();
        sandbox.tenant().snapshot(mailbox)
                .forEach((id, bytes) -> all.put(id, new String(bytes, StandardCharsets.ISO_8859_1)));
        synchronized (sandbox.tenant()) {
            sandbox.tenant().mailbox(mailbox).folders().all()
                    .forEach(folder -> all.put("folder " + folder.id(), folder.name()));
            sandbox.tenant().mailbox(mailbox).categories().all()
                    .forEach(category -> all.put("category " + category.get("id"), category.toString()));
        }
        return all;
    }

    @Override
    public void close() {
        graph.close();
        app.close();
        sandbox.close();
    }
}
