package io.contactsync.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import java.util.concurrent.Callable;

/** Tells what works before the first run. */
@Command(name = "check", mixinStandardHelpOptions = true, description = "Checks configuration, token, permissions, one reading of users and of one mailbox; writes nothing.")
final class CheckCommand implements Callable<Integer> {

    @Mixin
    private CommonOptions common;

    @Override
    public Integer call() {
        try (App app = App.start(common.configuration(), false)) {
            return new Check(app, System.out).run();
        }
    }
}
