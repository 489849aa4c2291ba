package io.contactsync.sandbox.service;

import io.contactsync.sandbox.protocol.GraphRefusal;
import io.contactsync.sandbox.protocol.ServiceRequest;
import io.contactsync.sandbox.protocol.ServiceResponse;
import io.contactsync.sandbox.store.Tenant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/**
 * Shows every exchange to observers, together with how things stood when its request arrived. Without observers it does
 * nothing. Used by one thread.
 */
public final class ExchangeWatch {
    static final String DIRECTORY = "directory";
    static final String APP = "app";
    private final List<ExchangeObserver> observers;
    private final Tenant tenant;
    private final LongSupplier nanos;
    private final long started;
    private final Map<String, Traffic> traffic = new HashMap<>();
    private final Map<Long, List<Traffic>> joined = new HashMap<>();
    private long last;

    /** @param nanos a clock that only goes forward */
    public ExchangeWatch(List<ExchangeObserver> observers, Tenant tenant, LongSupplier nanos) {
        this.observers = List.copyOf(observers);
        this.tenant = tenant;
        this.nanos = nanos;
        this.started = nanos.getAsLong();
    }

    boolean on() {
        return !observers.isEmpty();
    }

    /** A request that came by itself, or a batch. */
    Arrival arrival(String method, String target, Map<String, String> headers, byte[] body) {
        return arrival(null, parsed(method, target, headers, body), method, target, headers, body);
    }

    /** A request of a batch, about to be carried out; null if nobody watches. */
    Arrival inside(Arrival outer, ServiceRequest request) {
        return outer == null ? null
                : arrival(outer, request, request.method(), request.target(), request.headers(), request.bytes());
    }

    /** What to do with the answer, the observers shown it first. */
    Consumer<ServiceResponse> over(Arrival arrival, Consumer<ServiceResponse> done) {
        if (arrival == null) {
            return done;
        }
        return response -> {
            leaves(arrival, response);
            Exchange exchange = new Exchange(arrival, response, now());
            observers.forEach(each -> each.seen(exchange));
            done.accept(response);
        };
    }

    private Arrival arrival(Arrival outer, ServiceRequest request, String method, String target,
            Map<String, String> headers, byte[] body) {
        String mailbox = request == null ? null : mailbox(request);
        long at = now();
        Arrival.Standing standing = standing(outer, outer == null && target.equals("/$batch") ? APP : service(mailbox),
                item(mailbox, method, target, body), outer == null ? at : outer.at());
        Arrival arrival = new Arrival(++last, outer, at, method, target, headers, body, mailbox, standing,
                before(request, mailbox));
        enters(arrival);
        return arrival;
    }

    private Arrival.Standing standing(Arrival outer, String service, String item, long sent) {
        Traffic there = traffic(service);
        Traffic app = traffic(APP);
        Traffic closed = Stream.of(there, app, traffic.getOrDefault(item, there))
                .max(Comparator.comparingLong(each -> each.left(sent))).orElse(there);
        return new Arrival.Standing(there.inFlight, app.inFlight, there.batchesBeside(outer), closed.left(sent),
                sent - closed.closedSince);
    }

    private void enters(Arrival arrival) {
        if (arrival.isBatch()) {
            return;
        }
        traffic(APP).inFlight++;
        Traffic there = traffic(service(arrival.mailbox()));
        there.inFlight++;
        if (arrival.outer() != null && there.batches.add(arrival.outer().number())) {
            joined.computeIfAbsent(arrival.outer().number(), any -> new ArrayList<>(1)).add(there);
        }
    }

    private void leaves(Arrival arrival, ServiceResponse response) {
        Set<String> closing = WaitTold.services(arrival, response, this::mailbox);
        closing.forEach(each -> traffic(each).close(now(), WaitTold.nanos(response)));
        if (arrival.isBatch()) {
            List<Traffic> left = joined.remove(arrival.number());
            (left == null ? List.<Traffic>of() : left).forEach(each -> each.batches.remove(arrival.number()));
        } else {
            traffic(APP).inFlight--;
            traffic(service(arrival.mailbox())).inFlight--;
        }
    }

    private Traffic traffic(String service) {
        return traffic.computeIfAbsent(service, any -> new Traffic());
    }

    static String service(String mailbox) {
        return mailbox == null ? DIRECTORY : mailbox;
    }

    /** What a request is about: a contact, a list, or what is to become one. */
    static String item(String mailbox, String method, String target, byte[] body) {
        String what = service(mailbox) + " " + target.split("\\?", 2)[0];
        return method.equals("POST") ? what + " " + Arrays.hashCode(body) : what;
    }

    private String mailbox(ServiceRequest request) {
        String named = request.mailbox();
        return named == null ? null : tenant.idOf(named);
    }

    /** The contact that a write names, whatever folder the path goes through. */
    private byte[] before(ServiceRequest request, String mailbox) {
        if (mailbox == null || request.method().equals("GET")) {
            return null;
        }
        int at = request.segments().lastIndexOf("contacts");
        return at < 2 || at + 1 >= request.depth() ? null
                : tenant.contact(mailbox, request.segment(at + 1)).orElse(null);
    }

    private static ServiceRequest parsed(String method, String target, Map<String, String> headers, byte[] body) {
        try {
            return new ServiceRequest(method, target, headers, body, false, null);
        } catch (GraphRefusal unreadable) {
            return null;
        }
    }

    private long now() {
        return nanos.getAsLong() - started;
    }

    /** What is under way to one mailbox, to the directory or from the app, and until when it should not be asked. */
    private static final class Traffic {
        private final Set<Long> batches = new HashSet<>(2);
        private int inFlight;
        private long closedSince;
        private long closedUntil;

        void close(long now, long nanos) {
            closedSince = now >= closedUntil ? now : closedSince;
            closedUntil = Math.max(closedUntil, now + nanos);
        }

        long left(long sent) {
            return Math.max(0, closedUntil - sent);
        }

        int batchesBeside(Arrival own) {
            return batches.size() - (own != null && batches.contains(own.number()) ? 1 : 0);
        }
    }
}
