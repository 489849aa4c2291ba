package io.contactsync.sandbox;

/**
 * Where a running sandbox is and what a client needs to know of it.
 *
 * @param graph         base address with the version, such as {@code http://127.0.0.1:8080/v1.0}
 * @param authority     address that issues tokens, with the tenant id; always https
 * @param tenant        tenant id
 * @param clientId      application (client) id
 * @param clientSecret  the application's secret; it protects nothing but the sandbox
 * @param caCertificate absolute path of the PEM file a client has to trust
 * @param targetGroup   object id of the group whose members are the target users
 * @param centralMailbox object id of the shared mailbox with the customers
 * @param centralFolder display name of the contact folder with the suppliers in that mailbox
 * @param controlToken  what requests below {@code /sandbox/} send as bearer: they show and change what no client of
 *                      Graph may
 * @param metadata      where a machine asks for tokens of its managed identity, as AZURE_POD_IDENTITY_AUTHORITY_HOST
 */
public record SandboxAddress(String graph, String authority, String tenant, String clientId, String clientSecret,
        String caCertificate, String targetGroup, String centralMailbox, String centralFolder, String controlToken,
        String metadata) {
}
