package io.contactsync.sandbox.store;

import io.contactsync.sandbox.protocol.JsonBytes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;

/** Writes change keys of one mailbox: 40 characters made of a number that grows with every change in the mailbox. */
public final class ChangeKeys {
    private final byte[] prefix;

    ChangeKeys(UUID mailbox) {
        byte[] bytes = ByteBuffer.allocate(24).put(new byte[] {17, 0, 0, 0, 22, 0, 0, 0})
                .putLong(mailbox.getMostSignificantBits()).putLong(mailbox.getLeastSignificantBits()).array();
        prefix = Base64.getUrlEncoder().encodeToString(bytes).getBytes(StandardCharsets.US_ASCII);
    }

    void write(JsonBytes out, int change) {
        out.raw(prefix);
        ItemIds.group(out, change >>> 24);
        ItemIds.group(out, change);
    }

    public String etag(int change) {
        JsonBytes out = new JsonBytes(48).ascii("W/\"");
        write(out, change);
        return out.raw((byte) '"').toString();
    }
}
