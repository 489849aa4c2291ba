package io.contactsync.run.explain;

import io.contactsync.core.CurrentContact;
import io.contactsync.core.Ownership;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What is known of one person and one mailbox, in a line each: what a verdict rests on. */
final class PairLines {

    private static final int TWINS = 3;

    private final PairFacts facts;
    private final Words words;

    PairLines(PairFacts facts, Words words) {
        this.facts = facts;
        this.words = words;
    }

    List<Explanation.Fact> all() {
        List<Explanation.Fact> lines = new ArrayList<>();
        lines.add(new Explanation.Fact("source", source()));
        lines.add(new Explanation.Fact("desired", desired()));
        lines.add(new Explanation.Fact("mailbox", mailbox()));
        lines.add(new Explanation.Fact("history", history()));
        if (!facts.twins().isEmpty()) {
            String twins = facts.twins().stream().limit(TWINS).map(twin -> twin.called() + " (" + twin.source() + ")")
                    .collect(Collectors.joining(", "));
            lines.add(new Explanation.Fact("double", "the same address has " + twins + ": a phone shows both"));
        }
        lines.add(new Explanation.Fact("phone",
                "Outlook mobile exports the default folder only; 'Save contacts' must be on"));
        return lines;
    }

    private String source() {
        Someone person = facts.who();
        String account = facts.account() == Account.NOT_ASKED ? "" : "; in the directory: " + facts.account().words();
        String incomplete = facts.reading().incomplete();
        return switch (person.standing()) {
            case NAMED -> person.source() + " names them" + read() + incomplete + account;
            case EXCLUDED -> person.source() + " leaves them out: " + person.reason() + read() + account;
            case REFUSED -> person.source() + " refused their row: " + person.reason() + read();
            case LEFT -> person.gone() + incomplete + account;
            case UNKNOWN -> person.source() + " does not name them" + incomplete + account;
        };
    }

    private String read() {
        return facts.who().at() == null ? "" : " (read " + words.minute(facts.who().at()) + ")";
    }

    private String desired() {
        if (!facts.who().isNamed()) {
            return "no";
        }
        if (facts.rules().isOwnCard(facts.who(), facts.mailbox())) {
            return "no, it is the owner's own card";
        }
        return facts.history().updated() == null ? "yes"
                : "yes, last changed " + words.minute(facts.history().updated());
    }

    private String mailbox() {
        String target = facts.target() == null ? "not known whether it is a target; "
                : facts.target() ? "" : "no target; ";
        if (facts.seen() == null) {
            return target + "not looked at" + latest();
        }
        return target + (facts.seen().isClear() ? look() + " - seen just now"
                : "cannot be read: " + facts.seen().failure());
    }

    private String latest() {
        Box box = facts.box();
        return box == null ? "" : "; the latest run (" + words.minute(box.at()) + "): "
                + (box.status().isEmpty() ? "did not come to its end there" : box.status())
                + (box.reason().isEmpty() ? "" : ", " + box.reason());
    }

    private String look() {
        List<CurrentContact> contacts = facts.seen().contacts();
        if (contacts.isEmpty()) {
            return "no contact with this key";
        }
        String all = contacts.stream().map(this::look).distinct().collect(Collectors.joining("; "));
        return all + (contacts.size() > 1 ? " (" + contacts.size() + " contacts)" : "");
    }

    private String look(CurrentContact contact) {
        return switch (contact.ownership(facts.rules().instance())) {
            case OURS -> "contact is there, key ours, category there"
                    + (contact.inDefault() ? "" : ", in a folder of the owner's")
                    + (facts.who().isAsDesired(contact) ? "" : ", values of before");
            case RELEASED -> "contact is there, key ours, category missing";
            default -> "contact is there, key of another installation";
        };
    }

    private String history() {
        List<String> happened = new ArrayList<>(facts.history().words(words::minute));
        if (facts.seen() != null && facts.seen().isClear() && !facts.seen(Ownership.RELEASED).isEmpty()) {
            happened.add("released by its owner" + since());
        }
        return happened.isEmpty() ? "no journal tells of it" : String.join(" · ", happened);
    }

    /** Whether the latest run has seen it released already. */
    private String since() {
        Box box = facts.box();
        return box == null ? "" : (box.released() > 0 ? " before " : " since ") + words.minute(box.at());
    }
}
