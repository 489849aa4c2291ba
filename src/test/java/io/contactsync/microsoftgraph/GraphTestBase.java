package io.contactsync.microsoftgraph;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import org.apache.camel.CamelExecutionException;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A Camel context with the component, pointed at a stub; tokens are "token-1", then "token-2" after a refusal. */
abstract class GraphTestBase {

    protected GraphStub stub;
    protected DefaultCamelContext context;
    protected MicrosoftGraphComponent component;
    protected ProducerTemplate template;
    protected final List<String> rejectedTokens = new CopyOnWriteArrayList<>();

    @BeforeEach
    void open() throws Exception {
        stub = new GraphStub();
        context = new DefaultCamelContext();
        component = new MicrosoftGraphComponent();
        component.setBaseUrl(stub.url("/v1.0"));
        component.setTokenProvider(rejected -> {
            if (rejected != null) {
                rejectedTokens.add(rejected);
            }
            return rejected == null ? "token-1" : "token-2";
        });
        context.addComponent("microsoft-graph", component);
        configure();
        context.start();
        template = context.createProducerTemplate();
    }

    /** Before the start: options of the component. */
    protected void configure() throws Exception {
        // the defaults
    }

    @AfterEach
    void close() throws Exception {
        template.close();
        context.stop();
        stub.close();
    }

    protected Object call(String uri, Object body, Map<String, Object> headers) {
        return exchange(uri, body, headers).getMessage().getBody();
    }

    protected Exchange exchange(String uri, Object body, Map<String, Object> headers) {
        Exchange result = template.request(uri, exchange -> {
            exchange.getMessage().setBody(body);
            exchange.getMessage().setHeaders(new java.util.HashMap<>(headers));
        });
        if (result.getException() instanceof RuntimeException e) {
            throw e;
        }
        if (result.getException() != null) {
            throw new CamelExecutionException("failed", result, result.getException());
        }
        return result;
    }

    protected GraphBatchResponse batch(GraphRequest... requests) {
        return (GraphBatchResponse) call("microsoft-graph:batch", List.of(requests), Map.of());
    }

    protected List<Object> list(String uri, Map<String, Object> headers) {
        List<Object> rows = new ArrayList<>();
        ((Iterator<?>) call(uri, null, headers)).forEachRemaining(rows::add);
        return rows;
    }

    protected static GraphRequest post(String id, String mailbox) {
        return new GraphRequest(id, "POST", "/users/" + mailbox + "/contacts", Map.of(),
                "{\"displayName\":\"Ann \\\"A\\\" Ö\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
