package io.contactsync.run;

import io.contactsync.core.ContactKey;

import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What has moved between a plan and the run that carries it out, by cause: whose changes, in which mailboxes. */
final class Moved {

    private static final int NAMED = 3;

    /** Why a change is not done, or is left for another plan. */
    enum Cause {
        /** The source says something else of the person. */
        CHANGED("changed again since the plan, so nothing was written of them", true),
        /** No source names the person. */
        LEFT("no longer named by their source, so neither created nor updated", true),
        /** The person is named again. */
        BACK("named again by their source, so not deleted", true),
        /** A guard or an incomplete source keeps the deletion. */
        HELD("not deleted: their deletion waits for a person, or their source was not read completely", true),
        /** The mailbox holds something else. */
        OTHERWISE("not in the mailbox as the plan saw them, so left as they are", true),
        /** A create that may be there already. */
        WAITING("created a moment ago perhaps, so not created again until that has settled", true),
        /** The mailbox holds their contact, but it is not ours to write. */
        APART("there, but released or another installation's, so left as they are", true),
        /** Nothing is left to do. */
        DONE("done already, nothing was left to do", false),
        /** A change that the plan does not hold. */
        NEW("new since the plan, so left for the next one", false),
        /** The mailbox is no target any more. */
        MAILBOX_GONE("no target any more, so left", true),
        /** The mailbox was skipped, or failed before it was read. */
        MAILBOX_UNREAD("not read now, so left", true),
        /** The mailbox is none of the plan's. */
        MAILBOX_NEW("new since the plan, so left for the next one", false);

        private final String text;
        private final boolean lacking;

        Cause(String text, boolean lacking) {
            this.text = text;
            this.lacking = lacking;
        }

        private boolean isOfMailbox() {
            return compareTo(MAILBOX_GONE) >= 0;
        }
    }

    private static final class Part {
        private final Set<ContactKey> people = new LinkedHashSet<>();
        private final Set<String> mailboxes = new LinkedHashSet<>();
        private long changes;
    }

    private final Map<Cause, Part> parts = new EnumMap<>(Cause.class);

    /** @param person null if it concerns a whole mailbox */
    void add(Cause cause, ContactKey person, String mailbox) {
        Part part = parts.computeIfAbsent(cause, unknown -> new Part());
        part.mailboxes.add(mailbox);
        if (person != null) {
            part.people.add(person);
            part.changes++;
        }
    }

    /** Whether something of the plan was not done although it was not done before either. */
    boolean isLacking() {
        return parts.keySet().stream().anyMatch(cause -> cause.lacking);
    }

    /** Whether the plan is all that there was to do. */
    boolean isNothing() {
        return parts.keySet().stream().allMatch(cause -> cause == Cause.DONE);
    }

    /** One sentence a cause, with the first people or mailboxes by name. */
    List<String> sentences(Function<ContactKey, String> person, Function<String, String> mailbox) {
        return parts.entrySet().stream().map(part -> sentence(part.getKey(), part.getValue(), person, mailbox))
                .toList();
    }

    private static String sentence(Cause cause, Part part, Function<ContactKey, String> person, Function<String,
            String> mailbox) {
        String mailboxes = count(part.mailboxes.size(), "mailbox", "mailboxes");
        if (cause.isOfMailbox()) {
            return mailboxes + " " + cause.text + ": " + named(part.mailboxes, mailbox);
        }
        return count(part.people.size(), "person", "people") + " " + cause.text + ": " + named(part.people, person)
                + " ("
                + count(part.changes, "change", "changes") + " in " + mailboxes + ")";
    }

    private static String count(long number, String one, String many) {
        return String.format(Locale.ROOT, "%,d ", number) + (number == 1 ? one : many);
    }

    private static <T> String named(Collection<T> all, Function<T, String> name) {
        String first = all.stream().limit(NAMED).map(name).collect(Collectors.joining(", "));
        return all.size() > NAMED ? first + " and " + (all.size() - NAMED) + " more" : first;
    }
}
