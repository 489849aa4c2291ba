package io.contactsync.microsoftgraph;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;

/**
 * A page's bytes on their way to the parser, with a checksum of one section of them: the rows without the links around.
 * Bytes are counted when the parser asks for the next ones, so a section may end in the middle of the latest chunk.
 */
final class PageStream extends FilterInputStream {

    private final CRC32 crc = new CRC32();
    private byte[] chunk = new byte[0];
    private int chunkOffset;
    private int chunkLength;
    private long chunkStart;
    private long from = -1;

    PageStream(InputStream in) {
        super(in);
    }

    /** The section begins at this byte of the stream, which the parser has just passed. */
    void begin(long position) {
        from = position;
    }

    /** The section ends before this byte; returns its checksum. */
    long end(long position) {
        update(position);
        long sum = crc.getValue() ^ position - from << 32;
        from = -1;
        return sum;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        update(chunkStart + chunkLength);
        int n = super.read(buffer, offset, length);
        chunkStart += chunkLength;
        chunk = buffer;
        chunkOffset = offset;
        chunkLength = Math.max(n, 0);
        return n;
    }

    private void update(long to) {
        if (from < 0) {
            return;
        }
        int first = (int) Math.max(0, from - chunkStart);
        int last = (int) (to - chunkStart);
        if (last > first) {
            crc.update(chunk, chunkOffset + first, last - first);
        }
    }
}
