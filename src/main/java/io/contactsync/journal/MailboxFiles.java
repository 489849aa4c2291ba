package io.contactsync.journal;

import io.contactsync.core.KnownMailbox;
import io.contactsync.core.KnownMailbox.Rewritten;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32C;

/**
 * A small binary file a mailbox, readable by its owner only. It holds hashes, and nothing personal:
 *
 * <pre>
 *  4 bytes  magic and version, "CSM1"
 *  8        when all contacts were read last, in seconds since 1970
 *  1        whether each was read or written at its version
 *  4        number of contacts; for each 8 bytes of its key's hash, then for each 8 of its version's hash
 *  4        number of deletions by owners; for each 8 bytes of the key's hash, 1 how often
 *  4        number of differences that Exchange makes; for each 4 bytes the contact's place, 3 a hash, 1 how known
 *  4        CRC-32C of all before it
 * </pre>
 *
 * <p>It is replaced by a rename, without waiting for the disk: after a power cut its sum may be wrong, and then it is
 * not known.
 */
public final class MailboxFiles implements MailboxMemory {

    private static final int MAGIC = 0x43534d31;
    private static final int LARGEST = 64 << 20;
    private static final String NEW = ".new";

    private final Path folder;
    private FileAttribute<?>[] ownerOnly;

    /** The files of a data folder. */
    public MailboxFiles(Path data) {
        this.folder = new DataPlaces(data).mailboxes();
    }

    /** Whatever a mailbox's id is, it is the name of one file in the folder. */
    private Path file(String mailbox) {
        return folder.resolve(URLEncoder.encode(mailbox, StandardCharsets.UTF_8).replace(".", "%2E"));
    }

    @Override
    public KnownMailbox read(String mailbox) {
        Path file = file(mailbox);
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return KnownMailbox.NOTHING;
        }
        try (InputStream in = PrivateFiles.readOwn(file)) {
            return parse(in.readNBytes(LARGEST));
        } catch (IOException | BufferUnderflowException | IllegalArgumentException damaged) {
            return KnownMailbox.NOTHING;
        }
    }

    /** What {@link #packed} has made; nothing, if it is damaged. */
    public static KnownMailbox unpacked(byte[] bytes) {
        try {
            return parse(bytes);
        } catch (BufferUnderflowException | IllegalArgumentException damaged) {
            return KnownMailbox.NOTHING;
        }
    }

    /** It as the file of a mailbox holds it. */
    public static byte[] packed(KnownMailbox known) {
        return bytes(known).array();
    }

    private static KnownMailbox parse(byte[] bytes) {
        int end = Math.max(0, bytes.length - Integer.BYTES);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        if (in.getInt() != MAGIC || in.getInt(end) != sum(bytes, end)) {
            return KnownMailbox.NOTHING;
        }
        long verified = in.getLong();
        boolean proved = in.get() != 0;
        long[] keys = new long[in.getInt()];
        long[] versions = new long[keys.length];
        in.asLongBuffer().get(keys).get(versions);
        in.position(in.position() + 2 * Long.BYTES * keys.length);
        Map<Long, Integer> deletions = new HashMap<>();
        for (int left = in.getInt(); left > 0; left--) {
            deletions.put(in.getLong(), (int) in.get());
        }
        Map<Long, Rewritten> rewritten = new HashMap<>();
        for (int left = in.getInt(); left > 0; left--) {
            long key = keys[in.getInt()];
            int both = in.getInt();
            rewritten.put(key, new Rewritten(both >>> 8, both & 0xff));
        }
        return new KnownMailbox(keys, versions, verified, proved, deletions, rewritten);
    }

    private static int sum(byte[] bytes, int end) {
        CRC32C sum = new CRC32C();
        sum.update(bytes, 0, end);
        return (int) sum.getValue();
    }

    @Override
    public void write(String mailbox, KnownMailbox known) throws IOException {
        Path file = file(mailbox);
        if (known.isEmpty()) {
            Files.deleteIfExists(file);
            return;
        }
        PrivateFiles.requireFile(file);
        Path fresh = folder.resolve(file.getFileName() + NEW);
        Files.deleteIfExists(fresh);
        try (SeekableByteChannel out = Files.newByteChannel(fresh,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), rights())) {
            for (ByteBuffer bytes = bytes(known); bytes.hasRemaining();) {
                out.write(bytes);
            }
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Followed.of(file).changed(file);
    }

    private synchronized FileAttribute<?>[] rights() throws IOException {
        if (ownerOnly == null) {
            PrivateFiles.createFolder(folder);
            ownerOnly = PrivateFiles.ownerOnly(folder);
        }
        return ownerOnly;
    }

    private static ByteBuffer bytes(KnownMailbox known) {
        int size = known.size();
        ByteBuffer out = ByteBuffer.allocate(Integer.BYTES * 5 + Long.BYTES + 1 + 2 * Long.BYTES * size
                + (Long.BYTES + 1) * known.deletions().size() + Long.BYTES * known.rewritten().size());
        long[] keys = new long[size];
        Arrays.setAll(keys, known::key);
        out.putInt(MAGIC).putLong(known.verified()).put((byte) (known.isProved() ? 1 : 0)).putInt(size);
        Arrays.stream(keys).forEach(out::putLong);
        for (int place = 0; place < size; place++) {
            out.putLong(known.version(place));
        }
        out.putInt(known.deletions().size());
        known.deletions().forEach((key, times) -> out.putLong(key).put((byte) Math.min(Byte.MAX_VALUE, times)));
        out.putInt(known.rewritten().size());
        known.rewritten().forEach((key, back) -> out.putInt(Arrays.binarySearch(keys, key))
                .putInt(back.difference() << 8 | Math.min(0xff, back.known())));
        out.putInt(sum(out.array(), out.position()));
        return out.flip();
    }
}
