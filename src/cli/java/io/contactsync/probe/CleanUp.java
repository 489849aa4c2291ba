package io.contactsync.probe;

import com.fasterxml.jackson.databind.JsonNode;
import io.contactsync.probe.OwnItems.Kind;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Removes what a probe has made, and nothing else. What may have been made without an answer is looked for by this
 * run's own name and mark. A folder goes only when everything in it is of this run: what a person has put there stays,
 * and the folder with it.
 */
final class CleanUp {

    private static final int TRIES = 6;
    private static final String ROWS =
            Urls.query("$top", "1000", "$select", "id,displayName", "$expand", Samples.expand(Samples.MARK));

    private final ProbeMailbox mailbox;
    private final ProbeClock clock;
    private final List<Remains> remains = new ArrayList<>();

    CleanUp(ProbeMailbox mailbox, ProbeClock clock) {
        this.mailbox = mailbox;
        this.clock = clock;
    }

    /** What is left, with the reason. */
    List<Remains> run() {
        mailbox.beginCleaning();
        find(Kind.FOLDER, () -> mailbox.list("/contactFolders" + Urls.query("$top", "100")),
                row -> row.path("displayName").asText().equals(mailbox.samples().name()));
        find(Kind.CATEGORY, () -> mailbox.list("/outlook/masterCategories"),
                row -> row.path("displayName").asText().equals(mailbox.samples().name()));
        find(Kind.STRAY_CONTACT, () -> mailbox.list("/contacts" + ROWS), mailbox.samples()::owns);
        mailbox.own().all(Kind.FOLDER).forEach(this::folder);
        each(Kind.STRAY_CONTACT, mailbox::delete);
        if (!mailbox.own().all(Kind.FOLDER).isEmpty()) {
            each(Kind.CONTACT, mailbox::delete);
        }
        each(Kind.CATEGORY, mailbox::deleteCategory);
        return remains;
    }

    /** Looks for what was made without a clear answer; it is of this run because it bears this run's random name. */
    private void find(Kind kind, Supplier<List<JsonNode>> list, Predicate<JsonNode> ours) {
        if (!mailbox.own().inDoubt(kind)) {
            return;
        }
        try {
            patiently(() -> found(kind, list.get().stream().filter(ours).toList()));
        } catch (UnexpectedReply reply) {
            remains.add(new Remains("perhaps a " + kind.word() + " named " + mailbox.samples().name(), "",
                    reply.getMessage()));
        }
    }

    /** A request without an answer may take effect late. */
    private int found(Kind kind, List<JsonNode> rows) {
        if (rows.isEmpty()) {
            throw new UnexpectedReply("its making was not answered, and it has not been seen; look again with --clean");
        }
        rows.forEach(row -> mailbox.own().add(kind, row.path("id").asText()));
        return rows.size();
    }

    private void folder(String id) {
        try {
            String path = "/contactFolders/" + Urls.segment(id);
            List<JsonNode> contacts = patiently(() -> mailbox.list(path + "/contacts" + ROWS));
            boolean foreign = !contacts.stream().allMatch(this::ours)
                    || !patiently(() -> mailbox.list(path + "/childFolders" + Urls.query("$top", "1"))).isEmpty();
            if (foreign) {
                contacts.stream().filter(this::ours)
                        .forEach(row -> mailbox.own().add(Kind.CONTACT, row.path("id").asText()));
                remains.add(new Remains("folder", id, "somebody has put something into it"));
            } else {
                remove("folder", id, mailbox::deleteFolder);
            }
        } catch (UnexpectedReply reply) {
            remains.add(new Remains("folder", id, reply.getMessage()));
        }
    }

    /**
     * Made by this run and known by its id, or bearing its name or mark: a person's copy of one of its contacts does
     * too.
     */
    private boolean ours(JsonNode contact) {
        return mailbox.samples().owns(contact) || mailbox.own().all(Kind.CONTACT).contains(contact.path("id").asText());
    }

    private void each(Kind kind, Function<String, Reply> delete) {
        mailbox.own().all(kind).forEach(id -> remove(kind.word(), id, delete));
    }

    private void remove(String what, String id, Function<String, Reply> delete) {
        try {
            patiently(() -> {
                Reply reply = delete.apply(id);
                return reply.status() == 404 ? reply : reply.orUnexpected("DELETE");
            });
        } catch (UnexpectedReply reply) {
            remains.add(new Remains(what, id, reply.getMessage()));
        }
    }

    /** Again after a while, longer each time: what is left behind troubles people more than a minute's wait. */
    private <T> T patiently(Supplier<T> step) {
        for (int attempt = 1;; attempt++) {
            try {
                return step.get();
            } catch (UnexpectedReply reply) {
                if (reply.lasting() || attempt == TRIES) {
                    throw reply;
                }
                clock.pause(Duration.ofSeconds(1L << attempt));
            }
        }
    }
}
