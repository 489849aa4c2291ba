package io.contactsync.cli.screen;

import io.contactsync.cli.words.Amounts;
import io.contactsync.cli.words.Moves;
import io.contactsync.core.Action;
import io.contactsync.core.Change;
import io.contactsync.core.PlannedChange.Move;
import io.contactsync.core.Planner;
import io.contactsync.core.UndoPlanner;
import io.contactsync.run.CatchUp;
import io.contactsync.run.People;
import io.contactsync.run.PersonChange;
import io.contactsync.run.RunReport;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who joins, leaves and changes by a plan, and which mailboxes catch up. */
record PlanPeople(RunReport report, People people, Layout layout) {

    private static final int MOST_CATCHING_UP = 4;

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        moved(Move.JOINED, Signs.JOIN, lines);
        moved(Move.LEFT, Signs.LEAVE, lines);
        changed(lines);
        catchingUp(lines);
        return lines;
    }

    private void moved(Move move, String sign, List<String> lines) {
        List<PersonChange> moved = people.of(move);
        if (!moved.isEmpty()) {
            lines.add(head(move, sign));
            lines.addAll(layout.names(moved.stream().map(PlanPeople::named).toList(), Signs.BELOW));
        }
    }

    private String head(Move move, String sign) {
        People.Total total = people.total(move);
        boolean undone = people.of(move).stream().allMatch(person -> person.reason().equals(UndoPlanner.UNDONE));
        return layout.ends(sign + (undone ? Moves.undone(move, total.people())
                : Moves.people(move, total.people(), true)), amounts(total.creates(), total.updates(),
                total.deletes()));
    }

    /** The name, and why they left where that is more than that they did. */
    private static String named(PersonChange person) {
        boolean told =
                person.move() == Move.LEFT && !person.reason().isEmpty() && !person.reason().equals(Planner.GONE)
                        && !person.reason().equals(UndoPlanner.UNDONE);
        return person.called() + (told ? " (" + person.reason() + ")" : "");
    }

    static String amounts(long creates, long updates, long deletes) {
        return Stream.of(amount(creates, Action.CREATE), amount(updates, Action.UPDATE),
                amount(deletes, Action.DELETE)).filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private static String amount(long number, Action action) {
        return number == 0 ? "" : Amounts.of(number, action.word());
    }

    private void changed(List<String> lines) {
        List<PersonChange> changed = people.of(Move.CHANGED);
        if (!changed.isEmpty()) {
            lines.add(head(Move.CHANGED, Signs.CHANGE));
            lines.addAll(ChangedRows.some(changed, layout).lines());
        }
    }

    private void catchingUp(List<String> lines) {
        List<CatchUp> all = people.catchingUp();
        int most = layout.fits() ? MOST_CATCHING_UP : all.size();
        all.stream().limit(most).forEach(each -> catchUp(each, lines));
        if (all.size() > most) {
            lines.add(Signs.BELOW + "and mailboxes that catch up for " + Amounts.of(all.size() - most, "other reason"));
        }
    }

    private void catchUp(CatchUp each, List<String> lines) {
        int number = each.reach().size();
        if (each.reason().equals(Change.DRIFTED)) {
            String what = Amounts.of(each.changes(), "contact") + " edited by " + (number == 1 ? "its owner"
                    : "their owners");
            lines.add(layout.ends(Signs.CATCH_UP + Amounts.mailboxes(number) + " drifted", what));
            lines.add(layout.ends(Signs.BELOW + (report.isPlan() ? "will be restored" : "restored"),
                    "contact-sync plan show " + report.id() + " --drift"));
            return;
        }
        lines.add(layout.ends(Signs.CATCH_UP + Amounts.mailboxes(number) + " " + what(each, number == 1),
                Amounts.of(each.changes(), each.action().word())));
        lines.addAll(layout.names(each.reach().places().mapToObj(this::called).toList(), Signs.BELOW));
    }

    private static String what(CatchUp each, boolean one) {
        return switch (each.action()) {
            case CREATE -> each.filled() ? one ? "is filled" : "are filled" : one ? "gets contacts that it lacks"
                    : "get contacts that they lack";
            case UPDATE -> (one ? "is" : "are") + " brought up to date" + (each.reason().equals("changed") ? "" : " ("
                    + each.reason() + ")");
            case DELETE -> (one ? "loses" : "lose") + " contacts (" + each.reason() + ")";
        };
    }

    private String called(int place) {
        return place < report.mailboxes().size() ? report.mailboxes().get(place).called() : "mailbox " + place;
    }
}
