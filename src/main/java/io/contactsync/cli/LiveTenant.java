package io.contactsync.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.contactsync.contact.Sentences;
import io.contactsync.core.CurrentContact;
import io.contactsync.core.Judgement;
import io.contactsync.microsoftgraph.GraphException;
import io.contactsync.run.Target;
import io.contactsync.run.explain.Account;
import io.contactsync.run.explain.Facts;
import io.contactsync.run.explain.Seen;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Asks the tenant, by our own routes: the directory about a user, and a mailbox for marks and versions, never for what
 * a contact holds.
 */
final class LiveTenant {

    private final App app;

    LiveTenant(App app) {
        this.app = app;
    }

    /**
     * What the directory says of a user.
     *
     * @param id empty if it knows no such user
     * @param failure why it could not be asked; empty if it could
     */
    record Found(Account account, String id, String name, List<String> addresses, String failure) {

        static final Found NOBODY = new Found(Account.NO_SUCH_USER, "", "", List.of(), "");
    }

    /** Asks the directory about one user. */
    Found user(String idOrName) {
        try {
            Object answer = ask("direct:look-up-person", idOrName, Map.of(), Object.class);
            return answer instanceof JsonNode user ? found(user) : Found.NOBODY;
        } catch (RefusedException refused) {
            return new Found(Account.NOT_ASKED, "", "", List.of(), refused.getMessage());
        }
    }

    private static Found found(JsonNode user) {
        List<String> addresses = Stream.of("mail", "userPrincipalName").map(name -> user.path(name).asText(""))
                .filter(text -> text.contains("@")).distinct().toList();
        return new Found(account(user), user.path("id").asText(), user.path("displayName").asText(""), addresses, "");
    }

    private static Account account(JsonNode user) {
        if (!"Member".equalsIgnoreCase(user.path("userType").asText("Member"))) {
            return Account.GUEST;
        }
        return !user.path("accountEnabled").asBoolean() ? Account.DISABLED : user.path("assignedLicenses").isEmpty()
                ? Account.NO_LICENCE : Account.ACTIVE;
    }

    /** Looks into a mailbox. */
    Facts.Look mailbox(String id) {
        try {
            Iterator<?> current = ask("direct:read-mailbox", "", Map.of("mailbox", id), Iterator.class);
            List<CurrentContact> contacts = new ArrayList<>();
            current.forEachRemaining(contact -> contacts.add((CurrentContact) contact));
            return Facts.Look.at(contacts);
        } catch (RefusedException refused) {
            return Facts.Look.failed(refused.isNoMailbox() ? Seen.NO_MAILBOX + refused.code() : refused.getMessage());
        } catch (GraphException broken) {
            return Facts.Look.failed(Sentences.of(broken));
        }
    }

    /**
     * The target that a mailbox is now, be it skipped or not; null if it is none.
     *
     * @throws ConfigurationException if the targets cannot be listed
     */
    Target target(String id) {
        try {
            return Stream.of(ask("direct:list-targets", "", Map.of(), List.class).toArray()).map(Target.class::cast)
                    .filter(target -> target.mailbox().equalsIgnoreCase(id)).findFirst().orElse(null);
        } catch (RefusedException refused) {
            throw new ConfigurationException("the targets cannot be listed: " + refused.getMessage());
        }
    }

    private <T> T ask(String route, Object body, Map<String, Object> variables, Class<T> type) {
        try (ProducerTemplate template = app.context().createProducerTemplate()) {
            Exchange answer = template.request(route, exchange -> {
                exchange.getMessage().setBody(body);
                variables.forEach(exchange::setVariable);
            });
            if (answer.getException() != null) {
                throw new RefusedException(answer.getException());
            }
            return answer.getMessage().getBody(type);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** What was asked was not answered. */
    private static final class RefusedException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        RefusedException(Exception cause) {
            super(Sentences.of(cause), cause);
        }

        private GraphException graph() {
            Throwable cause = getCause();
            while (cause != null && !(cause instanceof GraphException)) {
                cause = cause.getCause();
            }
            return (GraphException) cause;
        }

        boolean isNoMailbox() {
            return graph() != null && graph().status() == 404 && Judgement.isNoMailbox(graph().code());
        }

        String code() {
            return graph().code();
        }
    }
}
