package io.contactsync.cli.explain;

import io.contactsync.cli.configuration.Configuration;
import io.contactsync.cli.configuration.ReadingSettings;
import io.contactsync.cli.configuration.Schedule;
import io.contactsync.core.Names;
import io.contactsync.core.Times;
import io.contactsync.run.RunSettings;
import io.contactsync.run.explain.Account;
import io.contactsync.run.explain.BoxWords;
import io.contactsync.run.explain.Explanation;
import io.contactsync.run.explain.Facts;
import io.contactsync.run.explain.Owner;
import io.contactsync.run.explain.PairWords;
import io.contactsync.run.explain.PersonWords;
import io.contactsync.run.explain.Records;
import io.contactsync.run.explain.Someone;
import io.contactsync.run.explain.Words;

import java.time.Instant;
import java.util.List;

/**
 * Gathers what is known of those who are meant, and lets the rules answer. While the journals are read, the routes
 * start.
 */
final class Explaining implements AutoCloseable {

    private final LiveTenant tenant;
    private final Records records;
    private final Facts facts;
    private final Meant meant;
    private final Words words;
    private final Instant now;
    private final Times times;

    private Explaining(LiveTenant tenant, RunSettings settings, Instant now, Times times,
            String category) {
        this.tenant = tenant;
        this.records = new Records(settings);
        this.facts = new Facts(records, settings, now);
        this.meant = new Meant(records, settings, tenant);
        this.words = new Words(new CauseRemedies(), times, category);
        this.now = now;
        this.times = times;
    }

    static Explaining begin(Configuration configuration, boolean offline, Instant now) {
        RunSettings settings = ReadingSettings.of(configuration);
        LiveTenant tenant = LiveTenant.begin(configuration, offline);
        try {
            return new Explaining(tenant, settings, now, Schedule.times(configuration),
                    configuration.get("category.name"));
        } catch (RuntimeException failed) {
            tenant.close();
            throw failed;
        }
    }

    /**
     * @param person null for a mailbox alone
     * @param mailbox null for a person alone
     * @throws UnclearException if it is not clear who is meant
     */
    Explanation answer(String person, String mailbox) {
        Explanation answer = person == null ? mailbox(meant.owner(mailbox))
                : mailbox == null ? person(meant.someone(person))
                : pair(meant.someone(person), meant.owner(mailbox));
        List<String> rest = mailbox == null ? List.of()
                : records.rest(meant.owner(mailbox).id(), now, times);
        return answer.noting(rest).noting(tenant.notes()).noting(records.damage());
    }

    private Explanation pair(Someone who, Owner owner) {
        Boolean target = target(owner);
        Facts.Look look = look(owner, target);
        return PairWords.explain(facts.pair(who, account(who), owner, target, look), words);
    }

    private Explanation person(Someone who) {
        return PersonWords.explain(facts.person(who, account(who)), words);
    }

    private Explanation mailbox(Owner owner) {
        Boolean target = target(owner);
        return BoxWords.explain(facts.box(owner, target, look(owner, target)), words);
    }

    private Facts.Look look(Owner owner, Boolean target) {
        return Boolean.FALSE.equals(target) ? null : tenant.mailbox(owner.id());
    }

    /** The targets are listed only where the latest run did not come to that mailbox. */
    private Boolean target(Owner owner) {
        boolean reached = records.latest() != null && records.latest().boxes().containsKey(owner.id());
        return reached ? Boolean.TRUE : tenant.isTarget(owner.id());
    }

    private Account account(Someone who) {
        return Names.isObjectId(who.id()) ? tenant.user(who.id()).account() : Account.NOT_ASKED;
    }

    @Override
    public void close() {
        tenant.close();
    }
}
