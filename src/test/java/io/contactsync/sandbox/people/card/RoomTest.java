package io.contactsync.sandbox.people.card;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RoomTest {

    private static final long MEMORY = Runtime.getRuntime().maxMemory();

    @Test
    void whatFitsIsAllowed() {
        assertThatCode(() -> Room.require("few", 100, 100, 100)).doesNotThrowAnyException();
        assertThatCode(() -> Room.requireFile(Path.of("people.csv"), 1 << 20)).doesNotThrowAnyException();
    }

    @Test
    void everyKindOfPersonTakesRoom() {
        assertThatThrownBy(() -> Room.require("employees", MEMORY / 5000, 0, 0))
                .hasMessageStartingWith("employees takes about").hasMessageContaining("-Xmx");
        assertThatThrownBy(() -> Room.require("central", 0, MEMORY / 1000, 0))
                .hasMessageContaining("Java may use " + (MEMORY >> 20) + " MB");
        assertThatThrownBy(() -> Room.require("own", 0, 0, MEMORY / 60)).hasMessageStartingWith("own takes about");
    }

    @Test
    void aFileTakesMoreThanItsBytes() {
        assertThatThrownBy(() -> Room.requireFile(Path.of("people.csv"), MEMORY / 5))
                .hasMessageStartingWith("people.csv, of " + (MEMORY / 5 >> 20) + " MB, takes about");
    }
}
