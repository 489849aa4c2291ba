package io.contactsync.cli.app;

import io.contactsync.core.CurrentContact;
import io.contactsync.core.Judgement;
import io.contactsync.microsoftgraph.GraphException;
import io.contactsync.problem.Sentences;
import io.contactsync.run.Target;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Single questions to a route, outside of any run. */
public record Inquiry(App app) {

    /** What a route answers that needs nothing but the body. */
    public <T> T ask(String route, Object body, Class<T> type) {
        return ask(route, body, Map.of(), type);
    }

    /**
     * What a route answers.
     *
     * @throws UnansweredException in one sentence, if it fails
     */
    public <T> T ask(String route, Object body, Map<String, Object> variables, Class<T> type) {
        try (ProducerTemplate template = app.context().createProducerTemplate()) {
            Exchange answer = template.request(route, exchange -> {
                exchange.getMessage().setBody(body);
                variables.forEach(exchange::setVariable);
            });
            if (answer.getException() != null) {
                throw new UnansweredException(answer.getException());
            }
            return answer.getMessage().getBody(type);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Who the targets are now, those that are skipped among them. */
    public List<Target> targets() {
        return Stream.of(ask("direct:contact-sync-list-targets", "", List.class).toArray()).map(Target.class::cast)
                .toList();
    }

    /** What a mailbox holds now: marks and versions, and nothing else of a contact. */
    public List<CurrentContact> contacts(String mailbox) {
        Iterator<?> current = ask("direct:contact-sync-read-mailbox", "", Map.of("mailbox", mailbox), Iterator.class);
        List<CurrentContact> contacts = new ArrayList<>();
        current.forEachRemaining(contact -> contacts.add((CurrentContact) contact));
        return contacts;
    }

    /** What was asked was not answered. */
    public static final class UnansweredException extends IllegalStateException {

        private static final long serialVersionUID = 1L;

        UnansweredException(Exception cause) {
            super(Sentences.of(cause), cause);
        }

        private GraphException graph() {
            Throwable cause = getCause();
            while (cause != null && !(cause instanceof GraphException)) {
                cause = cause.getCause();
            }
            return (GraphException) cause;
        }

        /** Whether there is no mailbox where one was asked for. */
        public boolean isNoMailbox() {
            return graph() != null && graph().status() == 404 && Judgement.isNoMailbox(graph().code());
        }

        /** Graph's word for it. */
        public String code() {
            return graph().code();
        }
    }
}
