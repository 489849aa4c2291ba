package io.contactsync.proof;

import com.fasterxml.jackson.databind.JsonNode;
import io.contactsync.sandbox.protocol.ServiceRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;

/**
 * One request of a run, as a plan of faults finds it again in another run like it.
 *
 * @param where   alone, batch, inside (a batch) or token, as plans say it
 * @param mailbox whose mailbox it asks; null if none
 * @param path    behind the version and without query; of a contact, up to its id
 * @param contact which contact it is about, by its display name; null if about none
 * @param nth     the how manieth of those that are alike in all this, from 1
 */
record Call(String where, String method, String mailbox, String path, String contact, int nth) {

    static final Call TOKEN = new Call("token", "POST", null, null, null, 1);

    /** @param name tells the display name of a contact by mailbox and id */
    static Call of(ServiceRequest request, BinaryOperator<String> name) {
        if (request.isBatch()) {
            String first = ProofBench.parse(request.bytes()).at("/requests/0/url").asText();
            return new Call("batch", "POST", first.split("/")[2], null, null, 1);
        }
        if (!request.inBatch()) {
            return new Call("alone", request.method(), request.mailbox(), request.path(), null, 1);
        }
        if (request.method().equals("POST")) {
            JsonNode body = ProofBench.parse(request.bytes());
            return new Call("inside", "POST", request.mailbox(), request.path(), body.path("displayName").asText(), 1);
        }
        int cut = request.path().lastIndexOf('/');
        return new Call("inside", request.method(), request.mailbox(), request.path().substring(0, cut),
                name.apply(request.mailbox(), request.path().substring(cut + 1)), 1);
    }

    Call nth(int number) {
        return new Call(where, method, mailbox, path, contact, number);
    }

    boolean isAlone() {
        return where.equals("alone");
    }

    boolean isInside() {
        return where.equals("inside");
    }

    boolean isBatch() {
        return where.equals("batch");
    }

    boolean isToken() {
        return where.equals("token");
    }

    /** Whether it may change something. */
    boolean writes() {
        return !method.equals("GET") && !isToken();
    }

    /** Whether it asks for a list. */
    boolean lists() {
        return isAlone() && method.equals("GET");
    }

    boolean isCreate() {
        return isInside() && method.equals("POST");
    }

    /**
     * The keys by which a plan's rule finds it, a key a line.
     *
     * @param id tells the id of a contact by mailbox and display name
     */
    List<String> keys(BinaryOperator<String> id) {
        List<String> keys = new ArrayList<>(List.of("where: " + where, "times: 1", "after: " + (nth - 1)));
        if (isBatch()) {
            keys.add("mailbox: " + mailbox);
        }
        if (isAlone() || isInside()) {
            keys.add("method: " + method);
            keys.add("path: " + path + (contact == null || isCreate() ? "" : "/" + id.apply(mailbox, contact)));
        }
        if (isCreate()) {
            keys.add("containing: '\"displayName\":\"" + contact.replace("'", "''") + "\"'");
        }
        return keys;
    }
}
