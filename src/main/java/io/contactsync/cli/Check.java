package io.contactsync.cli;

import io.contactsync.run.ExitCode;
import io.contactsync.run.RunReport;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The checks of {@code check}: everything that the next run will use is tried once. */
final class Check {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("EEE yyyy-MM-dd HH:mm xxx", Locale.ROOT);
    private static final int RUNS = 3;

    private final App app;
    private final Configuration configuration;
    private final Instant now;
    private final CheckLines lines;

    /** @param now what certificate and schedule are seen from */
    Check(App app, Configuration configuration, Instant now, PrintStream out) {
        this.app = app;
        this.configuration = configuration;
        this.now = now;
        this.lines = new CheckLines(out);
    }

    /** Carries them out and gives the exit code. */
    int run() {
        lines.line("configuration", () -> "fine, " + app.context().getRoutesSize() + " routes");
        IdleSettings.of(configuration).forEach(sentence -> lines.warn("configuration", sentence));
        lines.line("schedule", this::schedule);
        lines.line("data folder", this::dataFolder);
        lines.line("management", this::port);
        lines.line("telling people", () -> Addressees.reach(configuration));
        lines.line("credential", this::credential);
        lines.line("token", () -> app.graph().tokenRoles().size() + " permissions in it");
        permissions();
        new CheckReadings(app, configuration, lines).all();
        return lines.isGood() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private String schedule() {
        return "serve would run at " + Schedule.of(configuration, now).next(now, RUNS).stream().map(TIME::format).collect(Collectors.joining(", "))
                + " (" + configuration.get("schedule.time-zone") + ")";
    }

    /** Writes into the folder if it is there, or asks whether it could be made; leaves nothing. */
    private String dataFolder() throws IOException {
        Path folder = Path.of(configuration.get("sync.data")).toAbsolutePath();
        Path existing = folder;
        while (existing != null && !Files.exists(existing)) {
            existing = existing.getParent();
        }
        if (existing == null || !Files.isDirectory(existing) || !Files.isWritable(existing)) {
            throw new ConfigurationException("sync.data must be a folder that may be written to - was '" + folder + "'");
        }
        if (existing.equals(folder)) {
            Files.delete(Files.createTempFile(folder, "check", ".tmp"));
        }
        long free = Files.getFileStore(existing).getUsableSpace() / (1024 * 1024);
        return folder + (existing.equals(folder) ? "" : ", which the first run makes") + ", " + free + " MB free";
    }

    private String port() {
        String host = configuration.get("management.host");
        int port = configuration.number("management.port", 1, 65535);
        try {
            ManagementPort.require(host, port);
        } catch (ConfigurationException taken) {
            throw new ConfigurationException(taken.getMessage() + "; if it is 'serve' that is running already, all is well");
        }
        return host + ":" + port + " is free for serve";
    }

    private String credential() {
        return app.certificate().map(certificate -> "certificate until " + certificate.lastDay() + ", " + certificate.daysLeft(now) + " days left")
                .orElse("client secret; when it ends only Entra shows, under Certificates & secrets");
    }

    private void permissions() {
        Rights rights = Rights.of(configuration);
        lines.line("permissions", () -> {
            Set<String> roles = app.graph().tokenRoles();
            if (!rights.missing(roles).isEmpty()) {
                throw new IllegalStateException("missing in the token: " + String.join(", ", rights.missing(roles))
                        + " - grant them in Entra and consent as an administrator");
            }
            rights.notes(roles).forEach(note -> lines.warn("permissions", note));
            for (String role : rights.excessive(roles)) {
                lines.warn("permissions", role + " is more than needed: take it away from the application in Entra");
            }
            return "nothing is missing";
        });
    }
}
