package io.contactsync.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.core.ContactKey;
import io.contactsync.core.SourceState;
import io.contactsync.journal.RefusedContact;
import io.contactsync.journal.RefusedFile;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A contact that Graph refuses is remembered with a name, as long as it may be written again. */
class RunRefusalsTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    @TempDir
    Path data;

    @ParameterizedTest
    @EnumSource(SourceState.class)
    void whomASourceDoesNotNameIsForgottenOnceThatIsCertain(SourceState state) {
        RefusedFile file = new RefusedFile(data);
        file.write(List.of(new RefusedContact(new ContactKey("acme", "K-1"), "h", "400", "Ann", NOON, 3)));
        RunRefusals run = RunRefusals.read(file);
        run.begin(Map.of(), 3);
        run.close(Map.of("acme", state), NOON);
        boolean certain = state == SourceState.COMPLETE || state == SourceState.RETIRED;
        assertThat(file.read()).hasSize(certain ? 0 : 1);
    }
}
