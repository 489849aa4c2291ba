package io.contactsync.cli.screen;

import io.contactsync.core.Action;
import io.contactsync.core.Cause;
import io.contactsync.core.ContactKey;
import io.contactsync.core.FieldChange;
import io.contactsync.core.MailboxResult.Status;
import io.contactsync.core.PlannedChange;
import io.contactsync.core.PlannedChange.Move;
import io.contactsync.core.Reach;
import io.contactsync.core.SourceState;
import io.contactsync.core.Tally;
import io.contactsync.core.Totals;
import io.contactsync.run.MailboxLine;
import io.contactsync.run.OpenHold;
import io.contactsync.run.PlanCost;
import io.contactsync.run.ReportFixture;
import io.contactsync.run.RunReport;
import io.contactsync.run.SourceLine;
import io.contactsync.source.SourceCounts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A plan to look at: 3,000 mailboxes, three people who join, two who leave, some who change. */
public final class PlanFixture {

    /**
     * Nobody says that Graph is slow: 12,900 requests a second, 350 mailboxes side by side, a second look at updates.
     */
    public static final PlanMeans MEANS =
            new PlanMeans(new PlanCost.Means(12_900, 350, false), Map.of("graph-users", "DE", "graph-contacts", ""));

    private static final int MAILBOXES = 3_000;

    private final List<PlannedChange> changes = new ArrayList<>();

    private static ContactKey key(String id) {
        return new ContactKey("graph-users", id);
    }

    public static FieldChange field(String property, String before, String after) {
        return new FieldChange(property, before, after);
    }

    public PlanFixture joins(String name) {
        return add(Action.CREATE, name, Move.JOINED, "new", true, "0-2997");
    }

    public PlanFixture leaves(String name, String reason) {
        return add(Action.DELETE, name, Move.LEFT, reason, true, "0-2997");
    }

    public PlanFixture changes(String name, FieldChange... fields) {
        return add(Action.UPDATE, name, Move.CHANGED, "changed", true, "0-2997", fields);
    }

    public PlanFixture unknown(String name) {
        return add(Action.UPDATE, name, Move.CHANGED, "changed", false, "0-2997");
    }

    public PlanFixture fills(String name) {
        return add(Action.CREATE, name, Move.NONE, "new", true, "2998-2999");
    }

    public PlanFixture add(Action action, String name, Move move, String reason, boolean known, String reach,
            FieldChange... fields) {
        String id = "7000-" + name.hashCode();
        changes.add(new PlannedChange(action, key(id), name, move, reason, "", "", known, List.of(fields),
                Reach.parse(reach)));
        return this;
    }

    /** All of surface.md's screen. */
    public static PlanFixture typical() {
        return new PlanFixture().joins("Ada Bern").joins("Ivo Carlsen").joins("Mei Lin")
                .leaves("Ivan Ahrens", "excluded: department=Interns")
                .leaves("Rosa Diaz", "gone from its source")
                .changes("Bob Ahrens", field("mobilePhone", "+49 171 1111", "+49 171 2222"))
                .changes("Eva Popescu", field("surname", "Popescu", "Ionescu"),
                        field("emailAddresses", "eva.popescu@contoso.com", "eva.ionescu@contoso.com"))
                .changes("王小明", field("jobTitle", "", "工程師")).unknown("Zoë Müller").fills("Ian Other")
                .fills("Ann Other");
    }

    public List<PlannedChange> changes() {
        return changes;
    }

    /** Mailboxes of a large company; four have none, the last two hold nothing of ours yet. */
    public static List<MailboxLine> mailboxes() {
        return IntStream.range(0, MAILBOXES)
                .mapToObj(place -> new MailboxLine("id-" + place, "Person " + place, "p" + place + "@contoso.com",
                        place > 10 && place < 15 ? Status.SKIPPED : Status.DONE, "",
                        place > 10 && place < 15 ? "no mailbox" : "", Tally.NONE, place < 2_998 ? 570 : 0, 0,
                400)).toList();
    }

    public static SourceLine source(String name, int contacts, int excluded, int unread) {
        List<String> notes = IntStream.range(0, Math.min(2, unread)).mapToObj(each -> name + ", contact " + each
                + ", Anna Bär: 'mobilePhone' stays as written, without a region it is read only with its country code "
                + "- was '0171 12"
                + each + "'").toList();
        return new SourceLine(name, contacts, SourceState.COMPLETE,
                new SourceCounts(0, excluded, 0, unread, 0, 0, 0, 0), List.of(), notes, "", null);
    }

    public static OpenHold hold() {
        return new OpenHold("3f2a1b2c3d4e", "deletes", "max@contoso.com: 41 of 60 deletions (68 %, allowed 20 %)",
                List.of(), 41, List.of(), 41, 1, false,
                Instant.EPOCH, "r", "waiting");
    }

    /** A plan of it. */
    public ReportFixture report() {
        return new ReportFixture().kind(RunReport.PLAN).changes(changes).mailboxes(mailboxes())
                .totals(new Totals(2_995, 4, 1, 0, Tally.NONE, 0))
                .sources(List.of(source("graph-users", 537, 2, 0), source("graph-contacts", 40, 0, 39)))
                .causes(List.of(new Cause(Status.SKIPPED, "no mailbox", 4, List.of("id-11", "id-12"))))
                .holds(List.of(hold())).requests(6_020, 0)
                .took(Duration.ofSeconds(95));
    }
}
