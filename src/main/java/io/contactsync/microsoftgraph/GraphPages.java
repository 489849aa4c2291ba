package io.contactsync.microsoftgraph;

import java.io.Closeable;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.Set;
import java.util.function.Function;

/**
 * The rows of a collection, page after page, for one thread. A page is asked for when its first row is wanted, and read
 * to its end at once, so that no connection and no permit is held while the rows are worked on.
 * <p>
 * {@code hasNext} and {@code next} throw a {@link GraphException} if a page cannot be had, a link leads away from the
 * base URL (InvalidLink), the pages go round in circles (Loop) or rows are missing (CountMismatch). What was read until
 * then is incomplete.
 *
 * @param <T> what a row becomes
 * @see <a href="https://learn.microsoft.com/graph/paging">Paging Microsoft Graph data</a>
 */
public final class GraphPages<T> implements Iterator<T>, Closeable {

    private final String what;
    private final GraphAddress address;
    private final Function<String, Page<T>> fetch;
    private final int maxPages;
    private final boolean verifyCount;
    private final Queue<T> items = new ArrayDeque<>();
    private final Set<String> visited = new HashSet<>();

    private String nextPath;
    private String deltaLink;
    private long expected = -1;
    private long rows;
    private int pages;
    private long lastRows;
    private long lastChecksum;
    private GraphException failure;

    GraphPages(String what, GraphAddress address, String firstPath, Function<String, Page<T>> fetch, int maxPages,
            boolean verifyCount) {
        this.what = what;
        this.address = address;
        this.nextPath = firstPath;
        this.visited.add(firstPath);
        this.fetch = fetch;
        this.maxPages = maxPages;
        this.verifyCount = verifyCount;
    }

    @Override
    public boolean hasNext() {
        if (failure != null) {
            throw failure;
        }
        while (items.isEmpty() && nextPath != null) {
            try {
                turn(fetch.apply(nextPath));
            } catch (GraphException e) {
                failure = e;
                throw e;
            }
        }
        return !items.isEmpty();
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return items.remove();
    }

    /** Ends the list: nothing more is fetched. */
    @Override
    public void close() {
        items.clear();
        nextPath = null;
    }

    /**
     * The link that asks for changes since this list; known once the last row was taken, null if the collection has
     * none.
     */
    public String deltaLink() {
        return deltaLink;
    }

    /** How many rows have been read so far, those the item reader left out included. */
    public long rows() {
        return rows;
    }

    /** Whether there were exactly as many rows as were counted, or none were counted; a list may lack a few of many. */
    public boolean isExact() {
        return expected < 0 || rows == expected;
    }

    /** How many pages have been read so far. */
    public int pages() {
        return pages;
    }

    private void turn(Page<T> page) {
        pages++;
        rows += page.rows();
        expected = pages == 1 ? page.count() : expected;
        compareRows(page);
        nextPath = page.nextLink() == null ? null : follow(page);
        deltaLink = page.deltaLink();
        if (nextPath == null && verifyCount) {
            verify();
        }
        items.addAll(page.items());
    }

    /** Empty pages are legal and say nothing. */
    private void compareRows(Page<T> page) {
        if (page.rows() == 0) {
            return;
        }
        if (page.rows() == lastRows && page.checksum() == lastChecksum) {
            throw fail(GraphFailure.LOOP, "was answered with the same rows again on page " + pages);
        }
        lastRows = page.rows();
        lastChecksum = page.checksum();
    }

    private String follow(Page<T> page) {
        String path = address.pathOf(page.nextLink());
        if (path == null) {
            throw fail(GraphFailure.INVALID_LINK, "was answered with a link to a foreign address: not followed");
        }
        if (!visited.add(path)) {
            throw fail(GraphFailure.LOOP, "was answered with the same link again on page " + pages);
        }
        if (pages >= maxPages) {
            throw fail(GraphFailure.LOOP, "has more than " + maxPages + " pages");
        }
        return path;
    }

    private void verify() {
        if (expected < 0) {
            throw fail(GraphFailure.COUNT_MISMATCH, "was answered without the count asked for");
        }
        if (Math.abs(rows - expected) * 100 > expected) {
            throw fail(GraphFailure.COUNT_MISMATCH, "gave " + rows + " rows of " + expected);
        }
    }

    private GraphException fail(String code, String reason) {
        return new GraphException(GraphFailure.local(what, code, reason, true));
    }
}
