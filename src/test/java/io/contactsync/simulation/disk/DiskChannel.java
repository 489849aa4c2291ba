package io.contactsync.simulation.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;

/** An open file, or a folder that is opened to be synced. */
final class DiskChannel extends FileChannel {

    private final DiskFileSystem system;
    private final Object node;
    private int position;

    DiskChannel(DiskFileSystem system, Object node) {
        this.system = system;
        this.node = node;
    }

    private DiskFile file() throws IOException {
        system.disk();
        if (node instanceof DiskFile file) {
            return file;
        }
        throw new IOException("Is a directory");
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        int count = read(into, position);
        position += Math.max(0, count);
        return count;
    }

    @Override
    public int read(ByteBuffer into, long from) throws IOException {
        byte[] bytes = new byte[Math.min(into.remaining(), Math.max(0, file().size() - (int) from))];
        int count = file().read((int) from, bytes, 0, bytes.length);
        if (count > 0) {
            into.put(bytes, 0, count);
        }
        return into.hasRemaining() || count > 0 ? count : 0;
    }

    @Override
    public long read(ByteBuffer[] into, int offset, int length) throws IOException {
        return read(into[offset]);
    }

    @Override
    public int write(ByteBuffer from) throws IOException {
        int count = write(from, position);
        position += count;
        return count;
    }

    @Override
    public int write(ByteBuffer from, long at) throws IOException {
        DiskFile file = file();
        system.disk().before("write");
        byte[] bytes = new byte[from.remaining()];
        from.get(bytes);
        file.write((int) at, bytes);
        system.disk().touched(file);
        return bytes.length;
    }

    @Override
    public long write(ByteBuffer[] from, int offset, int length) throws IOException {
        long count = 0;
        for (int place = offset; place < offset + length; place++) {
            count += write(from[place]);
        }
        return count;
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public FileChannel position(long to) {
        position = (int) to;
        return this;
    }

    @Override
    public long size() throws IOException {
        return node instanceof DiskFolder ? 0 : file().size();
    }

    @Override
    public FileChannel truncate(long length) throws IOException {
        system.disk().before("truncate");
        file().truncate((int) length);
        position = Math.min(position, (int) length);
        return this;
    }

    @Override
    public void force(boolean metaData) throws IOException {
        system.disk().before("sync");
        if (!system.disk().syncs()) {
            return;
        }
        if (node instanceof DiskFolder folder) {
            folder.sync();
        } else {
            file().sync();
        }
    }

    @Override
    public long transferTo(long from, long count, WritableByteChannel target) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(count, Math.max(0, size() - from)));
        read(bytes, from);
        return target.write(bytes.flip());
    }

    @Override
    public long transferFrom(ReadableByteChannel source, long at, long count) {
        throw new UnsupportedOperationException();
    }

    @Override
    public MappedByteBuffer map(MapMode mode, long from, long length) {
        throw new UnsupportedOperationException();
    }

    @Override
    public FileLock lock(long from, long length, boolean shared) {
        return tryLock(from, length, shared);
    }

    /** There is no second process. */
    @Override
    public FileLock tryLock(long from, long length, boolean shared) {
        return new FileLock(this, from, length, shared) {
            @Override
            public boolean isValid() {
                return true;
            }

            @Override
            public void release() {
                // nobody waits for it
            }
        };
    }

    @Override
    protected void implCloseChannel() {
        // what was written stays as it is
    }
}
