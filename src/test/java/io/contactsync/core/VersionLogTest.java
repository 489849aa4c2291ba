package io.contactsync.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/** Versions in the order in which they are learned. */
class VersionLogTest {

    private static Map<Long, Long> applied(VersionLog log, Map<Long, Long> before) {
        Map<Long, Long> versions = new HashMap<>(before);
        log.applyTo(versions);
        return versions;
    }

    @Test
    void theLastOfAKeyCountsAndZeroForgetsIt() {
        VersionLog log = new VersionLog();
        assertThat(log.isEmpty()).isTrue();
        log.put(1, 10);
        log.put(2, 0);
        log.put(1, 11);
        log.put(3, 30);
        log.put(3, 0);
        assertThat(log.isEmpty()).isFalse();
        assertThat(applied(log, Map.of(2L, 20L, 4L, 40L))).isEqualTo(Map.of(1L, 11L, 4L, 40L));
    }

    @Test
    void whatIsAddedIsLater() {
        VersionLog first = new VersionLog();
        first.put(1, 0);
        first.put(2, 0);
        VersionLog later = new VersionLog();
        later.put(2, 21);
        first.add(later);
        assertThat(applied(first, Map.of(1L, 10L, 2L, 20L))).isEqualTo(Map.of(2L, 21L));
    }

    @Test
    void doesWhatAMapDoesHoweverManyThereAre() {
        long seed = System.nanoTime();
        System.out.println("VersionLogTest seed=" + seed);
        Random random = new Random(seed);
        VersionLog log = new VersionLog();
        Map<Long, Long> map = new HashMap<>();
        for (int number = 0; number < 5_000; number++) {
            long key = random.nextInt(1_000);
            long version = random.nextInt(3) == 0 ? 0 : random.nextLong();
            log.put(key, version);
            map.put(key, version);
        }
        map.values().removeIf(version -> version == 0);
        assertThat(applied(log, Map.of())).isEqualTo(map);
    }
}
