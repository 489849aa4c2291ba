package io.contactsync.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.core.Action;
import io.contactsync.core.Change;
import io.contactsync.core.ContactKey;
import io.contactsync.core.CurrentContact;
import io.contactsync.core.HiddenKey;
import io.contactsync.core.PlannedChange;
import io.contactsync.core.PlannedChange.Move;
import io.contactsync.core.Planner;
import io.contactsync.core.Totals;
import io.contactsync.source.LeftOut;
import io.contactsync.source.SourceContacts;
import io.contactsync.source.SourceCounts;
import io.contactsync.source.SourceOrigin;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The plan of a whole run: what mailboxes share is told once. */
class RunPlanTest extends RunTestBase {

    private static final RunRequest TRIAL = new RunRequest(true, Set.of());

    private List<PlannedChange> plan(RunRequest request, SourceContacts source, Map<String,
            List<CurrentContact>> held) {
        try (Run run = runs.begin(request)) {
            take(run, source);
            for (MailboxTurn turn : turns(run, held.keySet().stream().sorted().toArray(String[]::new))) {
                entries.plan(agreed(plan(turn, held.get(turn.mailbox()).iterator())));
            }
            RunReport report = steps.finish(run, Totals.NONE);
            assertThat(RunFolder.read(data.resolve("runs").resolve(run.id()))).isEqualTo(report);
            return report.changes();
        }
    }

    private MailboxPlan agreed(MailboxPlan planned) {
        return mailboxes.isCarriedOut(planned) ? mailboxes.agree(planned) : planned;
    }

    private static CurrentContact contact(String id, int person, String instance, String hash) {
        return new CurrentContact(id, "v", true, new HiddenKey(instance, person(person).key()), hash);
    }

    private static List<CurrentContact> and(List<CurrentContact> held, CurrentContact... more) {
        return Stream.concat(held.stream(), Stream.of(more)).toList();
    }

    @Test
    void aFirstRunIsOneLineAPersonAndNobodyGetsTheirOwnCard() {
        List<PlannedChange> changes = plan(TRIAL, people(0, 3),
                Map.of("m0", List.of(), "p1", List.of(), "z", held(0, 2)));
        assertThat(changes).extracting(PlannedChange::name).containsExactly("Person 0", "Person 1", "Person 2");
        assertThat(changes).extracting(change -> change.reach().text()).containsExactly("0-1", "0", "0-2");
        assertThat(changes).allMatch(change -> change.action() == Action.CREATE && change.move() == Move.JOINED
                && change.before().isEmpty()
                && change.after().equals(RENDERER.render(person(Integer.parseInt(change.key().id().substring(1))))
                        .hash()));
    }

    @Test
    void versionsThatMailboxesHoldAreToldApart() {
        List<PlannedChange> changes = plan(TRIAL, people(0, 1),
                Map.of("a", List.of(contact("c", 0, "main", "old")),
                "b", List.of(contact("c", 0, "main", "older")), "c", List.of(contact("c", 0, "main", "old")), "d",
                        List.of(contact("c", 0, "main", null))));
        assertThat(changes).extracting(change -> change.before() + " " + change.reach().text())
                .containsExactly(" 3", "old 0,2", "older 1");
        assertThat(changes).allMatch(change -> change.action() == Action.UPDATE && !change.known() && change.fields()
                .isEmpty());
    }

    @Test
    void doublesOwnCardsAndWhatIsTakenOverHaveTheirReasons() {
        plan(RunRequest.ordinary(), people(0, 9), Map.of("m", List.of()));
        String same = RENDERER.render(person(0)).hash();
        List<PlannedChange> changes = plan(new RunRequest(true, Set.of(), Set.of("branch")), people(0, 9),
                Map.of("p3", and(held(0, 8), contact("double", 0, "main", same),
                contact("x", 8, "branch", RENDERER.render(person(8)).hash()))));
        assertThat(changes).extracting(change -> change.action() + " " + change.key().id() + " " + change.reason() + " "
                + change.move())
                .containsExactlyInAnyOrder("DELETE p0 " + Change.SWEEP + " NONE", "DELETE p3 " + Planner.OWN_CARD
                        + " NONE", "UPDATE p8 " + Change.ADOPTED + " NONE");
        assertThat(changes).filteredOn(change -> change.action() == Action.UPDATE).allMatch(PlannedChange::known)
                .allMatch(change -> change.fields().isEmpty());
    }

    @Test
    void whoLeftIsToldByNameAndByTheRuleThatLeavesThemOut() {
        plan(RunRequest.ordinary(), people(0, 9), Map.of("m", List.of()));
        List<LeftOut> rows = List.of(new LeftOut("p8", "Person 8", "", "user p8", "department=Interns", false));
        SourceContacts now = new SourceContacts("staff", people(0, 8).contacts(), List.of(), SourceCounts.NONE,
                List.of(), "", rows, SourceOrigin.NONE);
        List<PlannedChange> changes = plan(TRIAL, now, Map.of("m", held(0, 9)));
        assertThat(changes).singleElement().satisfies(change -> {
            assertThat(change.name()).isEqualTo("Person 8");
            assertThat(change.reason()).isEqualTo("excluded: department=Interns");
            assertThat(change.move()).isEqualTo(Move.LEFT);
            assertThat(change.known()).isTrue();
        });
        assertThat(plan(RunRequest.ordinary(), now, Map.of("m", held(0, 9)))).hasSize(1);
        assertThat(plan(TRIAL, now, Map.of("m", held(0, 9)))).extracting(PlannedChange::move)
                .as("a mailbox catches up").containsExactly(Move.NONE);
    }

    /** All runs of a test begin at the same moment: which is the latest, their ids do not tell. */
    private List<String> carriedOut(StoredPlan plan, SourceContacts source, List<CurrentContact> held,
            List<PlannedChange> done) {
        done.addAll(plan(RunRequest.apply(plan), source, Map.of("m", held)));
        RunFolders folders = new RunFolders(data.resolve("runs"));
        return folders.latest(100).stream().filter(report -> report.kind().equals(RunReport.APPLY)).findFirst()
                .orElseThrow()
                .moved();
    }

    private StoredPlan stored(SourceContacts source, List<CurrentContact> held) {
        plan(TRIAL, source, Map.of("m", held));
        return new RunFolders(data.resolve("runs")).ids().stream()
                .map(id -> PlanFile.read(data.resolve("runs").resolve(id).resolve(RunFolder.PLAN)))
                .filter(plan -> plan.head().kind().equals(RunReport.PLAN)).findFirst().orElseThrow();
    }

    @Test
    void whoIsNamedAgainIsNotDeletedAndWhatTheMailboxHoldsOtherwiseIsLeft() {
        plan(RunRequest.ordinary(), people(0, 9), Map.of("m", List.of()));
        List<CurrentContact> held = and(held(1, 9), contact("c0", 0, "main", "old"));
        StoredPlan plan = stored(people(0, 8), held);
        assertThat(plan.changes()).extracting(PlannedChange::action).containsExactly(Action.UPDATE, Action.DELETE);
        List<PlannedChange> done = new ArrayList<>();
        List<String> moved = carriedOut(plan, people(0, 9), and(held(1, 9), contact("c0", 0, "main", "other")), done);
        assertThat(done).isEmpty();
        assertThat(moved).containsExactly("1 person named again by their source, so not deleted: Person 8"
                        + " (1 change in 1 mailbox)",
                "1 person not in the mailbox as the plan saw them, so left as they are: Person 0"
                        + " (1 change in 1 mailbox)");
    }

    /** Both are deletions of one content: what goes as a double must not go as somebody who left. */
    @Test
    void theDeletionOfADoubleIsNotTheDeletionOfAPerson() {
        plan(RunRequest.ordinary(), people(0, 9), Map.of("m", List.of()));
        List<CurrentContact> held = and(held(0, 9), contact("double", 8, "main", RENDERER.render(person(8)).hash()));
        StoredPlan plan = stored(people(0, 9), held);
        assertThat(plan.changes()).extracting(PlannedChange::reason).containsExactly(Change.SWEEP);
        List<PlannedChange> done = new ArrayList<>();
        carriedOut(plan, people(0, 8), held, done);
        assertThat(done).extracting(PlannedChange::reason).containsExactly(Change.SWEEP);
    }

    /** What was left out of a plan is compared with the reading before it next time too. */
    @Test
    void aPlanThatWasNotAllThereWasToDoAcceptsNoReading() {
        plan(RunRequest.ordinary(), people(0, 9), Map.of("m", List.of()));
        StoredPlan plan = stored(people(0, 8), held(0, 9));
        carriedOut(plan, people(0, 7), held(0, 9), new ArrayList<>());
        try (Run run = runs.begin(TRIAL)) {
            assertThat(steps.isMissingAny(run, people(0, 8))).as("Person 8 is still remembered").isTrue();
        }
        carriedOut(plan, people(0, 8), held(0, 9), new ArrayList<>());
        try (Run run = runs.begin(TRIAL)) {
            assertThat(steps.isMissingAny(run, people(0, 8))).isFalse();
        }
    }

    @Test
    void aKeyIsToldWholeInAPlan() {
        assertThat(new ContactKey("staff", "p0")).isEqualTo(plan(TRIAL, people(0, 1),
                Map.of("m", List.of())).get(0).key());
    }
}
