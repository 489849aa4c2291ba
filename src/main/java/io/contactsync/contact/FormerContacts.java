package io.contactsync.contact;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import io.contactsync.core.Answer;
import io.contactsync.core.Candidate;
import io.contactsync.core.ContactKey;
import io.contactsync.core.CurrentContact;
import io.contactsync.core.Judgement;
import io.contactsync.core.Look;
import io.contactsync.microsoftgraph.GraphBatchResponse;
import io.contactsync.microsoftgraph.GraphRequest;

/**
 * The contacts of a former tool in one mailbox, while they are looked for: first all contact folders are listed, ids,
 * categories and hidden keys only, then those that carry the tool's marks are read, batch by batch. Nothing else of a
 * mailbox is read. For one thread.
 */
public final class FormerContacts {

    private final String mailbox;
    private final FormerMarks marks;
    private final CurrentContactReader reader;
    private final FormerContents contents;
    private final Deque<String[]> folders = new ArrayDeque<>();
    private final Map<String, Boolean> inDefault = new LinkedHashMap<>();
    private final Set<ContactKey> there = new HashSet<>();
    private final Set<String> unread = new LinkedHashSet<>();
    private final List<Candidate> found = new ArrayList<>();
    private String folder = "";
    private int listed;

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
        CurrentContact current = reader.read(contact);
        if (current != null && current.key() != null) {
            there.add(current.key().key());
        } else if (isMarked && marks.carries(contact)) {
            inDefault.putIfAbsent(contact.path("id").asText(), folder.isEmpty());
            unread.add(contact.path("id").asText());
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

    /** Ids of the contacts that carry the tool's marks and are still to be read; known once all folders are listed. */
    public List<String> unread() {
        return List.copyOf(unread);
    }

    /** Some of them, at most a batch, as Graph's requests. */
    public List<GraphRequest> requests(List<String> ids) {
        return GraphBatches.requests(new Look(mailbox,
                ids.stream().map(id -> new Look.Question(id, Look.What.WHOLE)).toList()));
    }

    /** Graph has answered; what it answered to each. */
    public List<Answer> answered(List<String> ids, GraphBatchResponse response) {
        return IntStream.range(0, ids.size())
                .mapToObj(place -> answered(ids.get(place), BatchReply.at(place, response).seen())).toList();
    }

    private Answer answered(String id, BatchReply reply) {
        if (reply.isSeen()) {
            keep(id, reply.body());
        }
        if (reply.isSeen() || reply.answer().status() == 404 && !Judgement.isNoMailbox(reply.answer().code())) {
            unread.remove(id);
        }
        return reply.answer();
    }

    /** It is looked at once more: who took the mark off meanwhile keeps it. */
    private void keep(String id, JsonNode contact) {
        CurrentContact current = reader.read(contact);
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
