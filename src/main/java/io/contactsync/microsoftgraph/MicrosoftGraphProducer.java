package io.contactsync.microsoftgraph;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;

import com.fasterxml.jackson.databind.JsonNode;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.support.DefaultProducer;

/** Translates between a message and the operation of its endpoint. */
class MicrosoftGraphProducer extends DefaultProducer {

    private RequestOperation request;
    private ListOperation list;
    private BatchOperation batch;

    MicrosoftGraphProducer(MicrosoftGraphEndpoint endpoint) {
        super(endpoint);
    }

    @Override
    public MicrosoftGraphEndpoint getEndpoint() {
        return (MicrosoftGraphEndpoint) super.getEndpoint();
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        MicrosoftGraphEndpoint endpoint = getEndpoint();
        MicrosoftGraphComponent component = endpoint.getComponent();
        GraphClient client = component.running().client();
        GraphAddress address = component.running().address();
        if (endpoint.getOperation() == MicrosoftGraphOperation.batch) {
            batch = new BatchOperation(client, address.basePath(), component.getBatchTimeout(),
                    CallTemplate.prefer(endpoint));
            return;
        }
        boolean lists = endpoint.getOperation() == MicrosoftGraphOperation.list;
        boolean reads = lists || endpoint.getMethod().equalsIgnoreCase("GET");
        CallTemplate template = new CallTemplate(endpoint, address.basePath(), reads && component.isCompression());
        GraphRetryPolicy retries =
                endpoint.getRetryPolicy() == null ? component.getRetryPolicy() : endpoint.getRetryPolicy();
        if (lists) {
            list = new ListOperation(client, address, endpoint, template, retries, component.getResponseTimeout());
        } else {
            request = new RequestOperation(client, endpoint, template, retries, component.getResponseTimeout());
        }
    }

    @Override
    public void process(Exchange exchange) throws Exception {
        switch (getEndpoint().getOperation()) {
            case request -> request(exchange);
            case list -> list(exchange);
            case batch -> batch(exchange);
        }
    }

    private void request(Exchange exchange) throws Exception {
        Message message = exchange.getMessage();
        byte[] body = request.hasBody() ? bytes(exchange, message.getBody()) : null;
        RequestOperation.Result result = request.send(values(exchange), body);
        headers(message, result.status(), result.requestId(), result.clientRequestId());
        message.setBody(result.json());
    }

    private void list(Exchange exchange) {
        Message message = exchange.getMessage();
        String link = message.getHeader(MicrosoftGraphConstants.LINK, String.class);
        GraphPages<?> pages = list.list(values(exchange), link);
        message.removeHeader(MicrosoftGraphConstants.LINK); // or the next call would start there again
        message.setBody(pages);
    }

    private void batch(Exchange exchange) {
        Message message = exchange.getMessage();
        GraphBatchResponse response = batch.send(requests(message.getBody()));
        headers(message, response.status(), response.requestId(), response.clientRequestId());
        message.setBody(response);
    }

    private static void headers(Message message, int status, String requestId, String clientRequestId) {
        message.setHeader(MicrosoftGraphConstants.STATUS, status);
        message.setHeader(MicrosoftGraphConstants.REQUEST_ID, requestId);
        message.setHeader(MicrosoftGraphConstants.CLIENT_REQUEST_ID, clientRequestId);
    }

    /** What a {name} stands for: the header of that name, or else the variable. */
    private static UnaryOperator<String> values(Exchange exchange) {
        return name -> {
            String header = exchange.getMessage().getHeader(name, String.class);
            return header != null ? header : exchange.getVariable(name, String.class);
        };
    }

    private static byte[] bytes(Exchange exchange, Object body) throws Exception {
        if (body == null || body instanceof byte[]) {
            return (byte[]) body;
        }
        if (body instanceof String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        return body instanceof JsonNode ? GraphJson.MAPPER.writeValueAsBytes(body)
                : exchange.getContext().getTypeConverter().mandatoryConvertTo(byte[].class, exchange, body);
    }

    @SuppressWarnings("unchecked")
    private static List<GraphRequest> requests(Object body) {
        if (body instanceof List<?> list && list.stream().allMatch(GraphRequest.class::isInstance)) {
            return (List<GraphRequest>) list;
        }
        throw new IllegalArgumentException("The body of microsoft-graph:batch must be a List of GraphRequest - was "
                + (body == null ? "empty" : body.getClass().getSimpleName()));
    }
}
