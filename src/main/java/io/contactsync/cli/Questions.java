package io.contactsync.cli;

import io.contactsync.contact.Sentences;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** Single questions to a route, outside of any run. */
record Questions(App app) {

    <T> T ask(String route, Object body, Class<T> type) {
        return ask(route, body, Map.of(), type);
    }

    /**
     * What a route answers.
     *
     * @throws IllegalStateException in one sentence, if it fails
     */
    <T> T ask(String route, Object body, Map<String, Object> variables, Class<T> type) {
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
