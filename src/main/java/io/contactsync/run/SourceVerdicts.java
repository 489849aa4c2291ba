package io.contactsync.run;

import io.contactsync.core.Approvals;
import io.contactsync.core.ContactKey;
import io.contactsync.core.Hold;
import io.contactsync.core.Limits;
import io.contactsync.core.Policy;
import io.contactsync.core.SourceGuard;
import io.contactsync.core.SourceState;
import io.contactsync.problem.Problem;
import io.contactsync.source.SourceContacts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What the guards say of all sources of a run together. */
final class SourceVerdicts {

    private final Remembered memory;
    private final Limits limits;
    private final RunSettings settings;
    private final Approvals approvals;
    private final Map<String, SourceState> states = new HashMap<>();
    private final Map<String, Map<ContactKey, String>> remembered = new HashMap<>();
    private final Map<String, Map<ContactKey, String>> accepted = new HashMap<>();
    private final Set<ContactKey> approved = new HashSet<>();
    private final Set<String> unremembered = new HashSet<>();
    private final Set<String> damagedSources = new HashSet<>();
    private final List<Problem> problems = new ArrayList<>();
    private final List<Hold> holds = new ArrayList<>();
    private boolean everythingHeld;

    SourceVerdicts(Remembered memory, Limits limits, RunSettings settings, Approvals approvals) {
        this.memory = memory;
        this.limits = limits;
        this.settings = settings;
        this.approvals = approvals;
        settings.retired().forEach(name -> states.put(name, SourceState.RETIRED));
    }

    SourceGuard.Verdict judge(SourceContacts source, Map<ContactKey, String> now) {
        Map<ContactKey, String> before = memory.before(source.source());
        memory.damage(source.source()).ifPresent(problem -> damaged(source.source(), problem));
        remembered.put(source.source(), before);
        SourceGuard.Verdict verdict =
                SourceGuard.judge(source.source(), source.isComplete(), now, before, limits, approvals.ids());
        states.put(source.source(), verdict.state());
        approved.addAll(verdict.approved());
        approvals.begun().stream().filter(key -> key.source().equals(source.source()) && !now.containsKey(key))
                .forEach(approved::add);
        if (before.isEmpty()) {
            unremembered.add(source.source());
        }
        if (verdict.deletions() != null) {
            holds.add(verdict.deletions());
        }
        if (verdict.everything() != null) {
            holdEverything(verdict.everything());
        } else if (verdict.state() == SourceState.COMPLETE) {
            accepted.put(source.source(), now);
        }
        return verdict;
    }

    private void damaged(String source, Problem problem) {
        problems.add(problem);
        damagedSources.add(source);
    }

    /** State that is damaged. */
    List<Problem> problems() {
        return problems;
    }

    /**
     * Sources that were synchronised before and are named nowhere any more. Their contacts are kept, and that is said.
     * But if there is a source that was never read before too, it may be the same under another name, and everything of
     * it would be created a second time: the run waits.
     */
    Optional<Problem> judgeForgotten() {
        List<String> names = memory.sources().stream()
                .filter(name -> !settings.sources().contains(name) && !settings.retired().contains(name)).toList();
        if (names.isEmpty()) {
            return Optional.empty();
        }
        Set<String> fresh = new TreeSet<>(unremembered);
        fresh.removeAll(damagedSources);
        String sentence = "neither sync.sources nor sync.retired-sources names what was synchronised before ("
                + String.join(", ", names) + ")";
        Hold hold = Hold.ofForgotten(names, sentence + ", and " + String.join(", ", fresh) + " is new: renamed?");
        if (!fresh.isEmpty() && !approvals.ids().contains(hold.id())) {
            holdEverything(hold);
        }
        return Optional.of(Problem.of(sentence + ": its contacts are kept"));
    }

    private void holdEverything(Hold hold) {
        holds.add(hold);
        everythingHeld = true;
    }

    List<Hold> holds() {
        return holds;
    }

    boolean isEverythingHeld() {
        return everythingHeld;
    }

    /** Content hash by key of each source that was read completely and let through. */
    Map<String, Map<ContactKey, String>> accepted() {
        return Map.copyOf(accepted);
    }

    /** The same of each source's last accepted reading. */
    Map<String, Map<ContactKey, String>> remembered() {
        return Map.copyOf(remembered);
    }

    /** Sources of which it is certain that whoever they do not name is gone. */
    Set<String> certain() {
        return states.entrySet().stream()
                .filter(entry -> entry.getValue() == SourceState.COMPLETE || entry.getValue() == SourceState.RETIRED)
                .map(Map.Entry::getKey).collect(Collectors.toSet());
    }

    Policy policy() {
        return new Policy(settings.instance(), states, approved, unremembered);
    }
}
