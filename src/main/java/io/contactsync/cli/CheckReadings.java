package io.contactsync.cli;

import io.contactsync.contact.Sentences;
import io.contactsync.contact.SourceContacts;
import io.contactsync.contact.UserExclusions;
import io.contactsync.run.MailboxTask;
import io.contactsync.run.Target;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What {@code check} reads: each source, excluded group, central mailbox and the targets once, and one mailbox. */
final class CheckReadings {

    private final App app;
    private final Configuration configuration;
    private final CheckLines lines;
    private List<Target> targets = List.of();

    CheckReadings(App app, Configuration configuration, CheckLines lines) {
        this.app = app;
        this.configuration = configuration;
        this.lines = lines;
    }

    void all() {
        List<String> sources = app.settings().sources();
        for (String source : sources) {
            lines.line("source", () -> source(source));
        }
        if (sources.contains("graph-users")) {
            list("source.graph-users.exclude-groups").forEach(group -> lines.line("excluded group", () -> group(group)));
        }
        if (sources.contains("graph-contacts")) {
            list("source.graph-contacts.mailboxes").forEach(mailbox -> lines.line("central mailbox", () -> central(mailbox)));
        }
        lines.line("targets", this::targets);
        lines.line("mailbox", this::mailbox);
    }

    private Stream<String> list(String key) {
        return Stream.of(configuration.get(key).split(",")).map(String::strip).filter(part -> !part.isEmpty());
    }

    private String source(String name) {
        SourceContacts read = ask("direct:source-" + name, "", Map.of(), SourceContacts.class);
        String counts = name + ": " + read.contacts().size() + " contacts, " + read.excluded() + " left out, " + read.refused() + " refused, "
                + read.counts().unreadPhones() + " numbers not read";
        if (!read.isComplete()) {
            String more = read.problems().size() > 1 ? ", and " + (read.problems().size() - 1) + " more" : "";
            throw new IllegalStateException(counts + "; incomplete, so nothing of it would be deleted: " + read.problems().get(0).sentence() + more);
        }
        return counts;
    }

    private String group(String group) {
        UserExclusions none = UserExclusions.open("", "");
        ask("direct:exclude-groups", group, Map.of("exclusions", none), Object.class);
        return group + ": " + none.size() + " members left out";
    }

    private String central(String mailbox) {
        Map<String, Object> variables = Map.of("mailbox", mailbox, "folder", configuration.get("source.graph-contacts.folder"));
        Iterator<?> contacts = ask("direct:read-central-mailbox", "", variables, Iterator.class);
        return mailbox + ": can be read, " + (contacts.hasNext() ? "has contacts" : "has no contact");
    }

    private String targets() {
        targets = Stream.of(ask("direct:list-targets", "", Map.of(), List.class).toArray()).map(Target.class::cast).toList();
        long skipped = targets.stream().filter(target -> target.skip() != null).count();
        return configuration.get("targets.from") + ": " + targets.size() + " mailboxes, " + skipped + " of them skipped";
    }

    private String mailbox() {
        Target first = targets.stream().filter(target -> target.skip() == null).findFirst()
                .orElseThrow(() -> new IllegalStateException("none to try: there is no target that is not skipped"));
        Iterator<?> current = ask("direct:read-mailbox", new MailboxTask("", first.mailbox(), null), Map.of("mailbox", first.mailbox()), Iterator.class);
        int marked = 0;
        while (current.hasNext()) {
            current.next();
            marked++;
        }
        return "read " + first.mailbox() + ": " + marked + " contacts with a mark of ours";
    }

    private <T> T ask(String route, Object body, Map<String, Object> variables, Class<T> type) {
        try (ProducerTemplate template = app.context().createProducerTemplate()) {
            Exchange answer = template.request(route, exchange -> {
                exchange.getMessage().setBody(body);
                variables.forEach(exchange::setVariable);
            });
            if (answer.getException() != null) {
                throw new IllegalStateException(Sentences.of(answer.getException()), answer.getException());
            }
            return answer.getMessage().getBody(type);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
