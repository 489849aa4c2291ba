package io.contactsync.run.explain;

import io.contactsync.core.CurrentContact;
import io.contactsync.core.HiddenKey;
import io.contactsync.core.Ownership;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says what {@link PairRules} has found of one person and one mailbox. */
public final class PairWords {

    private static final int TWINS = 3;

    private final PairFacts facts;
    private final Words words;
    private final String who;
    private final String owner;

    private PairWords(PairFacts facts, Words words) {
        this.facts = facts;
        this.words = words;
        this.who = facts.who().called();
        this.owner = facts.owner();
    }

    /** The answer. */
    public static Explanation explain(PairFacts facts, Words words) {
        PairWords pair = new PairWords(facts, words);
        Why why = PairRules.why(facts);
        return new Explanation(why.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'), pair.sentence(why),
                pair.lines(),
                List.of(), new PairNext(facts, words).of(why), List.of());
    }

    private String sentence(Why why) {
        String place = who + " in the mailbox of " + owner + ": ";
        return switch (why) {
            case THERE -> place + (facts.seen() == null ? "the contact should be there, by the journals"
                    : "the contact is there, and as it should be")
                    + "; if the phone does not show it, it is the phone's turn.";
            case OUTDATED -> place + "the contact is there, with values of before; the next run brings it up to date.";
            case NAME_HELD, MAILBOX_HELD -> place + "still there, because " + cause(why) + ".";
            default -> place + "not on the phone, because " + cause(why) + ".";
        };
    }

    private String cause(Why why) {
        return switch (why) {
            case EXCLUDED -> facts.who().source() + " leaves them out (" + facts.who().reason() + ")";
            case REFUSED -> "their row in " + facts.who().source() + " cannot be read: " + facts.who().reason();
            case DISABLED -> "their account is disabled";
            case NO_LICENCE -> "they have no licence";
            case GUEST -> "they are a guest and not a member of the organisation";
            case NO_SUCH_USER -> "the directory knows no such user";
            case SOURCE_INCOMPLETE -> facts.who().source()
                    + " could not be read to its end, and what was read of it does not name them";
            case NOT_NAMED -> facts.who().source() + (facts.who().standing() == Standing.LEFT
                    ? " does not name them any more; it did last on " + words.minute(facts.who().at())
                            : " does not name them");
            case NAME_HELD -> facts.who().source()
                    + " does not name them any more, and its deletions wait for an approval"
                    + hold(facts.run().waiting().ofSource(facts.who().source()));
            case MAILBOX_HELD -> facts.who().source()
                    + " does not name them any more, and the deletions in this mailbox wait for an approval"
                    + hold(facts.run().waiting().inMailbox(facts.mailbox()));
            case RUN_HELD -> "the whole run waits for an approval" + hold(facts.run().waiting().ofEverything());
            default -> inMailbox(why);
        };
    }

    private static String hold(String id) {
        return Words.hold(id);
    }

    private String inMailbox(Why why) {
        return switch (why) {
            case NOT_A_TARGET -> "this mailbox is none of the targets";
            case SKIPPED -> "nothing can be synchronised there: " + (facts.seen() != null ? facts.seen().failure()
                    : facts.box().reason());
            case UNREADABLE -> "the mailbox cannot be read: " + facts.seen().failure();
            case OWN_CARD -> "nobody gets their own card (sync.own-card)";
            case TWICE -> "the contact stands there " + count(Ownership.OURS)
                    + " times, and a phone may show another one than you look at";
            case IN_FOLDER -> owner + " moved the contact into a folder, and phones see the default folder only";
            case RELEASED -> owner
                    + " took the category off the contact: it is theirs now, and is neither changed nor doubled";
            case OTHER_INSTANCE -> "another installation (" + others()
                    + ") keeps the contact there, and it is not doubled";
            case IN_DOUBT -> doubt();
            case DELETED_BY_OWNER -> owner + " deleted the contact; the next run creates it again";
            case REJECTED -> "the contact was not written: " + facts.history().trouble();
            case MAILBOX_FAILED -> "the mailbox failed in the latest run"
                    + (facts.box().reason().isEmpty() ? "" : ": " + facts.box().reason());
            default -> "no run has come to it yet";
        };
    }

    private String doubt() {
        String sent = "a create was sent on " + words.minute(facts.history().tried())
                + (facts.history().unclear() ? ", and whether it was done is not clear"
                : ", and the mailbox need not show it yet");
        return sent + (facts.settlesAt() == null ? "; the next run decides" : "; it is not repeated before "
                + words.from(facts.settlesAt()));
    }

    private int count(Ownership ownership) {
        return facts.seen().of(ownership, facts.rules().instance()).size();
    }

    private String others() {
        return facts.seen().contacts().stream().map(CurrentContact::key).filter(Objects::nonNull)
                .map(HiddenKey::instance)
                .filter(instance -> !instance.equals(facts.rules().instance())).distinct()
                .collect(Collectors.joining(", "));
    }

    private List<Explanation.Fact> lines() {
        List<Explanation.Fact> lines = new ArrayList<>();
        lines.add(new Explanation.Fact("source", source()));
        lines.add(new Explanation.Fact("desired", desired()));
        lines.add(new Explanation.Fact("mailbox", mailbox()));
        lines.add(new Explanation.Fact("history", history()));
        if (!facts.twins().isEmpty()) {
            lines.add(new Explanation.Fact("double", "the same address has " + facts.twins().stream().limit(TWINS)
                    .map(twin -> twin.called() + " (" + twin.source() + ")")
                    .collect(Collectors.joining(", ")) + ": a phone shows both"));
        }
        lines.add(new Explanation.Fact("phone",
                "Outlook mobile exports the default folder only; 'Save contacts' must be on"));
        return lines;
    }

    private String source() {
        Someone person = facts.who();
        String account = facts.account() == Account.NOT_ASKED ? "" : "; in the directory: " + facts.account().words();
        String incomplete = facts.reading().problem().isEmpty() ? "" : "; its last reading is not complete: "
                + facts.reading().problem();
        return switch (person.standing()) {
            case NAMED -> person.source() + " names them" + read() + incomplete + account;
            case EXCLUDED -> person.source() + " leaves them out: " + person.reason() + read() + account;
            case REFUSED -> person.source() + " refused their row: " + person.reason() + read();
            case LEFT, UNKNOWN -> person.source() + " does not name them"
                    + (person.standing() == Standing.LEFT ? " any more" : "") + incomplete + account;
        };
    }

    private String read() {
        return facts.who().at() == null ? "" : " (read " + words.minute(facts.who().at()) + ")";
    }

    private String desired() {
        if (!facts.who().isNamed()) {
            return "no";
        }
        return !facts.rules().ownCard() && facts.who().id().equals(facts.mailbox()) ? "no, it is the owner's own card"
                : facts.history().updated() == null ? "yes" : "yes, last changed "
                + words.minute(facts.history().updated());
    }

    private String mailbox() {
        String target = facts.target() == null ? "not known whether it is a target; " : facts.target() ? ""
                : "no target; ";
        if (facts.seen() == null) {
            return target + "not looked at" + latest();
        }
        return target + (facts.seen().isClear() ? look() + " - seen just now" : "cannot be read: " + facts.seen()
                .failure());
    }

    private String latest() {
        Box box = facts.box();
        return box == null ? "" : "; the latest run (" + words.minute(box.at()) + "): "
                + (box.status().isEmpty() ? "did not come to its end there" : box.status())
                + (box.reason().isEmpty() ? "" : ", " + box.reason());
    }

    private String look() {
        String instance = facts.rules().instance();
        return facts.seen().contacts().isEmpty() ? "no contact with this key" : facts.seen().contacts().stream()
                .map(contact -> switch (contact.ownership(instance)) {
            case OURS -> "contact is there, key ours, category there"
                    + (contact.inDefault() ? "" : ", in a folder of the owner's")
                    + (facts.who().hash().isEmpty() || facts.who().hash().equals(contact.hash()) ? ""
                            : ", values of before");
            case RELEASED -> "contact is there, key ours, category missing";
            default -> "contact is there, key of another installation";
        }).distinct().collect(Collectors.joining("; ")) + (facts.seen().contacts().size() > 1 ? " (" + facts.seen()
                .contacts().size() + " contacts)" : "");
    }

    private String history() {
        List<String> happened = facts.history().words(words::minute);
        Box box = facts.box();
        Stream<String> released = facts.seen() != null && facts.seen().isClear() && count(Ownership.RELEASED) > 0
                ? Stream.of("released by its owner" + (box == null ? "" : box.released() > 0 ? " before "
                + words.minute(box.at()) : " since " + words.minute(box.at())))
                : Stream.empty();
        String all = Stream.concat(happened.stream(), released).collect(Collectors.joining(" · "));
        return all.isEmpty() ? "no journal tells of it" : all;
    }
}
