/**
 * The Camel component {@code microsoft-graph:}: the protocol of Microsoft Graph v1.0 and nothing else.
 * <p>
 * Token, address check, URI templates, paging, {@code $batch}, pace, permits per mailbox, limits of size and time.
 * It sits on the HTTP client of camel-http and retries nothing behind the caller's back; no resource's fields are known
 * here. Knows no other room.
 *
 * @see <a href="https://learn.microsoft.com/graph/use-the-api">Use the Microsoft Graph API</a>
 */
package io.contactsync.microsoftgraph;
