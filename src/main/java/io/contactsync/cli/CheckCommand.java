package io.contactsync.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import java.time.Instant;
import java.util.concurrent.Callable;

/** Tells what works before the first run. */
@Command(name = "check", mixinStandardHelpOptions = true, description = {"Tries everything that the next run will use; writes into no mailbox.",
            "Schedule, data folder, credential, permissions, every source, excluded group and central mailbox, the targets, and one mailbox.",
            "Ends with 1 if a line says FAIL."})
final class CheckCommand implements Callable<Integer> {

    @Mixin
    private CommonOptions common;

    @Override
    public Integer call() {
        Configuration configuration = common.configuration();
        Instant now = Instant.now();
        try (App app = App.start(configuration, false, now)) {
            return new Check(app, configuration, now, System.out).run();
        }
    }
}
