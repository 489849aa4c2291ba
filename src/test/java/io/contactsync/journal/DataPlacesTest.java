package io.contactsync.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where things lie is what an upgrade, a backup and a guide rely on. */
class DataPlacesTest {

    @TempDir
    Path data;

    @Test
    void namesStayWhatTheyAre() {
        DataPlaces places = new DataPlaces(data);
        assertThat(Stream.of(places.runs(), places.audit(), places.aside(), places.chain(), places.began(),
                places.sources(), places.readings(), places.contents(), places.mailboxes(), places.images(),
                places.holds(), places.configuration(), places.targets(), places.quarantine(), places.refused(),
                places.notices(), places.neighbours(), places.users(), places.deltas(),
                places.desired())
                .map(place -> data.relativize(place).toString()))
                .containsExactly("runs", "audit", "set-aside", "state/chain", "state/began", "state/sources",
                        "state/readings", "state/contents", "state/mailboxes", "state/images", "state/holds",
                        "state/configuration", "state/targets", "state/quarantine", "state/refused",
                        "state/notices", "state/neighbours", "state/users", "state/deltas", "state/desired");
    }

    @Test
    void aJournalIsARunsOrOneOfWhatWasDoneByHand() throws Exception {
        DataPlaces places = new DataPlaces(data);
        Path run = Files.createDirectories(places.runs().resolve("1"));
        Path hand = Files.createDirectories(places.audit().resolve("2"));
        assertThat(places.journal("1")).isEqualTo(run);
        assertThat(places.journal("2")).isEqualTo(hand);
        assertThat(places.journal("3")).isNull();
    }
}
