package io.contactsync.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.contactsync.core.Hold;
import io.contactsync.core.LeftTargets;

/**
 * Which mailboxes a run goes to: the targets, or those that its order asks for beside or instead of them. The bean
 * behind {@code choose-mailboxes}.
 */
public final class ChosenMailboxes {

    /** Owners of mailboxes that a hold is about are looked up by name; more of them nobody reads. */
    private static final int NAMED = 20;

    private final boolean removing;

    /**
     * Wired from the configuration.
     *
     * @param left {@code targets.left}: {@code remove} or {@code keep}
     */
    public ChosenMailboxes(String left) {
        if (!Set.of("keep", "remove").contains(left)) {
            throw new IllegalArgumentException("targets.left must be keep or remove - was '" + left + "'");
        }
        this.removing = left.equals("remove");
    }

    /** Whether the targets are listed. */
    public boolean isOfTargets(Run run) {
        return Set.of(Listing.TARGETS, Listing.KNOWN, Listing.LEFT).contains(listing(run));
    }

    /** Whether all users of the directory are listed. */
    public boolean isOfEveryone(Run run) {
        return listing(run) == Listing.EVERYONE;
    }

    private static Listing listing(Run run) {
        return run.begun().request().order().listing();
    }

    /**
     * Chooses among them.
     *
     * @param listed the targets or the users that were listed; anything else where nothing was
     */
    public MailboxChoice choose(Run run, Object listed) {
        List<Target> found = Stream.of(listed instanceof List<?> list ? list.toArray() : new Object[0])
                .filter(Target.class::isInstance).map(Target.class::cast).toList();
        KnownTargets known = run.targets();
        return switch (listing(run)) {
            case TARGETS -> targets(run, known, found);
            case NAMED -> new MailboxChoice(run, List.of(), sorted(run.begun().request().order().scope().mailboxes()));
            case LEFT -> new MailboxChoice(run, List.of(), known.others(found));
            case KNOWN -> new MailboxChoice(run, asked(found), known.others(found));
            case EVERYONE -> new MailboxChoice(run, Stream.concat(asked(found).stream(), known.others(found).stream()
                    .map(id -> new Target(id, Targets.NO_USER))).toList(), List.of());
        };
    }

    private static List<String> sorted(Set<String> ids) {
        return List.copyOf(new TreeSet<>(ids));
    }

    private static List<Target> asked(List<Target> found) {
        return found.stream().map(Target::asked).toList();
    }

    /** An ordinary run also looks who has left. */
    private MailboxChoice targets(Run run, KnownTargets known, List<Target> found) {
        if (!run.begun().request().order().isOfSources()) {
            return new MailboxChoice(run, found, List.of());
        }
        LeftTargets.Verdict verdict = known.listed(found, removing);
        if (verdict.hold() != null) {
            run.tidings().holds().hold(verdict.hold());
        }
        return new MailboxChoice(run, found, Stream.concat(verdict.going().stream().sorted(),
                held(verdict.hold()).limit(NAMED)).toList());
    }

    private static Stream<String> held(Hold hold) {
        return hold == null ? Stream.empty() : hold.keys().stream().map(key -> key.id()).sorted();
    }

    /** The targets of the run, now that the directory has told of the others too. */
    public List<Target> complete(MailboxChoice choice, List<Object> users) {
        Run run = choice.run();
        Set<String> waiting = run.tidings().holds().all().stream().filter(hold -> hold.kind() == Hold.Kind.LEFT)
                .flatMap(ChosenMailboxes::held).collect(Collectors.toSet());
        List<Target> all = new ArrayList<>(choice.targets());
        users.stream().map(Targets::lookedUp).map(Target::asked).forEach(target -> {
            if (waiting.contains(target.mailbox())) {
                run.tidings().names().ofMailbox(LeftTargets.key(target.mailbox()), target.name());
            } else {
                all.add(target.leaving());
            }
        });
        return all;
    }
}
