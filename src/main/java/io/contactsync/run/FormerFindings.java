package io.contactsync.run;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

import io.contactsync.contact.FormerContents;
import io.contactsync.core.CandidateMatch;
import io.contactsync.core.ContactKey;
import io.contactsync.core.MatchedBy;
import io.contactsync.core.Reach;
import io.contactsync.core.Traits;

/** What a run finds of a former tool's contacts, told by all its mailboxes at once. */
final class FormerFindings {

    private final ToIntFunction<String> places;
    private final Map<Same, BitSet> found = new HashMap<>();
    private volatile FormerContents contents;

    /** What makes contacts of two mailboxes one; equal ones of one mailbox are numbered. */
    private record Same(CandidateMatch.Kind kind, MatchedBy by, String content, Set<ContactKey> with, boolean filed,
            int number) {
    }

    /** @param places the place of a mailbox in the run's list */
    FormerFindings(ToIntFunction<String> places) {
        this.places = places;
    }

    void know(FormerContents all) {
        contents = all;
    }

    /** What that contact held; null if it was none of a former tool. */
    FormerContents.Content content(String fingerprint) {
        return contents == null ? null : contents.get(fingerprint);
    }

    synchronized void add(String mailbox, List<CandidateMatch> matches) {
        Map<Same, Integer> numbers = new HashMap<>();
        for (CandidateMatch match : matches) {
            Same first = of(match, 0);
            Same same = of(match, numbers.merge(first, 1, Integer::sum));
            found.computeIfAbsent(same, none -> new BitSet()).set(places.applyAsInt(mailbox));
        }
    }

    private static Same of(CandidateMatch match, int number) {
        return new Same(match.kind(), match.by(), match.candidate().content(), match.with(),
                !match.candidate().inDefault(), number);
    }

    /** All of them: the certain ones first, each kind by name. */
    synchronized List<FormerContact> all(Function<ContactKey, String> names) {
        List<FormerContact> all = new ArrayList<>();
        found.forEach((same, mailboxes) -> {
            FormerContents.Content content = contents.get(same.content());
            all.add(new FormerContact(same.kind(), same.by(), same.content(), content.name(), detail(content.traits()),
                    same.with().stream().map(names).sorted().toList(), same.filed(), Reach.of(mailboxes)));
        });
        all.sort(Comparator.comparing(FormerContact::kind).thenComparing(FormerContact::name)
                .thenComparing(FormerContact::content));
        return all;
    }

    private static String detail(Traits traits) {
        return Stream.of(traits.mails(), traits.numbers()).flatMap(values -> values.stream().sorted().limit(1))
                .findFirst().orElse("");
    }
}
