package io.contactsync.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Puts all questions to one mailbox and removes afterwards what it made for them, whatever happens in between. */
public final class Probe {

    private final GraphDoor graph;
    private final String user;
    private final ProbeClock clock;
    private final ProbeSettings settings;
    private final Consumer<String> say;
    private final ProbeMailbox mailbox;

    /**
     * @param user object id or user principal name of the mailbox
     * @param run  eight hexadecimal digits, unlike those of any other run
     * @param say  takes what a person should read meanwhile
     */
    public Probe(GraphDoor graph, String user, String run, ProbeClock clock, ProbeSettings settings,
            Consumer<String> say) {
        this.graph = graph;
        this.user = user;
        this.clock = clock;
        this.settings = settings;
        this.say = say;
        this.mailbox = new ProbeMailbox(graph, user, new Samples(run));
    }

    /** Asks everything. Unforeseen exceptions come out after cleaning up. */
    public ProbeReport ask() {
        List<Answered> findings = new ArrayList<>();
        List<Remains> remains = new ArrayList<>();
        String broken;
        try {
            broken = ask(findings);
        } finally {
            say.accept("cleaning up");
            remains.addAll(new CleanUp(mailbox, clock).run());
            remains.forEach(each -> say.accept("could not be removed: " + each.sentence()));
        }
        return new ProbeReport(mailbox.samples().run(), List.copyOf(findings), List.copyOf(remains), broken);
    }

    private String ask(List<Answered> findings) {
        try {
            mailbox.createFolder().orUnexpected("the probe's own contact folder could not be made");
            Lab lab = new Lab(mailbox, clock, settings, say);
            List<Question> questions = Questions.of(settings.only());
            for (Question question : questions) {
                say.accept((findings.size() + 1) + "/" + questions.size() + " " + question.text());
                findings.add(question.put(lab));
            }
            return "";
        } catch (UnexpectedReply reply) {
            return reply.getMessage();
        } catch (StoppedException stopped) {
            return "stopped";
        }
    }

    /** Removes what earlier probes left in the mailbox, and asks nothing. */
    public ProbeReport clean() {
        try {
            return new ProbeReport(mailbox.samples().run(), List.of(), new Leftovers(graph, user, clock).remove(), "");
        } catch (UnexpectedReply reply) {
            return new ProbeReport(mailbox.samples().run(), List.of(), List.of(), reply.getMessage());
        }
    }

    /** Ends the asking; cleaning up goes on. May be called from any thread. */
    public void stop() {
        mailbox.stop();
    }
}
