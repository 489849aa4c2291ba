package io.contactsync.contact;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import io.contactsync.core.Batch;
import io.contactsync.core.Candidate;
import io.contactsync.core.ContactKey;
import io.contactsync.core.CurrentContact;
import io.contactsync.core.Look;
import io.contactsync.core.Waiting;
import io.contactsync.microsoftgraph.GraphBatchResponse;
import io.contactsync.microsoftgraph.GraphItemResponse;
import io.contactsync.microsoftgraph.GraphRequest;

/**
 * The contacts of a former tool in one mailbox, while they are looked for: first all contact folders are listed, ids,
 * categories and hidden keys only, then those that carry the tool's marks are read, batch by batch. Nothing else of a
 * mailbox is read. For one thread.
 */
public final class FormerContacts {

    private static final int TRIES = 5;
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final String mailbox;
    private final FormerMarks marks;
    private final CurrentContactReader reader;
    private final FormerContents contents;
    private final Deque<String[]> folders = new ArrayDeque<>();
    private final Deque<String> ahead = new ArrayDeque<>();
    private final Map<String, Boolean> inDefault = new HashMap<>();
    private final Set<ContactKey> there = new HashSet<>();
    private final List<Candidate> found = new ArrayList<>();
    private Look asked;
    private String folder = "";
    private int listed;
    private int failures;
    private Duration wait = Duration.ZERO;

    /**
     * Before anything is listed.
     *
     * @param mailbox object id of its owner
     * @param reader reads marks as the list of a mailbox is read
     * @param contents where what they hold is kept
     */
    public FormerContacts(String mailbox, FormerMarks marks, CurrentContactReader reader, FormerContents contents) {
        this.mailbox = mailbox;
        this.marks = marks;
        this.reader = reader;
        this.contents = contents;
    }

    /** The {@code $select} of the lists. */
    public String select() {
        return marks.select();
    }

    /**
     * One folder was listed, first of all the default one.
     *
     * @param list the contacts in it; read to its end
     * @param inside the folders in it; read to their end
     * @throws IllegalArgumentException if there are too many folders
     */
    public static void add(FormerContacts to, Iterator<JsonNode> list, Iterator<JsonNode> inside) {
        boolean isMarked = to.marks.isIn(to.folder);
        list.forEachRemaining(contact -> to.list(contact, isMarked));
        inside.forEachRemaining(each -> to.folders.add(new String[] {each.path("id").asText(),
                each.path("displayName").asText("")}));
        to.listed++;
        if (to.listed + to.folders.size() > MailboxContacts.MOST_FOLDERS) {
            throw new IllegalArgumentException("it has more than " + MailboxContacts.MOST_FOLDERS
                    + " contact folders: nothing is adopted");
        }
    }

    private void list(JsonNode contact, boolean isMarked) {
        CurrentContact current = current(contact);
        if (current != null && current.key() != null) {
            there.add(current.key().key());
        } else if (isMarked && marks.carries(contact)
                && inDefault.putIfAbsent(contact.path("id").asText(), folder.isEmpty()) == null) {
            ahead.add(contact.path("id").asText());
        }
    }

    private CurrentContact current(JsonNode contact) {
        try (JsonParser parser = contact.traverse()) {
            parser.nextToken();
            return reader.read(parser);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Whether a folder is still to be listed. */
    public boolean isFolderAhead() {
        return !folders.isEmpty();
    }

    /** The next folder's id. */
    public String nextFolder() {
        String[] next = folders.remove();
        folder = next[1].isEmpty() ? next[0] : next[1];
        return next[0];
    }

    /** Whether contacts are still to be read. */
    public boolean isContactAhead() {
        return !ahead.isEmpty();
    }

    /** How long to wait before the next are read, in milliseconds. */
    public long waitMillis() {
        return wait.toMillis();
    }

    /** The next contacts, as Graph's requests. */
    public List<GraphRequest> requests() {
        asked = new Look(mailbox, ahead.stream().limit(Batch.MAX)
                .map(id -> new Look.Question(id, Look.What.WHOLE)).toList());
        return GraphBatches.requests(asked);
    }

    /**
     * Graph has answered; what it could not answer now is asked again after a wait.
     *
     * @throws IllegalArgumentException if it does not answer at all
     */
    public static void answered(FormerContacts of, GraphBatchResponse response) {
        of.take(response);
    }

    private void take(GraphBatchResponse response) {
        int before = ahead.size();
        Duration told = response.retryAfter();
        for (int place = 0; place < asked.questions().size(); place++) {
            String id = ahead.remove();
            GraphItemResponse item = response.items().get(Integer.toString(place + 1));
            if (item != null && item.ok() && item.body() != null) {
                keep(id, item.body());
            } else if (item == null || item.status() != 404) {
                ahead.add(id);
                told = item == null || item.retryAfter() == null ? told
                        : told == null || told.compareTo(item.retryAfter()) < 0 ? item.retryAfter() : told;
            }
        }
        failures = ahead.size() < before ? 0 : failures + 1;
        wait = told == null && failures == 0 ? Duration.ZERO
                : Waiting.before(Math.max(1, failures), told, ThreadLocalRandom.current().nextDouble());
        if (failures >= TRIES || wait.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("the contacts of the former tool cannot be read: Graph answered "
                    + TRIES + " times with nothing, or said to wait too long");
        }
    }

    /** It is looked at once more: who took the mark off meanwhile keeps it. */
    private void keep(String id, JsonNode contact) {
        CurrentContact current = current(contact);
        if (marks.carries(contact) && (current == null || current.key() == null)) {
            List<String> categories = new ArrayList<>();
            contact.path("categories").forEach(each -> categories.add(each.asText()));
            FormerContents.Content content = contents.of(contact);
            found.add(new Candidate(id, contact.path("changeKey").asText(null), categories, content.fingerprint(),
                    inDefault.get(id), content.traits()));
        }
    }

    /** They. */
    public List<Candidate> found() {
        return found;
    }

    /** Keys of the contacts there that carry a hidden key, whoever wrote it. */
    public Set<ContactKey> there() {
        return there;
    }
}
