package io.contactsync.microsoftgraph;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;

/** Ends in an error instead of memory or patience: at most so many bytes, and not after the deadline (nano time). */
final class LimitedStream extends FilterInputStream {

    private final long limit;
    private final long deadline;
    private long count;

    LimitedStream(InputStream in, long limit, long deadline) {
        super(in);
        this.limit = limit;
        this.deadline = deadline;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        account(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int n = super.read(buffer, offset, length);
        account(Math.max(n, 0));
        return n;
    }

    private void account(int n) throws IOException {
        count += n;
        if (count > limit) {
            throw new InvalidAnswerException("was answered with more than " + limit + " bytes");
        }
        if (System.nanoTime() - deadline > 0) {
            throw new SocketTimeoutException("The answer did not end in time");
        }
    }

    @Override
    public long skip(long n) throws IOException {
        return n <= 0 ? 0 : Math.max(0, read(new byte[(int) Math.min(n, 8192)]));
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
