/** Entra ID: app registration, tokens, assertions, and the certificates of TLS. */
package io.contactsync.sandbox.identity;
