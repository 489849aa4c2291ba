package io.contactsync.cli.words;

import io.contactsync.core.Cause;
import io.contactsync.core.Quarantine;
import io.contactsync.core.ShellWord;
import io.contactsync.source.UserState;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a cause means to people, and what they can do about it: the one table of it. Causes are found by Graph's code,
 * by status, or by our own sentence; the first line that fits counts.
 */
public final class Hints {

    private static final String GOES_ON = "the next run goes on";
    private static final String SETTLED = "they are looked for once sync.settle-minutes are over; " + GOES_ON;
    private static final Pattern CODE =
            Pattern.compile("\\(?\\b((?:[1-5]\\d\\d )?([A-Za-z]+(?:[A-Z][a-z]+|_[A-Za-z]+|API)+|[1-5]\\d\\d))\\)?$");
    private static final Hint NONE = new Hint(Pattern.compile(""), "", "");
    private static final Hint STOPPED =
            hint("the run was stopped before it|the run ended before it|: stopped$", "stopped", GOES_ON);

    private static final Hint LEFT = hint("the run's time (was over before it|is over$)|most calls to Graph "
            + "failed( before it|$)|too many calls of this run were repeated$", "", GOES_ON);
    private static final Hint RESTING = hint("^rests after failed runs$", "",
            "contact-sync status says until when; now: contact-sync release <mailbox>");
    private static final Hint WAITING = hint("^told by Graph to wait$", "", "contact-sync status says until when");

    private static final Hint REFUSED =
            hint("^contacts were rejected", "", "correct the contact in its source; " + GOES_ON);

    private static final List<Hint> ALL = List.of(STOPPED, LEFT, RESTING, WAITING,
            hint("^unclear: the worker ", "", "look why that worker or the broker was gone; what it did is in its own "
                    + "journal, and the first run after sync.settle-minutes does the mailbox"),
            hint("^unclear: what the worker ", "", "the log of this machine says what was wrong with it; the first run "
                    + "after sync.settle-minutes does the mailbox"),
            hint("^a worker had it minutes ago", "", "a run after that time does it"),
            hint("MailboxNot(Enabled|Supported)ForRESTAPI", "no mailbox that Graph reaches",
                    "on-premises, inactive, or shared without a licence? give it a licence, or take it out of the "
                            + "targets"),
            hint("^no mailbox", "no mailbox",
                    "has the user a licence for Exchange Online? a new mailbox takes a while"),
            hint("^" + UserState.UNLICENSED, "", "give it a licence, or take the user out of the targets"),
            hint("^" + UserState.DISABLED.words(), "", "nothing to do, or take the user out of the targets"),
            hint("^the directory knows no such user", "", "correct or remove the line in targets.file"),
            hint("[qQ]uota|mailbox is full|InsufficientStorage|\\b507\\b", "the mailbox is full",
                    "its owner makes room, or it gets a larger quota; deletions went on"),
            hint("\\b403\\b|AccessDenied|Authorization_RequestDenied", "access denied",
                    "is the mailbox in the scope of the RBAC role? see contact-sync check; grants take up to two "
                            + "hours"),
            hint("\\b401\\b|InvalidAuthenticationToken", "the sign-in was refused", "contact-sync check"),
            REFUSED,
            hint("^refused, and skipped", "",
                    "correct the contact in its source, and the next run writes it; to try it as it is: "
                            + "contact-sync release <person>"),
            hint("earlier ones of the same contacts have settled", "", SETTLED),
            hint("^creates are in doubt", "", SETTLED),
            hint("created contacts here within|another installation's|category\\.name", "", ""),
            hint("no time left for this mailbox", "", GOES_ON + "; if it happens again, raise sync.mailbox-minutes"),
            hint("wait(s)? for an approval|wait for a human", "", "contact-sync holds"),
            hint("\\b5\\d\\d\\b", "", "a failure of Microsoft's: " + GOES_ON + "; after "
                    + Quarantine.MOST_FAILURES + " failed runs in a row a mailbox rests, see contact-sync status"),
            hint("\\b429\\b|Timeout|no answer|told to wait longer|changed it after it was listed|^changes "
                    + "are left",
                    "", GOES_ON));

    /**
     * A line of the table.
     *
     * @param found what the cause's text holds
     * @param words the cause in fewer words; empty if its own are best
     * @param next what can be done; empty if its own words say so
     */
    record Hint(Pattern found, String words, String next) {
    }

    private Hints() {
    }

    private static Hint hint(String found, String words, String next) {
        return new Hint(Pattern.compile(found), words, next);
    }

    private static Hint of(Cause cause) {
        return ALL.stream().filter(hint -> hint.found().matcher(cause.text()).find()).findFirst().orElse(NONE);
    }

    /** Whether nothing is wrong with the mailboxes: the run was told to stop. */
    public static boolean isStopped(Cause cause) {
        return of(cause) == STOPPED;
    }

    /**
     * What mailboxes are called that the run did not come to, or not to their end, and is not to blame for: stopped,
     * left or resting; empty for all others.
     */
    public static String aside(Cause cause) {
        Hint hint = of(cause);
        return hint == STOPPED ? "stopped" : hint == LEFT ? "left"
                : hint == RESTING || hint == WAITING ? "resting" : "";
    }

    private static boolean isOfPeople(Cause cause) {
        return of(cause) == REFUSED && !cause.people().isEmpty();
    }

    /** The cause in words, without its code; whom it is about by name. */
    public static String words(Cause cause) {
        if (isOfPeople(cause)) {
            return refused(cause.people());
        }
        String words = of(cause).words();
        return words.isEmpty() ? CODE.matcher(cause.text()).replaceFirst("").replaceFirst("[ :]+$", "") : words;
    }

    private static String refused(List<String> people) {
        int more = people.size() - 1;
        return "\"" + people.get(0) + "\"" + switch (more) {
            case 0 -> " was rejected";
            case 1 -> ", \"" + people.get(1) + "\" were rejected";
            default -> " and " + Amounts.count(more) + " more were rejected";
        };
    }

    /** Graph's code, or status where it gave no code; empty if there is neither. */
    public static String code(Cause cause) {
        Matcher code = CODE.matcher(cause.text());
        return code.find() ? code.group(2) : "";
    }

    /** Graph's status and code as it gave them; empty if it gave neither. */
    public static String answer(Cause cause) {
        Matcher code = CODE.matcher(cause.text());
        return code.find() ? code.group(1) : "";
    }

    /** What to do about it; empty if there is nothing to say. */
    public static String next(Cause cause) {
        return isOfPeople(cause) ? "contact-sync explain " + ShellWord.of(cause.people().get(0)) : of(cause).next();
    }
}
