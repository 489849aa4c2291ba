package io.contactsync.cli.explain;

import io.contactsync.cli.app.App;
import io.contactsync.cli.configuration.Configuration;
import io.contactsync.cli.configuration.ConfigurationException;
import io.contactsync.cli.configuration.RouteFiles;
import io.contactsync.cli.configuration.Schedule;
import io.contactsync.core.Names;
import io.contactsync.run.RunSettings;
import io.contactsync.run.Target;
import io.contactsync.run.explain.Account;
import io.contactsync.run.explain.BoxWords;
import io.contactsync.run.explain.Explanation;
import io.contactsync.run.explain.Facts;
import io.contactsync.run.explain.Owner;
import io.contactsync.run.explain.PairWords;
import io.contactsync.run.explain.PersonWords;
import io.contactsync.run.explain.Records;
import io.contactsync.run.explain.Someone;
import io.contactsync.run.explain.Standing;
import io.contactsync.run.explain.Words;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Predicate;

/**
 * Finds out who is meant, gathers what is known of them, and lets the rules answer. While the journals are read, the
 * routes start.
 */
final class Explaining implements AutoCloseable {

    private static final int NEAREST = 5;
    private static final int CANDIDATES = 10;

    private final CompletableFuture<App> app;
    private final RunSettings settings;
    private final Records records;
    private final Facts facts;
    private final Words words;
    private final List<String> notes = new ArrayList<>();

    private Explaining(CompletableFuture<App> app, RunSettings settings, Instant now, Words words) {
        this.app = app;
        this.settings = settings;
        this.records = new Records(settings);
        this.facts = new Facts(records, settings, now);
        this.words = words;
    }

    /** @param commands whether this program has a command of that name */
    static Explaining begin(Configuration configuration, boolean offline, Instant now, Predicate<String> commands) {
        RunSettings settings = settings(configuration);
        CompletableFuture<App> app = offline ? null : CompletableFuture.supplyAsync(() ->
                App.open(configuration, false, new RouteFiles(configuration.routes()).tenant()));
        try {
            return new Explaining(app, settings, now,
                    new Words(commands, new CauseRemedies(), Schedule.times(configuration)));
        } catch (RuntimeException failed) {
            close(app);
            throw failed;
        }
    }

    private static RunSettings settings(Configuration configuration) {
        try {
            return RunSettings.of(configuration.get("sync.instance"), configuration.get("sync.sources"),
                    configuration.get("sync.retired-sources"),
                    Boolean.parseBoolean(configuration.get("sync.own-card")),
                    configuration.number("sync.mailbox-minutes", 1, Integer.MAX_VALUE),
                    configuration.number("sync.settle-minutes", 1, Integer.MAX_VALUE), false,
                    configuration.get("sync.data"));
        } catch (IllegalArgumentException wrong) {
            throw new ConfigurationException(wrong.getMessage());
        }
    }

    /** @param person null for a mailbox alone @param mailbox null for a person alone */
    Explanation answer(String person, String mailbox) {
        Explanation answer = person == null ? mailbox(owner(mailbox)) : mailbox == null ? person(someone(person))
                : pair(someone(person), owner(mailbox));
        return answer.noting(notes).noting(records.damage());
    }

    private Explanation pair(Someone who, Owner owner) {
        LiveTenant tenant = tenant();
        Boolean target = target(owner);
        Facts.Look look = tenant == null || Boolean.FALSE.equals(target) ? null : tenant.mailbox(owner.id());
        return PairWords.explain(facts.pair(who, account(who), owner, target, look), words);
    }

    private Explanation person(Someone who) {
        return PersonWords.explain(facts.person(who, account(who)), words);
    }

    private Explanation mailbox(Owner owner) {
        LiveTenant tenant = tenant();
        Boolean target = target(owner);
        Facts.Look look = tenant == null || Boolean.FALSE.equals(target) ? null : tenant.mailbox(owner.id());
        return BoxWords.explain(facts.box(owner, target, look), words);
    }

    /** The targets are listed only where the latest run did not come to that mailbox. */
    private Boolean target(Owner owner) {
        if (records.latest() != null && records.latest().boxes().containsKey(owner.id())) {
            return true;
        }
        LiveTenant tenant = tenant();
        Target target = tenant == null ? null : tenant.target(owner.id());
        return tenant == null ? null : target != null;
    }

    private Account account(Someone who) {
        LiveTenant tenant = Names.isObjectId(who.id()) ? tenant() : null;
        return tenant == null ? Account.NOT_ASKED : noted(tenant.user(who.id())).account();
    }

    private LiveTenant.Found noted(LiveTenant.Found found) {
        if (!found.failure().isEmpty() && notes.isEmpty()) {
            notes.add("the directory could not be asked: " + found.failure());
        }
        return found;
    }

    private Someone someone(String text) {
        List<Someone> found = records.crowd().find(text);
        if (found.size() > 1) {
            throw new UnclearException("'" + text + "' may be " + found.size()
                    + " people: say which one, by address or key",
                    found.stream().limit(CANDIDATES).map(Explaining::candidate).toList());
        }
        return found.isEmpty() ? ask(text).map(user -> inDirectory(user)).orElseThrow(() -> nobody(text))
                : found.get(0);
    }

    /** Somebody whom the directory knows and no reading does. */
    private Someone inDirectory(LiveTenant.Found user) {
        List<Someone> known = records.crowd().find(user.id());
        String source = settings.sources().contains("graph-users") ? "graph-users" : settings.sources().get(0);
        return known.isEmpty() ? Someone.unknown(source, user.id(), user.name(), user.addresses()) : known.get(0);
    }

    private Optional<LiveTenant.Found> ask(String text) {
        LiveTenant tenant = text.contains("@") || Names.isObjectId(text) ? tenant() : null;
        return tenant == null ? Optional.empty() : Optional.of(noted(tenant.user(text)))
                .filter(user -> !user.id().isEmpty());
    }

    private UnclearException nobody(String text) {
        List<UnclearException.Candidate> nearest =
                records.crowd().nearest(text, NEAREST).stream().map(Explaining::candidate).toList();
        String read = !records.damage().isEmpty() ? "; " + records.damage().get(0) : records.isEmpty()
                ? "; no source was read yet: contact-sync sync --dry-run reads them" : nearest.isEmpty() ? ""
                : "; do you mean one of these?";
        String asked = app == null ? "" : text.contains("@") || Names.isObjectId(text)
                ? ", and the directory knows no such user"
                : "; whom only the directory knows is found by address or object id";
        return new UnclearException("no source names, leaves out or named '" + text + "'" + asked + read, nearest);
    }

    private static UnclearException.Candidate candidate(Someone who) {
        String address = who.addresses().isEmpty() ? "" : who.addresses().get(0) + "  ";
        String standing = who.standing() == Standing.NAMED ? "" : "  (" + who.standing().name()
                .toLowerCase(java.util.Locale.ROOT) + ")";
        return new UnclearException.Candidate(who.called(),
                address + (who.id().isEmpty() ? who.source() : who.source() + "|" + who.id()) + standing);
    }

    private Owner owner(String text) {
        List<Owner> found = records.owners().find(text);
        if (found.size() > 1) {
            throw new UnclearException("'" + text + "' may be " + found.size()
                    + " mailboxes: say which one, by address or object id",
                    found.stream().limit(CANDIDATES).map(owner -> new UnclearException.Candidate(owner.called(),
                    owner.address() + "  " + owner.id())).toList());
        }
        if (!found.isEmpty()) {
            return found.get(0);
        }
        return ask(text).map(user -> new Owner(user.id(), user.name(), user.addresses().isEmpty() ? ""
                : user.addresses().get(0))).orElseThrow(() -> noMailbox(text));
    }

    private UnclearException noMailbox(String text) {
        return new UnclearException("no mailbox of the latest run, and nobody whom the sources know, is called '"
                + text + "'"
                + (app == null ? "" : "; a mailbox that only the directory knows is found by address or object id"),
                records.crowd().nearest(text, NEAREST).stream().map(Explaining::candidate).toList());
    }

    /** The tenant, once the routes have started; null if nobody is to be asked. */
    private LiveTenant tenant() {
        try {
            return app == null ? null : new LiveTenant(app.join());
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof ConfigurationException wrong
                    ? new ConfigurationException(wrong.getMessage() + "; without the tenant: --offline") : failed;
        }
    }

    @Override
    public void close() {
        close(app);
    }

    private static void close(CompletableFuture<App> app) {
        if (app != null) {
            app.handle((started, failed) -> {
                if (started != null) {
                    started.close();
                }
                return null;
            }).join();
        }
    }
}
