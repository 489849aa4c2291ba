/**
 * The resources of Graph: takes a request, reads or changes the store, gives the answer. No HTTP, no waiting, no
 * faults.
 */
package io.contactsync.sandbox.api;
