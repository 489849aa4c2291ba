package io.contactsync.probe;

/**
 * One thing that Microsoft does not publish.
 *
 * @param key  kebab-case; where the sandbox has a reading of that key, the verdict is one of its answers
 * @param text the question as a person would ask it
 */
record Question(String key, String text, Asking asking) {

    /** Finds the answer. */
    @FunctionalInterface
    interface Asking {
        Observation ask(Lab lab);
    }

    /** The finding; a step that did not succeed, and not the second time either, leaves the question open. */
    Answered put(Lab lab) {
        try {
            return new Answered(key, text, asking.ask(lab));
        } catch (UnexpectedReply reply) {
            return reply.lasting() ? new Answered(key, text, Observation.unclear(reply.getMessage())) : putAgain(lab);
        }
    }

    private Answered putAgain(Lab lab) {
        try {
            return new Answered(key, text, asking.ask(lab));
        } catch (UnexpectedReply reply) {
            return new Answered(key, text, Observation.unclear(reply.getMessage()));
        }
    }
}
