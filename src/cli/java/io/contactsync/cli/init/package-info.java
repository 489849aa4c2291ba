/** The first configuration: asked from a person, tried with the tenant, written into the file. */
package io.contactsync.cli.init;
