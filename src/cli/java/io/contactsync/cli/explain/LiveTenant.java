package io.contactsync.cli.explain;

import com.fasterxml.jackson.databind.JsonNode;
import io.contactsync.cli.app.App;
import io.contactsync.cli.app.Inquiry;
import io.contactsync.cli.app.Inquiry.UnansweredException;
import io.contactsync.cli.configuration.Configuration;
import io.contactsync.cli.configuration.ConfigurationException;
import io.contactsync.microsoftgraph.GraphException;
import io.contactsync.problem.Sentences;
import io.contactsync.run.explain.Account;
import io.contactsync.run.explain.Facts;
import io.contactsync.run.explain.Seen;
import io.contactsync.source.UserState;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;

/**
 * Asks the tenant, by our own routes, which start while something else is done: the directory about a user, and a
 * mailbox for marks and versions, never for what a contact holds. Where nobody is to be asked, nothing is known.
 */
final class LiveTenant implements AutoCloseable {

    private final CompletableFuture<App> app;
    private String failure = "";

    /** @param app null if nobody is to be asked */
    private LiveTenant(CompletableFuture<App> app) {
        this.app = app;
    }

    static LiveTenant begin(Configuration configuration, boolean offline) {
        return new LiveTenant(offline ? null : CompletableFuture.supplyAsync(() -> App.ofTenant(configuration)));
    }

    /** By an application that runs already, and that somebody else closes. */
    static LiveTenant of(App running) {
        return new LiveTenant(CompletableFuture.completedFuture(running));
    }

    boolean isAsked() {
        return app != null;
    }

    private Inquiry inquiry() {
        try {
            return new Inquiry(app.join());
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof ConfigurationException wrong
                    ? new ConfigurationException(wrong.getMessage() + "; without the tenant: --offline") : failed;
        }
    }

    /**
     * What the directory says of a user.
     *
     * @param id empty if it knows no such user
     */
    record Found(Account account, String id, String name, List<String> addresses) {

        private static Found none(Account account) {
            return new Found(account, "", "", List.of());
        }
    }

    /** Asks the directory about one user. */
    Found user(String idOrName) {
        if (app == null) {
            return Found.none(Account.NOT_ASKED);
        }
        try {
            Object answer = inquiry().ask("direct:contact-sync-look-up-person", idOrName, Object.class);
            return answer instanceof JsonNode user ? found(user) : Found.none(Account.NO_SUCH_USER);
        } catch (UnansweredException refused) {
            failure = failure.isEmpty() ? refused.getMessage() : failure;
            return Found.none(Account.NOT_ASKED);
        }
    }

    /** What is to be said of the asking. */
    List<String> notes() {
        return failure.isEmpty() ? List.of() : List.of("the directory could not be asked: " + failure);
    }

    private static Found found(JsonNode user) {
        List<String> addresses = Stream.of("mail", "userPrincipalName").map(name -> user.path(name).asText(""))
                .filter(text -> text.contains("@")).distinct().toList();
        return new Found(account(user), user.path("id").asText(), user.path("displayName").asText(""), addresses);
    }

    private static Account account(JsonNode user) {
        return Account.of(UserState.of(user));
    }

    /** Looks into a mailbox; null if nobody is to be asked. */
    Facts.Look mailbox(String id) {
        if (app == null) {
            return null;
        }
        try {
            return Facts.Look.at(inquiry().contacts(id));
        } catch (UnansweredException refused) {
            return Facts.Look.failed(refused.isNoMailbox() ? Seen.NO_MAILBOX + refused.code() : refused.getMessage());
        } catch (GraphException broken) {
            return Facts.Look.failed(Sentences.of(broken));
        }
    }

    /**
     * Whether a mailbox is a target now, be it skipped or not; null if nobody is to be asked.
     *
     * @throws ConfigurationException if the targets cannot be listed
     */
    Boolean isTarget(String id) {
        if (app == null) {
            return null;
        }
        try {
            return inquiry().targets().stream().anyMatch(target -> target.mailbox().equalsIgnoreCase(id));
        } catch (UnansweredException refused) {
            throw new ConfigurationException("the targets cannot be listed: " + refused.getMessage());
        }
    }

    @Override
    public void close() {
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
