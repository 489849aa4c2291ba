package io.contactsync.cli;

import io.contactsync.contact.Sentences;
import io.contactsync.run.MailboxTask;
import io.contactsync.run.RunSummary;
import io.contactsync.run.Target;
import org.apache.camel.ProducerTemplate;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;

/** The checks of {@code check}, one line each: ok, or what to do. */
final class Check {

    /** What the token should allow; contacts may be granted in Exchange instead, scoped to mailboxes, and then do not show in the token. */
    private static final Set<String> WANTED = Set.of("User.Read.All");

    private final App app;
    private final PrintStream out;
    private boolean good = true;

    Check(App app, PrintStream out) {
        this.app = app;
        this.out = out;
    }

    /** Carries them out and gives the exit code. */
    int run() {
        line("configuration", "", () -> "fine, " + app.context().getRoutesSize() + " routes");
        if (line("token", "check graph.tenant-id, graph.client-id and the secret or certificate", this::token)) {
            line("permissions", "grant the missing ones in Entra and consent as an administrator", this::permissions);
            line("mailboxes", "check targets.from; users need User.Read.All, groups GroupMember.Read.All", this::targets);
        }
        return good ? RunSummary.DONE : RunSummary.FAILED;
    }

    private String token() {
        return "ok, " + app.graph().tokenRoles().size() + " permissions in it";
    }

    private String permissions() {
        Set<String> roles = app.graph().tokenRoles();
        Set<String> missing = new TreeSet<>(WANTED);
        missing.removeAll(roles);
        if (!missing.isEmpty()) {
            throw new IllegalStateException("missing in the token: " + String.join(", ", missing));
        }
        List<String> notes = new ArrayList<>();
        notes.add("ok");
        if (roles.contains("Contacts.ReadWrite")) {
            notes.add("Contacts.ReadWrite reaches every mailbox of the tenant: grant it in Exchange, scoped to the targets, to narrow it");
        }
        if (!roles.contains("MailboxSettings.ReadWrite")) {
            notes.add("without MailboxSettings.ReadWrite the category has no colour");
        }
        return String.join("; ", notes);
    }

    private String targets() {
        try (ProducerTemplate template = app.context().createProducerTemplate()) {
            List<?> targets = template.requestBody("direct:list-targets", "", List.class);
            out.println("ok    users         " + targets.size() + " targets");
            Target first = targets.stream().map(Target.class::cast).filter(target -> target.skip() == null).findFirst()
                    .orElseThrow(() -> new IllegalStateException("every target is skipped: " + ((Target) targets.get(0)).skip()));
            Iterator<?> current = template.requestBodyAndHeader("direct:read-mailbox", new MailboxTask("", first.mailbox(), null), "mailbox", first.mailbox(), Iterator.class);
            int managed = 0;
            while (current.hasNext()) {
                current.next();
                managed++;
            }
            return "ok, read " + first.mailbox() + ": " + managed + " contacts with a mark of ours";
        } catch (java.io.IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
    }

    private boolean line(String what, String advice, Callable<String> check) {
        try {
            out.printf("ok    %-13s %s%n", what, check.call());
            return true;
        } catch (Exception failed) {
            good = false;
            out.printf("FAIL  %-13s %s%s%n", what, Sentences.of(failed), advice.isEmpty() ? "" : " - " + advice);
            return false;
        }
    }
}
