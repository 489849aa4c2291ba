package io.contactsync.cli.screen;

import io.contactsync.run.Progress;

import java.time.Duration;
import java.util.Optional;

/**
 * When a line about a run is due where nothing can be drawn again: as soon as it does something else, or nothing any
 * more, and every 30 seconds.
 */
final class PipedPace {

    private static final Duration EVERY = Duration.ofSeconds(30);

    private String did = "";
    private Duration told = Duration.ZERO;

    /** The line that is due now. */
    Optional<String> due(Progress progress) {
        String does = progress.phase() + progress.doing() + progress.standing().isEmpty();
        boolean quiet = progress.phase() == Progress.Phase.NONE || progress.phase() == Progress.Phase.OVER;
        if (quiet || does.equals(did) && progress.running().minus(told).compareTo(EVERY) < 0) {
            return Optional.empty();
        }
        did = does;
        told = progress.running();
        return Optional.of(ProgressLines.piped(progress));
    }
}
