package io.contactsync.probe;

/**
 * A question and its answer.
 *
 * @param key      kebab-case name of the question
 * @param question the question
 */
record Answered(String key, String question, Observation answer) {
}
