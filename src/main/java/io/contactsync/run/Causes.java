package io.contactsync.run;

import io.contactsync.core.MailboxResult;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Groups mailboxes that failed or were skipped by what the reasons are. Told by all mailboxes at once; keeps two mailboxes a cause. */
final class Causes {

    private static final int NAMED = 2;
    /** Parts of a reason that differ from mailbox to mailbox, and parts that count nothing. */
    private static final Pattern PASSING = Pattern.compile("(client-request-id|request-id|retry after) .*|0 .*");
    private static final Pattern NUMBER = Pattern.compile("^\\d+ ");
    private static final Pattern ID = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}|'[^']*'|[\\w=+/-]{60,}");

    private final Map<Key, Group> groups = new ConcurrentHashMap<>();

    private record Key(MailboxResult.Status status, String words) {
    }

    private static final class Group {
        private final TreeSet<String> first = new TreeSet<>();
        private int count;
    }

    void add(MailboxResult result) {
        if (result.status() == MailboxResult.Status.FAILED || result.status() == MailboxResult.Status.SKIPPED) {
            groups.compute(new Key(result.status(), words(result.reason())), (key, group) -> with(group == null ? new Group() : group, result));
        }
    }

    private static Group with(Group group, MailboxResult result) {
        group.count++;
        group.first.add(result.mailbox());
        if (group.first.size() > NAMED) {
            group.first.pollLast();
        }
        return group;
    }

    /** The failures first, the most frequent of them first. */
    List<Cause> list() {
        return groups.entrySet().stream().map(entry -> cause(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(Cause::status).reversed().thenComparing(Cause::count, Comparator.reverseOrder())
                        .thenComparing(Cause::words)).toList();
    }

    private static Cause cause(Key key, Group group) {
        return new Cause(key.status(), key.words(), group.count, List.copyOf(group.first));
    }

    /** The reason without what belongs to one mailbox only. */
    static String words(String reason) {
        String words = Arrays.stream(reason.split(", ")).filter(part -> !PASSING.matcher(part).matches())
                .map(part -> NUMBER.matcher(part).replaceFirst("")).collect(Collectors.joining(", "));
        return ID.matcher(words.isEmpty() ? reason : words).replaceAll("...");
    }
}
