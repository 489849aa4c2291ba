package io.contactsync.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What goes wrong with one call.
 *
 * @param kinds what a plan calls it, each with keys of its own
 * @param befalls which calls it can befall
 * @param lies whether the service says what is not so, or an owner is at work meanwhile: then a run that believes it
 *             says 'done' in good faith
 * @param silent whether the answer does not come in time
 */
record CallFault(List<Rule> kinds, Predicate<Call> befalls, boolean lies, boolean silent) {

    private static final int[] STATUSES = {400, 401, 403, 404, 409, 410, 412, 413, 423, 429, 500, 502, 503, 504, 507};
    private static final int[] FURTHER_STATUSES = {405, 406, 408, 411, 415, 422, 424, 501, 509};
    private static final Predicate<Call> ANY = call -> true;
    private static final Predicate<Call> ASKS = call -> !call.isToken();
    private static final Predicate<Call> SINGLE = call -> call.isAlone() || call.isInside();
    private static final Predicate<Call> MAILBOX = SINGLE.and(call -> call.mailbox() != null);
    private static final Predicate<Call> NEVER = call -> false;

    /** One rule of a plan, without the keys that choose the call. */
    record Rule(String kind, List<String> keys) {

        static Rule of(String kind, String... keys) {
            return new Rule(kind, List.of(keys));
        }
    }

    private static CallFault of(Predicate<Call> befalls, String kind, String... keys) {
        return new CallFault(List.of(Rule.of(kind, keys)), befalls, false, false);
    }

    private CallFault lying() {
        return new CallFault(kinds, befalls, true, silent);
    }

    private CallFault late() {
        return new CallFault(kinds, befalls, lies, true);
    }

    /** Every kind of fault that the sandbox knows, in each of its forms that the program has to tell apart. */
    static List<CallFault> all() {
        return Stream.of(refusals(), connections(), bodies(), lists(), batches(), owners(), tokens())
                .flatMap(List::stream).toList();
    }

    /** Further forms, of which it should not matter which one it is. */
    static List<CallFault> further() {
        List<CallFault> more = new ArrayList<>();
        for (int status : FURTHER_STATUSES) {
            more.add(of(ANY, "refuse", "status: " + status));
        }
        for (String wait : List.of("2.128", "'31, 120'", "soon", "date+30", "date-30")) {
            more.add(of(ANY, "refuse", "status: 429", "retry-after: " + wait));
        }
        for (String code : List.of("MailboxNotSupportedForRESTAPI", "ResourceNotFound", "ErrorNonExistentMailbox")) {
            more.add(of(MAILBOX, "mailbox-gone", "code: " + code));
        }
        for (int status : new int[] {500, 503}) {
            more.add(of(Call::writes, "refuse", "status: " + status, "applied: yes"));
            more.add(of(Call::writes, "refuse", "status: " + status, "applied: after 5 s"));
        }
        more.add(of(ANY, "html", "status: 403"));
        more.add(of(ANY, "html", "status: 503"));
        more.add(of(ANY, "empty-body", "status: 503"));
        more.add(of(Call::isBatch, "batch-partly", "first: 1", "status: 503"));
        return more;
    }

    private static List<CallFault> refusals() {
        List<CallFault> all = new ArrayList<>();
        for (int status : STATUSES) {
            all.add(of(ANY, "refuse", "status: " + status));
        }
        for (String wait : List.of("2", "400")) {
            all.add(of(ANY, "refuse", "status: 429", "retry-after: " + wait));
        }
        all.add(of(ANY, "refuse", "status: 503", "retry-after: 2"));
        all.add(of(ANY, "refuse", "status: 503", "body: ''"));
        all.add(of(Call::writes, "refuse", "status: 504", "applied: yes"));
        all.add(of(Call::writes, "refuse", "status: 504", "applied: after 5 s"));
        all.add(of(ANY, "redirect", "to: http://127.0.0.2:9/v1.0/users"));
        for (String code : List.of("ErrorInvalidUser", "MailboxNotEnabledForRESTAPI")) {
            all.add(of(MAILBOX, "mailbox-gone", "code: " + code));
        }
        all.add(of(MAILBOX, "mailbox-moving"));
        all.add(of(Call::isCreate, "mailbox-full"));
        all.add(of(Call::isCreate, "half-created", "without: extensions"));
        all.add(of(Call::isCreate, "half-created", "without: singleValueExtendedProperties").lying());
        return all;
    }

    private static List<CallFault> connections() {
        List<CallFault> all = new ArrayList<>();
        for (String kind : List.of("reset", "close", "black-hole")) {
            for (String applied : List.of("no", "yes", "after 5 s")) {
                CallFault fault = of(applied.equals("no") ? ANY : Call::writes, kind, "applied: " + applied);
                all.add(kind.equals("black-hole") ? fault.late() : fault);
            }
        }
        all.add(of(ANY, "slow", "by: 10 min").late());
        return all;
    }

    private static List<CallFault> bodies() {
        return List.of(of(ANY, "truncated"), of(ANY, "html"), of(ANY, "content-type"), of(ANY, "invalid-json"),
                of(ANY, "empty-body"), of(ANY, "endless-body"),
                of(call -> !call.isInside(), "gzip-bomb", "megabytes: 1"), of(ANY, "many-headers", "count: 1000"),
                of(ANY, "deep-json", "depth: 5000"));
    }

    private static List<CallFault> lists() {
        return List.of(of(Call::lists, "wrong-count", "by: 1"), of(Call::lists, "wrong-count", "by: -1"),
                of(Call::lists, "empty-page"), of(Call::lists, "same-link"), of(Call::lists, "new-links"),
                new CallFault(List.of(Rule.of("empty-page"), Rule.of("foreign-link", "to: http://127.0.0.2:9")),
                        Call::lists, false, false),
                new CallFault(List.of(Rule.of("empty-page"), Rule.of("expired-page")), NEVER, false, false),
                of(Call::lists, "no-rows").lying(), of(Call::lists, "lost-rows", "rows: 50 %").lying(),
                of(Call::lists, "nulled", "property: businessPhones").lying(),
                of(Call::lists, "nulled", "property: id").lying(),
                of(call -> call.isInside() && List.of("POST", "DELETE").contains(call.method()), "stale-list",
                        "for: 30 s"),
                of(NEVER, "expired-delta"), of(NEVER, "delta-replay"), of(NEVER, "unknown-removed"));
    }

    private static List<CallFault> batches() {
        return List.of(of(Call::isInside, "batch-missing"), of(Call::isInside, "batch-twice"),
                of(Call::isInside, "batch-unknown-id"), of(Call::isInside, "batch-upper-case"),
                of(Call::isBatch, "batch-partly", "first: 0"), of(Call::isBatch, "batch-partly", "first: 1"));
    }

    private static List<CallFault> owners() {
        return Stream.of(of(MAILBOX, "owner-edits", "change: '{\"mobilePhone\": \"+1 202 555 0199\"}'"),
                of(MAILBOX, "owner-edits", "change: '{\"personalNotes\": \"met in May\"}'"),
                of(MAILBOX, "owner-copies"), of(MAILBOX, "owner-moves", "folder: Friends"), of(MAILBOX, "owner-untags"),
                of(MAILBOX, "owner-strips-key"), of(MAILBOX, "owner-deletes"),
                of(MAILBOX, "owner-tags-personal", "category: Colleagues")).map(CallFault::lying).toList();
    }

    private static List<CallFault> tokens() {
        List<CallFault> all = new ArrayList<>();
        for (String number : List.of("7000215", "7000222", "700016", "700027", "90002", "90033")) {
            all.add(of(Call::isToken, "token-error", "aadsts: '" + number + "'"));
        }
        all.add(of(Call::isToken, "short-token", "life: 5 s"));
        all.add(of(ASKS, "tokens-expire"));
        return all;
    }

    /** The plan that lets it befall that call. */
    String plan(List<String> call) {
        StringBuilder plan = new StringBuilder("faults:\n");
        for (Rule rule : kinds) {
            plan.append("  - fault: ").append(rule.kind()).append('\n');
            Stream.concat(call.stream(), rule.keys().stream())
                    .forEach(key -> plan.append("    ").append(key).append('\n'));
        }
        return plan.toString();
    }

    @Override
    public String toString() {
        return kinds.stream().map(rule -> rule.kind() + (rule.keys().isEmpty() ? "" : " " + rule.keys()))
                .reduce((one, next) -> one + " and " + next).orElseThrow();
    }
}
