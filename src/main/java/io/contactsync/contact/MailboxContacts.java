package io.contactsync.contact;

import com.fasterxml.jackson.databind.JsonNode;
import io.contactsync.core.CurrentContact;
import io.contactsync.microsoftgraph.GraphPages;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;

/**
 * The contacts of a mailbox in all its contact folders, one list after the other, the default folder first. Each is
 * read page by page when its turn comes. Also the way through the folders while {@code read-mailbox} looks for them.
 * For one thread.
 */
public final class MailboxContacts implements Iterator<CurrentContact> {

    /**
     * So many folders are looked through; a mailbox with more is not synchronised, for what is not seen could be
     * doubled.
     */
    public static final int MOST_FOLDERS = 200;

    private final Deque<String> ahead = new ArrayDeque<>();
    private final Queue<Iterator<CurrentContact>> lists = new ArrayDeque<>();
    private final List<GraphPages<?>> pages = new ArrayList<>();
    private int folders;

    private MailboxContacts() {
    }

    /** Begins with a mailbox of which no folder is known yet but the default one. */
    public static MailboxContacts begin() {
        return new MailboxContacts();
    }

    /**
     * One folder was listed.
     *
     * @param list of the contacts in it
     * @param found the folders in it, which are to be looked through too; read to their end
     * @throws IllegalArgumentException if there are more than {@value #MOST_FOLDERS}
     */
    public static void add(MailboxContacts contacts, Iterator<CurrentContact> list, Iterator<JsonNode> found) {
        contacts.lists.add(list);
        if (list instanceof GraphPages<?> more) {
            contacts.pages.add(more);
        }
        found.forEachRemaining(folder -> {
            contacts.ahead.add(folder.path("id").asText());
            contacts.folders++;
        });
        if (contacts.folders > MOST_FOLDERS) {
            throw new IllegalArgumentException("it has more than " + MOST_FOLDERS
                    + " contact folders: not synchronised, because what is not seen could be doubled; remove folders "
                    + "that nobody needs");
        }
    }

    /** Whether a folder is still to be looked through. */
    public boolean isFolderAhead() {
        return !ahead.isEmpty();
    }

    /** The next folder's id. */
    public String nextFolder() {
        return ahead.remove();
    }

    /** Whether a contact may have slipped past: from one page to another, or from one folder to another. */
    public boolean isShaky() {
        return folders > 0 || pages.stream().anyMatch(list -> list.pages() > 1);
    }

    @Override
    public boolean hasNext() {
        while (!lists.isEmpty() && !lists.peek().hasNext()) {
            lists.remove();
        }
        return !lists.isEmpty();
    }

    @Override
    public CurrentContact next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return lists.peek().next();
    }
}
