package io.contactsync.run;

import io.contactsync.contact.ContactRenderer;
import io.contactsync.contact.RenderedContact;
import io.contactsync.core.ContactKey;
import io.contactsync.core.SourceGuard;
import io.contactsync.source.SourceContacts;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Takes what the sources gave: renders it once for all mailboxes, asks the guards, and tells the run what they say. */
final class SourceIntake {

    private final Tidings tidings;
    private final SourceVerdicts verdicts;
    private final LastReadings readings;
    private final boolean isOfSources;

    SourceIntake(Run run) {
        Begun begun = run.begun();
        this.tidings = run.tidings();
        this.verdicts = run.unjudged();
        this.isOfSources = begun.request().order().isOfSources();
        this.readings = new LastReadings(begun.settings().data(), begun.id(), begun.at());
    }

    GuardedSources of(List<SourceContacts> sources, ContactRenderer renderer) {
        Map<ContactKey, RenderedContact> rendered =
                renderer.renderAll(sources.stream().flatMap(source -> source.contacts().stream()));
        tidings.notes().sources(sources);
        sources.forEach(source -> judge(source, hashes(source, rendered)));
        tidings.names().now(sources, rendered.values());
        verdicts.problems().forEach(tidings.findings()::add);
        if (isOfSources) {
            verdicts.judgeForgotten().ifPresent(tidings.findings()::add);
        }
        verdicts.holds().forEach(tidings.holds()::hold);
        tidings.plan().know(rendered, verdicts);
        tidings.progress().listsTargets();
        return new GuardedSources(rendered, verdicts);
    }

    private static Map<ContactKey, String> hashes(SourceContacts source, Map<ContactKey, RenderedContact> rendered) {
        return source.contacts().stream().collect(Collectors.toMap(contact -> contact.key().shown(),
                contact -> rendered.get(contact.key()).hash()));
    }

    private void judge(SourceContacts source, Map<ContactKey, String> now) {
        SourceGuard.Verdict verdict = verdicts.judge(source, now);
        if (verdict.deletions() != null || verdict.everything() != null) {
            tidings.names().before(source.source());
        }
        tidings.findings().add(source);
        tidings.gathered().source(source, verdict.state(),
                tidings.users().since(UserLists.ofSource(source.source())));
        readings.keep(source, verdict.state(), now);
    }
}
