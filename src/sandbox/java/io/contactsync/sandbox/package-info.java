/**
 * A Microsoft Graph service in the same process, on loopback, made of public data: to try the product without a tenant,
 * to test it, to measure it. {@link io.contactsync.sandbox.Sandbox} starts it.
 *
 * <p>Its rooms, each knowing some of those after it: the face (this package), {@code service} (HTTP, batches, throttle,
 * latency, the watch over every exchange), {@code faults} (what goes wrong on request), {@code api} (Graph's
 * resources), {@code store} (tenant, mailboxes, contacts), {@code protocol} (what goes over the wire). Beside them
 * {@code identity} (tokens, certificates) and {@code people} (who is in the tenant). {@code ArchitectureTest} says who
 * may know whom.
 *
 * <p>A request's way: {@code SandboxServer} (HTTP, token) - {@code BatchHandler} for batches - {@code Dispatcher}
 * (faults, throttle, latency) - {@code GraphApi} (routing, answers) - {@code Tenant} (directory, mailboxes). Everything
 * up to the tenant runs on one event loop; the tenant has one lock, so that tests may look into it at any time. All of
 * it goes by one clock, which tests put forward: {@link io.contactsync.sandbox.Sandbox#letPass}.
 *
 * <p>Memory: a contact's content is rendered once and shared by all mailboxes that hold the same; ids and change keys
 * are rendered from numbers. 64 mailboxes of 5,000 contacts take less than 60 MB.
 *
 * <p>Behaviour that Microsoft does not publish is a {@link io.contactsync.sandbox.protocol.GraphReading}, or is chosen
 * plainly and said so where it is chosen.
 */
package io.contactsync.sandbox;
