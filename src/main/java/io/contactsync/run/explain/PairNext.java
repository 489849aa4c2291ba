package io.contactsync.run.explain;

import java.util.List;

/** What to do, or to look at, once it is known why. */
final class PairNext {

    static final List<String> PHONE = List.of(
            "on the phone: in Outlook, Settings > Contacts, or the account: 'Save contacts' must be on",
            "the account in Outlook must be the Microsoft 365 mailbox itself, not IMAP and not a shared one",
            "Android: Settings > Apps > Outlook > Permissions: contacts must be allowed",
            "iOS: Settings > Apps > Contacts: no other account may be hidden; a phone that was just set up takes "
                    + "hours to fill",
            "a contact in a folder of its own, or a Contacts app that shows other accounts only, stays unseen");

    private static final String RUN = Words.RUN;

    private final PairFacts facts;
    private final Words words;

    PairNext(PairFacts facts, Words words) {
        this.facts = facts;
        this.words = words;
    }

    List<String> of(Why why) {
        return switch (why) {
            case THERE -> PHONE;
            case OUTDATED, NOT_YET -> List.of(RUN);
            case OWN_CARD -> List.of("to have it all the same: sync.own-card = true in config/application.properties");
            case TWICE -> List.of("the next run removes what is equal; what differs its owner decides: "
                    + "delete one of them in Outlook");
            case IN_FOLDER -> List.of("its owner moves it back into the folder Contacts in Outlook");
            case RELEASED -> List.of("give it back: contact-sync repair --mailbox " + Words.quoted(
                    facts.typed().mailbox()) + " --person " + Words.quoted(facts.typed().person()),
                    "or its owner files it under '" + words.category() + "' again in Outlook");
            case OTHER_INSTANCE -> List.of("take it over, once the other one runs no more: "
                    + "contact-sync adopt --instance " + Words.quoted(facts.others().get(0)) + " --dry-run");
            case IN_DOUBT, DELETED_BY_OWNER -> List.of(facts.settlesAt() == null ? RUN
                    : "run again after " + words.from(facts.settlesAt()) + ": " + RUN);
            case REJECTED -> List.of(words.remedy(facts.history().trouble(), Words.MEND, facts.typed().person()));
            case MAILBOX_WAITS -> List.of("run again once sync.settle-minutes are over: " + RUN);
            case NAME_HELD, MAILBOX_HELD, RUN_HELD -> List.of(words.approval(facts.hold(why)));
            default -> elsewhere(why);
        };
    }

    /** What is to be mended neither in the mailbox nor by a run. */
    private List<String> elsewhere(Why why) {
        return switch (why) {
            case EXCLUDED -> List.of(rule(), "then see what would change: contact-sync plan");
            case REFUSED, SOURCE_INCOMPLETE ->
                List.of("mend it in the source, then see whether it is read: contact-sync check");
            case DISABLED -> List.of("if that is wrong: enable the account in Entra; the next run follows");
            case NO_LICENCE -> List.of("if that is wrong: assign a licence in the Microsoft 365 admin centre; "
                    + "the next run follows");
            case GUEST -> List.of("guests are never contacts of graph-users: name them in a central mailbox, "
                    + "or in a source of their own");
            case NO_SUCH_USER, NOT_NAMED -> List.of("if that is wrong, look at the source: contact-sync check");
            case NOT_A_TARGET -> List.of(Words.MAKE_A_TARGET);
            case SKIPPED -> List.of("once there is a mailbox, in Exchange Online and licensed, the next run fills it");
            default -> List.of("contact-sync check shows whether mailboxes can be read; the next run tries again: "
                    + RUN);
        };
    }

    /** Which key of the configuration holds the rule. */
    private String rule() {
        String rule = facts.who().reason();
        String key = "source." + facts.who().source() + ".exclude-";
        if (rule.startsWith("group ")) {
            return "to let them in: take them out of that group, or the group out of " + key + "groups";
        }
        if (rule.startsWith("file ")) {
            return "to let them in: take their object id out of that file (" + key + "file)";
        }
        if (rule.contains("=")) {
            return "to let them in: change " + key
                    + "properties in config/application.properties, or the property in the directory";
        }
        return "to let them in: change the mapping in routes/sources/source-" + facts.who().source()
                + ".camel.yaml, or the source";
    }
}
