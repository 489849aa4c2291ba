package io.contactsync.contact;

import io.contactsync.core.Answer;
import io.contactsync.core.Batch;
import io.contactsync.core.BatchAnswer;
import io.contactsync.core.Change;
import io.contactsync.core.ContactKey;
import io.contactsync.core.Judgement;
import io.contactsync.core.Look;
import io.contactsync.microsoftgraph.GraphBatchResponse;
import io.contactsync.microsoftgraph.GraphItemResponse;
import io.contactsync.microsoftgraph.GraphRequest;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Translates between our batches and Graph's: a change's place in the batch, from 1, is its id in {@code $batch}. */
public final class GraphBatches {

    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");
    private static final String EXPAND = "$expand="
            + URLEncoder.encode(HiddenProperties.expand(), StandardCharsets.UTF_8).replace("+", "%20");

    private GraphBatches() {
    }

    /**
     * The batch as Graph's requests; bodies are those rendered for the run.
     *
     * @param rendered finds the content that a change writes
     * @param updateIfMatch whether updates name the version that was seen: only where Graph heeds it
     */
    public static List<GraphRequest> requests(Batch batch, Function<Change, RenderedContact> rendered,
            boolean updateIfMatch) {
        List<GraphRequest> requests = new ArrayList<>(batch.changes().size());
        for (Change change : batch.changes()) {
            String contacts = "/users/" + batch.mailbox() + "/contacts";
            String contact = change.contactId() == null ? contacts : contacts + "/" + encoded(change.contactId());
            requests.add(switch (change.action()) {
                case CREATE -> request(requests.size(), "POST", contacts, JSON, rendered.apply(change).create());
                case UPDATE -> request(requests.size(), "PATCH", contact,
                        updateIfMatch ? both(JSON, unchanged(change)) : JSON,
                        PatchBody.of(change.writes(), rendered.apply(change)));
                case DELETE -> request(requests.size(), "DELETE", contact, unchanged(change), null);
            });
        }
        return requests;
    }

    /** The question for a mailbox's changes, called by the mailbox, for a batch of several mailboxes: it only reads. */
    public static GraphRequest question(String mailbox, String link) {
        return request(mailbox, "GET", link, Map.of(), null);
    }

    /** A second look as Graph's requests: reads only. */
    public static List<GraphRequest> requests(Look look) {
        List<GraphRequest> requests = new ArrayList<>(look.questions().size());
        for (Look.Question question : look.questions()) {
            String contact = "/users/" + look.mailbox() + "/contacts/" + encoded(question.contactId());
            requests.add(request(requests.size(), "GET", contact + switch (question.what()) {
                case MARKS -> "?$select=" + CurrentContactReader.MARKS + "&" + EXPAND;
                case WHOLE -> "?" + EXPAND;
                case PICTURE -> "/photo";
            }, Map.of(), null));
        }
        return requests;
    }

    /** The request at that place that reads the marks of contacts in the default folder, by a filter, encoded. */
    static GraphRequest search(int place, String mailbox, String filter, int most) {
        return request(place, "GET", "/users/" + mailbox + "/contacts?$select=" + CurrentContactReader.MARKS
                + ",createdDateTime&$top=" + most + "&" + EXPAND + "&$filter=" + filter, Map.of(), null);
    }

    /** The first request, which asks whether a mailbox has contact folders beside the default one. */
    static GraphRequest folders(String mailbox) {
        return request(0, "GET", "/users/" + mailbox + "/contactFolders?$select=id&$top=1", Map.of(), null);
    }

    /** The request at that place that reads a contact's marks and those properties. */
    static GraphRequest read(int place, String mailbox, String contactId, Collection<String> properties) {
        return request(place, "GET", "/users/" + mailbox + "/contacts/" + encoded(contactId) + "?$select="
                + CurrentContactReader.MARKS + "," + String.join(",", properties) + "&" + EXPAND, Map.of(), null);
    }

    private static GraphRequest request(int place, String method, String url, Map<String, String> headers,
            byte[] body) {
        return request(Integer.toString(place + 1), method, url, headers, body);
    }

    private static GraphRequest request(String id, String method, String url, Map<String, String> headers,
            byte[] body) {
        return new GraphRequest(id, method, url, headers, body);
    }

    private static Map<String, String> both(Map<String, String> some, Map<String, String> more) {
        Map<String, String> both = new LinkedHashMap<>(some);
        both.putAll(more);
        return both;
    }

    /** Graph's ids are made for addresses; should one not be, it must not become another address. */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20").replace("%3D", "=");
    }

    /**
     * A contact is deleted only as it was read: who took it out of our hands since keeps it. If-Match is published for
     * deletions (https://learn.microsoft.com/graph/api/contact-delete and Graph's OpenAPI document), with the change
     * key as the entity tag.
     */
    private static Map<String, String> unchanged(Change change) {
        return change.changeKey() == null ? Map.of() : Map.of("If-Match", "W/\"" + change.changeKey() + "\"");
    }

    /** What Graph's answer says of a batch. */
    public static BatchAnswer answer(GraphBatchResponse response) {
        if (response.isAnswered()) {
            return answered(response);
        }
        String code = response.code() == null ? "" : response.code();
        boolean refused = !response.sent() || !Judgement.isUnclear(response.status());
        return refused ? new BatchAnswer.Refused(response.status(), code, response.retryAfter())
                : new BatchAnswer.Unclear(response.status() == 0 ? code : (response.status() + " " + code).trim(),
                        response.retryAfter());
    }

    private static BatchAnswer answered(GraphBatchResponse response) {
        Map<Integer, Answer> answers = new HashMap<>();
        for (GraphItemResponse item : response.items().values()) {
            answers.put(Integer.parseInt(item.id()) - 1,
                    new Answer(item.status(), item.code(), item.retryAfter(), item.resourceId(),
                            item.changeKey()));
        }
        return new BatchAnswer.Answered(answers, response.retryAfter());
    }
}
