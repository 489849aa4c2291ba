package io.contactsync.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contactsync.run.RunReport;
import io.contactsync.sandbox.protocol.ServiceRequest;
import io.contactsync.sandbox.store.Tenant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A run in which everything happens that happens in ordinary ones: two mailboxes get a contact, lose one, and have one
 * changed after a second look; a third one is new, gets the category and all of the contacts. Private contacts lie in
 * all of them.
 */
final class StandardRun {

    static final Duration SETTLED = Duration.ofMinutes(16);
    private static final List<String> OUR_CHOICE = List.of("id", "changeKey", "@odata.etag", "createdDateTime",
            "lastModifiedDateTime", "parentFolderId", "singleValueExtendedProperties");

    private final ProofBench bench;
    private Map<String, String> foreign = Map.of();

    StandardRun(ProofBench bench) {
        this.bench = bench;
    }

    /** Brings the tenant to the evening before. */
    void prepare() {
        bench.begin();
        Tenant tenant = bench.sandbox().tenant();
        String central = bench.sandbox().address().centralMailbox();
        bench.contacts(central).keySet().forEach(id -> tenant.deleteContact(central, id));
        tenant.createContact(central, customer("Ada", "202-555-0101"));
        String bea = tenant.createContact(central, customer("Bea", "202-555-0102"));
        String cyd = tenant.createContact(central, customer("Cyd", "202-555-0103"));
        String joiner = bench.targets().get(bench.targets().size() - 1);
        tenant.administration().refuseMailbox(joiner, "MailboxNotEnabledForRESTAPI");
        run();
        tenant.administration().refuseMailbox(joiner, null);
        PassingTime.ONE.pass(SETTLED);
        tenant.changeContact(central, bea, "{\"businessPhones\":[\"202-555-0142\"]}");
        tenant.deleteContact(central, cyd);
        tenant.createContact(central, customer("Dot", "202-555-0104"));
        foreign = foreign();
    }

    private static String customer(String name, String phone) {
        return "{\"givenName\":\"" + name + "\",\"surname\":\"Other\",\"displayName\":\"" + name
                + " Other\",\"businessPhones\":[\"" + phone + "\"]}";
    }

    RunReport run() {
        return bench.run();
    }

    /** The calls of a run as it is when nothing goes wrong. */
    List<Call> calls() {
        List<Call> calls = new ArrayList<>(List.of(Call.TOKEN));
        Map<Call, Integer> seen = new HashMap<>();
        bench.sandbox().faults().when((ServiceRequest request) -> {
            Call call = Call.of(request, this::name);
            calls.add(call.nth(seen.merge(call, 1, Integer::sum)));
            return false;
        }).drop();
        run();
        bench.sandbox().faults().clear();
        return calls;
    }

    /** The display name of a contact, or its id if it is gone. */
    private String name(String mailbox, String id) {
        JsonNode contact = bench.contacts(mailbox).get(id);
        return contact == null ? id : contact.path("displayName").asText();
    }

    /** The id of our contact of that display name. */
    String id(String mailbox, String name) {
        return bench.contacts(mailbox).entrySet().stream().filter(each -> ProofBench.MARKS.on(each.getValue()))
                .filter(each -> each.getValue().path("displayName").asText().equals(name)).map(Map.Entry::getKey)
                .findFirst().orElseThrow();
    }

    /** What people see of our contacts, by mailbox, sorted. */
    Map<String, List<String>> ours() {
        return bench.targets().stream().collect(Collectors.toMap(mailbox -> mailbox, mailbox ->
                bench.contacts(mailbox).values().stream().filter(ProofBench.MARKS::on)
                        .map(contact -> ((ObjectNode) contact).without(OUR_CHOICE).toString()).sorted().toList()));
    }

    /** Ids of our contacts, by mailbox. */
    Map<String, List<String>> ids() {
        return bench.targets().stream().collect(Collectors.toMap(mailbox -> mailbox, mailbox ->
                bench.contacts(mailbox).entrySet().stream().filter(each -> ProofBench.MARKS.on(each.getValue()))
                        .map(Map.Entry::getKey).toList()));
    }

    /** Keys that are there twice in a mailbox. */
    List<String> doubled() {
        List<String> doubled = new ArrayList<>();
        for (String mailbox : bench.targets()) {
            List<String> keys = bench.contacts(mailbox).values().stream().map(ProofBench.MARKS::key)
                    .filter(key -> key != null).toList();
            keys.stream().filter(key -> keys.indexOf(key) != keys.lastIndexOf(key)).distinct().forEach(doubled::add);
        }
        return doubled;
    }

    /** Contacts without both marks, byte for byte, by mailbox and id. */
    private Map<String, String> foreign() {
        Map<String, String> all = new TreeMap<>();
        bench.sandbox().tenant().mailboxes().forEach(mailbox -> bench.sandbox().tenant().snapshot(mailbox)
                .forEach((id, json) -> {
                    if (!ProofBench.MARKS.on(ProofBench.parse(json))) {
                        all.put(mailbox + " " + id, Arrays.hashCode(json) + " " + json.length);
                    }
                }));
        return all;
    }

    /** What was not ours the evening before, and is no longer as it was, or has come since. */
    List<String> touched() {
        Map<String, String> now = foreign();
        List<String> touched = new ArrayList<>(foreign.keySet());
        now.keySet().stream().filter(each -> !foreign.containsKey(each)).forEach(touched::add);
        touched.removeIf(each -> foreign.containsKey(each) && foreign.get(each).equals(now.get(each)));
        return touched;
    }
}
