package io.contactsync.cli.report;

import io.contactsync.cli.words.Amounts;
import io.contactsync.cli.words.Moves;
import io.contactsync.core.PlannedChange.Move;
import io.contactsync.run.FieldShift;
import io.contactsync.run.PersonChange;

import java.util.List;
import java.util.Locale;

/**
 * A person as a row.
 *
 * @param kind what such rows can be narrowed to
 * @param what what became, or becomes, of them
 * @param reason why; may be empty
 * @param fields what changes
 * @param mailboxes how many mailboxes it reaches
 * @param which those mailboxes, where they are few, or those that it does not reach
 */
record PersonRow(String name, String kind, String what, String reason, List<Shift> fields, String source, int mailboxes,
        String which) {

    private static final String NOTHING = "(nothing)";

    /** A property before and after; {@code others} tells of mailboxes where it is another change. */
    record Shift(String property, String before, String after, String others) {

        static Shift of(FieldShift field) {
            return new Shift(PageText.text(field.property()), shown(field.before()), shown(field.after()),
                    field.others() == 0 ? ""
                            : " in " + Amounts.count(field.mailboxes()) + ", otherwise in "
                                    + Amounts.count(field.others()));
        }

        private static String shown(String value) {
            return value.isEmpty() ? NOTHING : PageText.text(value);
        }
    }

    static PersonRow of(PersonChange person, Reached reached, boolean will) {
        return new PersonRow(PageText.text(person.called()), kind(person.move()), what(person.move(), will),
                reason(person), person.fields().stream().map(Shift::of).toList(), PageText.text(person.key().source()),
                person.reach().size(), reached.which(person.reach()));
    }

    private static String reason(PersonChange person) {
        String unknown =
                person.unknown() == 0 ? "" : "what " + Amounts.of(person.unknown(), "mailbox") + " hold is not known";
        String reason = PageText.text(person.reason());
        return reason.isEmpty() || unknown.isEmpty() ? reason + unknown : reason + "; " + unknown;
    }

    static String kind(Move move) {
        return move == Move.NONE ? "catch-up" : move.name().toLowerCase(Locale.ROOT);
    }

    /** The word for a move, for a plan or a run. */
    static String what(Move move, boolean will) {
        return sign(move) + Moves.verb(move, 1, will);
    }

    private static String sign(Move move) {
        return switch (move) {
            case JOINED -> "+ ";
            case LEFT -> "− ";
            case CHANGED -> "~ ";
            case NONE -> "· ";
        };
    }
}
