package io.contactsync.contact;

import com.fasterxml.jackson.databind.JsonNode;
import io.contactsync.microsoftgraph.GraphItemResponse;

import java.util.HashSet;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What a mailbox answered that was asked for its changes: ids and versions, nothing of what a contact holds.
 *
 * @param versions versions of contacts that were made or changed; an empty one where Graph told none
 * @param removed ids of contacts that are gone
 * @param link what asks for the changes after these, relative to the version of Graph; empty if the answer is not whole
 */
public record DeltaPage(Set<String> versions, Set<String> removed, String link) {

    private static final String LINK = "@odata.deltaLink";

    /**
     * Reads an answer; one that has more pages, breaks off or leads to a foreign address has no link.
     *
     * @param relative makes Graph's links relative ones; null of a foreign one
     */
    public static DeltaPage of(GraphItemResponse answer, UnaryOperator<String> relative) {
        JsonNode body = answer.body();
        boolean whole = answer.ok() && body != null && body.path("value").isArray() && body.path(LINK).isTextual();
        String link = whole ? relative.apply(body.path(LINK).asText()) : null;
        Set<String> versions = new HashSet<>();
        Set<String> removed = new HashSet<>();
        if (link != null) {
            body.path("value").forEach(row -> (row.has("@removed") ? removed : versions)
                    .add(row.path(row.has("@removed") ? "id" : "changeKey").asText("")));
        }
        return new DeltaPage(versions, removed, link == null ? "" : link);
    }

    /** Whether it says all that there was to say. */
    public boolean isWhole() {
        return !link.isEmpty();
    }
}
