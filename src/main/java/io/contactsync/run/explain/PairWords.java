package io.contactsync.run.explain;

import io.contactsync.core.Ownership;

import java.util.List;
import java.util.Locale;

/** Says what {@link PairRules} has found of one person and one mailbox. */
public final class PairWords {

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
        return new Explanation(why.name().toLowerCase(Locale.ROOT).replace('_', '-'), pair.sentence(why),
                new PairLines(facts, words).all(), List.of(), new PairNext(facts, words).of(why), List.of());
    }

    private String sentence(Why why) {
        String place = who + " in the mailbox of " + owner + ": ";
        return switch (why) {
            case THERE -> place + (facts.seen() == null ? "the contact should be there, by the journals"
                    : "the contact is there, and as it should be")
                    + "; if the phone does not show it, it is the phone's turn.";
            case OUTDATED -> place + "the contact is there, with values of before; the next run brings it up to date.";
            case NAME_HELD, MAILBOX_HELD -> place + "still there, because " + cause(why) + ".";
            case UNREADABLE -> place + "whether the contact is there is not known: " + cause(why) + ".";
            default -> place + "not on the phone, because " + cause(why) + ".";
        };
    }

    private String cause(Why why) {
        Someone person = facts.who();
        return switch (why) {
            case EXCLUDED -> person.gone();
            case REFUSED -> "their row in " + person.source() + " cannot be read: " + person.reason();
            case DISABLED -> "their account is disabled";
            case NO_LICENCE -> "they have no licence";
            case GUEST -> "they are a guest and not a member of the organisation";
            case NO_SUCH_USER -> "the directory knows no such user";
            case SOURCE_INCOMPLETE -> person.source()
                    + " could not be read to its end, and what was read of it does not name them";
            case NOT_NAMED -> person.standing() == Standing.LEFT
                    ? person.gone() + "; it did last on " + words.minute(person.at())
                    : person.source() + " does not name them";
            case NAME_HELD -> person.gone() + ", and its deletions wait for an approval" + hold(why);
            case MAILBOX_HELD -> person.gone() + ", and the deletions in this mailbox wait for an approval" + hold(why);
            case RUN_HELD -> "the whole run waits for an approval" + hold(why);
            default -> inMailbox(why);
        };
    }

    private String hold(Why why) {
        return Words.hold(facts.hold(why));
    }

    private String inMailbox(Why why) {
        return switch (why) {
            case NOT_A_TARGET -> "this mailbox is none of the targets";
            case SKIPPED -> "nothing can be synchronised there: "
                    + (facts.seen() != null ? facts.seen().failure() : facts.box().reason());
            case UNREADABLE -> "the mailbox cannot be read just now: " + facts.seen().failure();
            case OWN_CARD -> "nobody gets their own card (sync.own-card)";
            case TWICE -> "the contact stands there " + facts.seen(Ownership.OURS).size()
                    + " times, and a phone may show another one than you look at";
            case IN_FOLDER -> owner + " moved the contact into a folder, and phones see the default folder only";
            case RELEASED -> owner
                    + " took the category off the contact: it is theirs now, and is neither changed nor doubled";
            case OTHER_INSTANCE -> "another installation (" + String.join(", ", facts.others())
                    + ") keeps the contact there, and it is not doubled";
            case IN_DOUBT -> doubt();
            case DELETED_BY_OWNER -> owner + " (or a phone) deleted the contact; it comes back with the next run"
                    + (facts.settlesAt() == null ? ""
                    : " once the settle time is over, at " + words.from(facts.settlesAt()));
            case REJECTED -> "the contact was not written: " + words.cause(facts.history().trouble());
            case MAILBOX_WAITS -> "creates wait in this mailbox: " + facts.box().reason();
            case MAILBOX_FAILED -> "the mailbox failed in the latest run"
                    + (facts.box().reason().isEmpty() ? "" : ": " + facts.box().reason());
            default -> "no run has come to it yet";
        };
    }

    private String doubt() {
        String unclear = facts.history().unclear() ? "whether it was done is not clear"
                : "the mailbox need not show it yet";
        String settles = facts.settlesAt() == null ? "the next run decides"
                : "it is not repeated before " + words.from(facts.settlesAt());
        return "a create was sent on " + words.minute(facts.history().tried()) + ", and " + unclear + "; " + settles;
    }
}
