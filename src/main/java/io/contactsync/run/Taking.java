package io.contactsync.run;

import io.contactsync.contact.ContactRenderer;
import io.contactsync.contact.RenderedContact;
import io.contactsync.core.ContactKey;
import io.contactsync.core.Desired;
import io.contactsync.core.SourceGuard;
import io.contactsync.journal.Journal;
import io.contactsync.source.SourceContacts;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Takes what the sources gave: renders it once for all mailboxes, asks the guards, and tells what they say. */
final class Taking {

    private final Begun begun;
    private final Tidings tidings;
    private final Journal journal;
    private final LastReadings readings;

    Taking(Begun begun, Tidings tidings, Journal journal) {
        this.begun = begun;
        this.tidings = tidings;
        this.journal = journal;
        this.readings = new LastReadings(begun.settings().data(), begun.id(), begun.at());
    }

    /** What every mailbox of the run shares. */
    Brief of(List<SourceContacts> sources, ContactRenderer renderer, Verdicts verdicts) {
        Map<ContactKey, RenderedContact> rendered =
                renderer.renderAll(sources.stream().flatMap(source -> source.contacts().stream()));
        Desired desired = new Desired(rendered.values().stream().map(RenderedContact::desired).toList());
        tidings.notes().sources(sources);
        sources.forEach(source -> judge(source, hashes(source, rendered), verdicts));
        tidings.names().now(sources, rendered.values());
        verdicts.problems().forEach(tidings.findings()::add);
        verdicts.forgotten().ifPresent(tidings.findings()::add);
        verdicts.holds().forEach(tidings.holds()::hold);
        tidings.plan().know(rendered, verdicts);
        tidings.progress().listsTargets();
        return new Brief(begun.settings(), begun.limits(), rendered, desired,
                verdicts.policy().adopting(begun.request().adopted()), verdicts.accepted(),
                verdicts.isEverythingHeld());
    }

    private static Map<ContactKey, String> hashes(SourceContacts source, Map<ContactKey, RenderedContact> rendered) {
        return source.contacts().stream().collect(Collectors.toMap(contact -> contact.key().shown(),
                contact -> rendered.get(contact.key()).hash()));
    }

    private void judge(SourceContacts source, Map<ContactKey, String> now, Verdicts verdicts) {
        SourceGuard.Verdict verdict = verdicts.judge(source, now);
        if (verdict.deletions() != null || verdict.everything() != null) {
            tidings.names().before(source.source());
        }
        tidings.findings().add(source);
        tidings.gathered().source(source, verdict.state());
        readings.keep(source, verdict.state(), now);
        journal.write(RunEntries.source(source, verdict.state()));
    }
}
