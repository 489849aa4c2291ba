package io.contactsync.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.core.ContactKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Contacts that Graph refuses are known in the next run, until a person is erased. */
class RefusedFileTest {

    private static final ContactKey ANN = new ContactKey("staff", "ann");
    private static final RefusedContact OF_ANN = new RefusedContact(ANN, "h1", "400 ErrorInvalidProperty", "Ann Bär",
            Instant.parse("2026-11-25T12:00:00Z"), 40);
    private static final RefusedContact OF_BEN = new RefusedContact(new ContactKey("staff", "ben|b"), "h2", "400", "",
            Instant.parse("2026-11-24T12:00:00Z"), 1);

    @TempDir
    Path data;

    @Test
    void comesBackAsItWasAndTellsNobodyInALog() {
        RefusedFile file = new RefusedFile(data);
        assertThat(file.read()).isEmpty();
        file.write(List.of(OF_ANN, OF_BEN));
        assertThat(file.read()).containsExactly(OF_ANN, OF_BEN);
        assertThat(OF_ANN).hasToString("RefusedContact[" + ANN.shown().text() + ", 400 ErrorInvalidProperty]");
    }

    @Test
    void whoIsErasedIsForgottenAndNobodyElse() throws IOException {
        RefusedFile file = new RefusedFile(data);
        file.write(List.of(OF_ANN, OF_BEN));
        Path path = data.resolve("state/refused");
        Object written = Files.readAttributes(path, BasicFileAttributes.class).fileKey();
        file.erase(new ContactKey("staff", "zoe"));
        assertThat(Files.readAttributes(path, BasicFileAttributes.class).fileKey()).as("nothing was written")
                .isEqualTo(written);
        file.erase(ANN);
        assertThat(file.read()).containsExactly(OF_BEN);
    }
}
