package io.contactsync.cli.explain;

import com.fasterxml.jackson.databind.JsonNode;
import io.contactsync.cli.app.App;
import io.contactsync.cli.app.Questions;
import io.contactsync.cli.app.Questions.UnansweredException;
import io.contactsync.cli.configuration.ConfigurationException;
import io.contactsync.core.CurrentContact;
import io.contactsync.microsoftgraph.GraphException;
import io.contactsync.problem.Sentences;
import io.contactsync.run.Target;
import io.contactsync.run.explain.Account;
import io.contactsync.run.explain.Facts;
import io.contactsync.run.explain.Seen;
import io.contactsync.source.UserState;

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

    private final Questions questions;

    LiveTenant(App app) {
        this.questions = new Questions(app);
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
            Object answer = questions.ask("direct:look-up-person", idOrName, Map.of(), Object.class);
            return answer instanceof JsonNode user ? found(user) : Found.NOBODY;
        } catch (UnansweredException refused) {
            return new Found(Account.NOT_ASKED, "", "", List.of(), refused.getMessage());
        }
    }

    private static Found found(JsonNode user) {
        List<String> addresses = Stream.of("mail", "userPrincipalName").map(name -> user.path(name).asText(""))
                .filter(text -> text.contains("@")).distinct().toList();
        return new Found(account(user), user.path("id").asText(), user.path("displayName").asText(""), addresses, "");
    }

    private static Account account(JsonNode user) {
        return Account.of(UserState.of(user));
    }

    /** Looks into a mailbox. */
    Facts.Look mailbox(String id) {
        try {
            Iterator<?> current = questions.ask("direct:read-mailbox", "", Map.of("mailbox", id), Iterator.class);
            List<CurrentContact> contacts = new ArrayList<>();
            current.forEachRemaining(contact -> contacts.add((CurrentContact) contact));
            return Facts.Look.at(contacts);
        } catch (UnansweredException refused) {
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
            return questions.targets().stream().filter(target -> target.mailbox().equalsIgnoreCase(id)).findFirst()
                    .orElse(null);
        } catch (UnansweredException refused) {
            throw new ConfigurationException("the targets cannot be listed: " + refused.getMessage());
        }
    }
}
