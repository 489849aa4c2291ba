package io.contactsync.cli.probe;

import com.fasterxml.jackson.databind.JsonNode;
import io.contactsync.microsoftgraph.GraphAuthenticationException;
import io.contactsync.microsoftgraph.GraphException;
import io.contactsync.microsoftgraph.MicrosoftGraphComponent;
import io.contactsync.microsoftgraph.MicrosoftGraphConstants;
import io.contactsync.microsoftgraph.MicrosoftGraphEndpoint;
import io.contactsync.probe.Call;
import io.contactsync.probe.GraphDoor;
import io.contactsync.probe.Reply;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.apache.camel.Exchange;
import org.apache.camel.Producer;
import org.apache.camel.impl.DefaultCamelContext;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The probe's way to Graph: our own component in two copies that repeat nothing and hold nothing back, one of which
 * loses patience almost at once. They share the token of the first.
 */
final class ProbeGraph implements GraphDoor, AutoCloseable {

    private static final int WIDTH = 64;
    /** Shorter than a create takes, longer than its bytes need to leave. */
    private static final long HURRIED_MILLIS = 25;

    private final ExecutorService threads = Executors.newFixedThreadPool(WIDTH);
    private final MicrosoftGraphComponent patient;
    private final MicrosoftGraphComponent hurried;

    ProbeGraph(MicrosoftGraphComponent graph) {
        patient = copy(graph);
        hurried = copy(graph);
        hurried.setResponseTimeout(HURRIED_MILLIS);
        start(patient);
        start(hurried);
    }

    /** Each copy has a context of its own, and counts there. */
    private static void start(MicrosoftGraphComponent component) {
        DefaultCamelContext context = new DefaultCamelContext();
        context.getRegistry().bind("meters", new SimpleMeterRegistry());
        context.addComponent("microsoft-graph", component);
        context.start();
    }

    private static MicrosoftGraphComponent copy(MicrosoftGraphComponent graph) {
        MicrosoftGraphComponent copy = new MicrosoftGraphComponent();
        copy.setCloud(graph.getCloud());
        copy.setBaseUrl(graph.getBaseUrl());
        copy.setTokenProvider(graph.tokens());
        copy.setCaCertificate(graph.getCaCertificate());
        copy.setSslContextParameters(graph.getSslContextParameters());
        copy.setProxy(graph.getProxy());
        copy.setProxyUser(graph.getProxyUser());
        copy.setProxyPassword(graph.getProxyPassword());
        copy.setRequestsPerMailbox(WIDTH);
        return copy;
    }

    @Override
    public Reply send(Call call) {
        return send(patient, call);
    }

    @Override
    public Reply sendHurriedly(Call call) {
        return send(hurried, call);
    }

    @Override
    public List<Reply> sendAtOnce(List<Call> calls) {
        List<Future<Reply>> waiting = calls.stream().map(call -> threads.submit(() -> send(call))).toList();
        List<Reply> replies = new ArrayList<>();
        for (Future<Reply> reply : waiting) {
            replies.add(get(reply));
        }
        return replies;
    }

    private static Reply get(Future<Reply> reply) {
        try {
            return reply.get();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", ended);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause
                    : new IllegalStateException(failed.getCause());
        }
    }

    private static Reply send(MicrosoftGraphComponent component, Call call) {
        long start = System.nanoTime();
        try {
            Exchange exchange = exchange(component, call);
            return new Reply(exchange.getMessage().getHeader(MicrosoftGraphConstants.STATUS, int.class), null,
                    exchange.getMessage().getBody(JsonNode.class), since(start));
        } catch (GraphAuthenticationException lasting) {
            throw lasting;
        } catch (GraphException refusal) {
            return new Reply(refusal.status(), refusal.code(), null, since(start));
        } catch (RuntimeException unforeseen) {
            throw unforeseen;
        } catch (Exception checked) {
            throw new IllegalStateException(checked);
        }
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /**
     * The address is complete and encoded already: it is set on an endpoint of its own, past the escaping and the
     * caches of endpoint URIs.
     */
    private static Exchange exchange(MicrosoftGraphComponent component, Call call) throws Exception {
        MicrosoftGraphEndpoint endpoint =
                (MicrosoftGraphEndpoint) component.createEndpoint("microsoft-graph:request?method=" + call.method());
        endpoint.setPath(call.url());
        Exchange exchange = endpoint.createExchange();
        exchange.getMessage().setBody(call.body());
        Producer producer = endpoint.createProducer();
        producer.start();
        try {
            producer.process(exchange);
            return exchange;
        } finally {
            producer.stop();
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        patient.getCamelContext().stop();
        hurried.getCamelContext().stop();
    }
}
