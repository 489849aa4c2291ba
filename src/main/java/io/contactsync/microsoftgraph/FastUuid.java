package io.contactsync.microsoftgraph;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Random UUIDs (version 4) that name a call and guard nothing: no shared, slow SecureRandom. */
final class FastUuid {

    private FastUuid() {
    }

    static String next() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        long high = random.nextLong() & ~0xF000L | 0x4000L;
        long low = random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
        return new UUID(high, low).toString();
    }
}
