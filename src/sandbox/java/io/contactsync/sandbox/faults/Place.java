package io.contactsync.sandbox.faults;

/** Where a request arrives: at Graph alone or inside a batch, as a whole batch, or at the token endpoint. */
enum Place {
    ALONE, INSIDE, BATCH, TOKEN;

    String key() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
