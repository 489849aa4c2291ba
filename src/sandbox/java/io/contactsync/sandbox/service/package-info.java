/** The road from HTTP to the api and back: server, batches, faults, throttle, latency. */
package io.contactsync.sandbox.service;
