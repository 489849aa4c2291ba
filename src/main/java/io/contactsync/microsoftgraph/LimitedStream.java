package io.contactsync.microsoftgraph;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;

/**
 * Ends in an error instead of memory or patience: at most so many bytes, and not after the deadline (nano time). What
 * broke stays broken: a stream below may say after its failure that it is at its end.
 */
final class LimitedStream extends FilterInputStream {

    private final long limit;
    private final long deadline;
    private long count;
    private IOException broken;

    LimitedStream(InputStream in, long limit, long deadline) {
        super(in);
        this.limit = limit;
        this.deadline = deadline;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (broken != null) {
            throw broken;
        }
        try {
            int n = super.read(buffer, offset, length);
            account(Math.max(n, 0));
            return n;
        } catch (IOException e) {
            broken = e;
            throw e;
        }
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
