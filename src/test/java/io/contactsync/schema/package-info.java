/**
 * The official schema, held against everything that goes over the wire in the tests: requests of the program, answers
 * of the sandbox. {@link io.contactsync.schema.SchemaWatch} sees every exchange,
 * {@link io.contactsync.schema.SchemaGuard} fails the test in which one is wrong.
 */
package io.contactsync.schema;
