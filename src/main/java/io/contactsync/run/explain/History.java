package io.contactsync.run.explain;

import io.contactsync.core.ContactKey;
import io.contactsync.journal.JournalLine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What the journals tell of one contact in one mailbox, plans aside.
 *
 * @param created when the latest create of it was applied; null if none was
 * @param updated when the latest update was applied since then; null if none was
 * @param deleted when it was deleted by us since it was created; null if it was not
 * @param tried when the latest create was sent, whatever became of it; null if none was
 * @param unclear whether what became of that create is not known
 * @param listed whether a later run has listed the mailbox and did not miss it: it was there
 * @param trouble why the latest change was not done; empty if it was
 */
public record History(Instant created, Instant updated, Instant deleted, Instant tried, boolean unclear,
        boolean listed, String trouble) {

    private static final String SKIPPED = "refused, and skipped until it changes: ";

    /** Of a contact that no journal knows. */
    public static final History NONE = new History(null, null, null, null, false, false, "");

    /** Of those lines, the oldest first, the ones of that contact; it stands there as it is or as journals show it. */
    public static History of(List<JournalLine> lines, ContactKey key) {
        if (key == null) {
            return NONE;
        }
        List<String> texts = List.of(key.text(), key.shown().text());
        return of(lines.stream().filter(line -> isPlan(line) || texts.contains(line.key())).toList());
    }

    /** Whether it tells what a list of the mailbox has shown. */
    static boolean isPlan(JournalLine line) {
        return line.event().equals("plan");
    }

    /** Of the lines of one contact in one mailbox, and of those that tell of lists of that mailbox. */
    static History of(List<JournalLine> lines) {
        History history = NONE;
        for (JournalLine line : lines) {
            history = history.and(line);
        }
        return history;
    }

    private History and(JournalLine line) {
        String change = line.text("change");
        return switch (line.event()) {
            case "intent" -> change.equals("create")
                    ? new History(created, updated, deleted, line.at(), true, false, "") : this;
            case "left" -> new History(created, updated, deleted, tried, unclear, listed, line.text("reason"));
            case "plan" -> planned(line);
            case "outcome" -> outcome(line, change);
            default -> this;
        };
    }

    /** A list that lacks nothing has shown it; so has one that shows every recent create, whatever else it lacks. */
    private History planned(JournalLine plan) {
        boolean doubtful = tried == null || plan.number("unsettled") + plan.number("waiting")
                + plan.number("refused") > 0;
        if (!doubtful && plan.number("create") == 0) {
            return unclear ? new History(tried, null, null, tried, false, true, "")
                    : new History(created, updated, deleted, tried, false, true, trouble);
        }
        boolean settled = !doubtful && !unclear && plan.text("settled").equals("true");
        return settled ? new History(created, updated, deleted, tried, false, true, trouble) : this;
    }

    private History outcome(JournalLine line, String change) {
        String outcome = line.text("outcome");
        if (outcome.equals("applied")) {
            return switch (change) {
                case "create" -> new History(line.at(), null, null, line.at(), false, false, "");
                case "update" -> new History(created, line.at(), null, tried, unclear, listed, "");
                case "delete" -> new History(created, updated, line.at(), tried, unclear, listed, "");
                default -> this;
            };
        }
        boolean stays = outcome.equals("unknown") && change.equals("create");
        boolean certain = change.equals("create") && !stays;
        return new History(created, updated, deleted, certain ? null : tried, !certain && (stays || unclear),
                listed, stays ? "" : line.text("reason"));
    }

    /** The same of a contact that Graph refuses with that status and code now; empty if it does not. */
    History refused(String code) {
        return code.isEmpty() ? this
                : new History(created, updated, deleted, null, false, listed, SKIPPED + code);
    }

    /** Whether we created it, or changed it, and did not delete it since. */
    public boolean isThere() {
        return (created != null || updated != null) && deleted == null;
    }

    /**
     * Whether it is there by all that is known; journals may be younger than the contact.
     *
     * @param box what the latest run came to in the mailbox; null if it did not get there
     * @param remembered whether the latest run that went through wanted it
     */
    boolean isThere(Box box, boolean remembered) {
        return isThere() || this == NONE && remembered && box != null && box.status().equals("done");
    }

    /** What happened last, in the order in which it did. */
    public List<String> words(Function<Instant, String> day) {
        List<String> words = new ArrayList<>();
        add(words, "created ", created, day);
        add(words, "updated ", updated, day);
        add(words, "deleted ", deleted, day);
        if (unclear) {
            add(words, "in doubt since ", tried, day);
        }
        if (!trouble.isEmpty()) {
            words.add("last: " + trouble);
        }
        return words;
    }

    private static void add(List<String> words, String word, Instant at, Function<Instant, String> day) {
        if (at != null) {
            words.add(word + day.apply(at));
        }
    }
}
