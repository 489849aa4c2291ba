/**
 * What goes wrong on request: rules of tests, plans in YAML, plans made from a seed, and what each kind of fault does.
 */
package io.contactsync.sandbox.faults;
