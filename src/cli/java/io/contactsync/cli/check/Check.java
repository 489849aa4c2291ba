package io.contactsync.cli.check;

import io.contactsync.cli.access.Login;
import io.contactsync.cli.app.App;
import io.contactsync.cli.app.BrokerTrial;
import io.contactsync.cli.app.NamedRoutes;
import io.contactsync.cli.check.CheckLine.State;
import io.contactsync.cli.configuration.Addressees;
import io.contactsync.cli.configuration.Configuration;
import io.contactsync.cli.configuration.ConfigurationException;
import io.contactsync.cli.configuration.ConfigurationValues;
import io.contactsync.cli.configuration.IdleSettings;
import io.contactsync.cli.configuration.Schedule;
import io.contactsync.cli.configuration.SharedFolder;
import io.contactsync.cli.status.NodesLine;
import io.contactsync.cli.words.Amounts;
import io.contactsync.run.ExitCode;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The checks of {@code check}: everything that the next run will use is tried once, whatever became of what was tried
 * before.
 */
final class Check {

    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9-]*(\\.[a-z0-9-]+)+");
    private static final int RUNS = 3;
    private static final String CONFIGURATION = "configuration";

    private final Configuration configuration;
    private final Instant now;
    private final CheckScreen screen;
    private final CheckLines lines;

    /** @param now what certificate and schedule are seen from */
    Check(Configuration configuration, Instant now, CheckScreen screen) {
        this.configuration = configuration;
        this.now = now;
        this.screen = screen;
        this.lines = new CheckLines(screen::show);
    }

    /** Carries them out and gives the exit code. */
    int run() {
        try (App app = configuration()) {
            lines.line("schedule", this::schedule);
            lines.line("data folder", () -> new DataFolderCheck(configuration, now).told());
            if (!configuration.get("cluster.database").isEmpty()) {
                lines.line("database", () -> NodesLine.told(SharedFolder.nodes(configuration)));
            }
            if (!configuration.get("workers.broker").isEmpty()) {
                lines.line("broker", () -> BrokerTrial.told(configuration));
            }
            lines.line("management", this::port);
            lines.line("telling people", () -> Addressees.reach(configuration));
            if (app == null) {
                List.of("login", "rights", "source", "targets", "mailbox")
                        .forEach(what -> lines.untried(what, "", "the configuration failed"));
            } else {
                boolean loggedIn = new CheckLogin(app, configuration, now, lines).tryIt();
                new CheckReadings(app, configuration, lines, loggedIn).all();
            }
        }
        screen.end(lines);
        return lines.count(State.FAILED) == 0 ? ExitCode.DONE
                : lines.isFailed(CONFIGURATION) ? ExitCode.USAGE : ExitCode.FAILED;
    }

    /** The routes, if they can be started with it; null if not. */
    private App configuration() {
        List<String> mistakes = new ArrayList<>(configuration.mistakes());
        Login.unset(configuration).forEach(sentence -> add(mistakes, sentence));
        ConfigurationValues.mistakes(configuration, now).forEach(sentence -> add(mistakes, sentence));
        App app = start(mistakes);
        mistakes.forEach(mistake -> lines.fail(CONFIGURATION, "", mistake));
        if (mistakes.isEmpty()) {
            lines.line(CONFIGURATION, () -> "fine, " + Amounts.of(configuration.keys().size(), "key") + ", "
                    + app.context().getRoutesSize() + " routes");
        }
        IdleSettings.of(configuration).forEach(sentence -> lines.warn(CONFIGURATION, "", sentence));
        configuration.warnings().forEach(sentence -> lines.warn(CONFIGURATION, "",
                sentence.replaceFirst("^warning: ", "")));
        return app;
    }

    private App start(List<String> mistakes) {
        try {
            App app = App.open(configuration, configuration.routes().all());
            new NamedRoutes(app).mistakes().forEach(sentence -> add(mistakes, sentence));
            return app;
        } catch (ConfigurationException failed) {
            if (configuration.mistakes().isEmpty()) { // else it is what comes of them
                add(mistakes, failed.getMessage());
            }
            return null;
        }
    }

    /** What is wrong with a key is said once: the first sentence is the one that knows it best. */
    private static void add(List<String> mistakes, String sentence) {
        String key = key(sentence);
        if (key.isEmpty() || mistakes.stream().noneMatch(known -> key(known).equals(key))) {
            mistakes.add(sentence);
        }
    }

    private static String key(String sentence) {
        String first = sentence.replaceFirst("^neither ", "").replaceFirst("[ :].*", "");
        return KEY.matcher(first).matches() ? first : "";
    }

    private String schedule() {
        return "serve would run at " + Schedule.of(configuration, now).next(now, RUNS).stream()
                .map(time -> Schedule.times(configuration).day(time.toInstant()))
                .collect(Collectors.joining(", "))
                + " (" + configuration.get("schedule.time-zone") + ")";
    }

    private String port() {
        return ServedPort.told(configuration.get("management.host"),
                configuration.number("management.port", 1, 65535));
    }
}
