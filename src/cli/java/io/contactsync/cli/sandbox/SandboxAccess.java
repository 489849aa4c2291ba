package io.contactsync.cli.sandbox;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contactsync.cli.configuration.Configuration;
import io.contactsync.cli.process.JsonLine;
import io.contactsync.sandbox.SandboxAddress;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How contact-sync reaches a sandbox: as settings, and as what is told to those who serve themselves. */
public final class SandboxAccess {

    private static final String SECRET = "graph.client-secret";

    private final SandboxAddress address;

    public SandboxAccess(SandboxAddress address) {
        this.address = address;
    }

    /** Where the tenant is, and how to sign in. */
    Map<String, String> tenant() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("graph.base-url", address.graph());
        settings.put("graph.authority", address.authority());
        settings.put("graph.ca-certificate", address.caCertificate());
        settings.put("graph.tenant-id", address.tenant());
        settings.put("graph.client-id", address.clientId());
        settings.put("graph.client-secret", address.clientSecret());
        return settings;
    }

    /** Those and whose contacts go to whom. */
    public Map<String, String> synchronisation() {
        Map<String, String> settings = tenant();
        settings.put("targets.from", "group");
        settings.put("targets.group", address.targetGroup());
        settings.put("source.graph-contacts.mailboxes", address.centralMailbox());
        return settings;
    }

    /**
     * The same for a host, as the keys that it is told.
     *
     * @param data a folder of its own
     * @return a file in it
     */
    public Path host(Path data) {
        Map<String, String> settings = synchronisation();
        settings.put("sync.data", data.toString());
        List<String> lines = settings.entrySet().stream()
                .map(each -> Configuration.PREFIX + each.getKey() + " = " + each.getValue()).toList();
        try {
            return Files.write(data.resolve("host.properties"), lines);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** @param data a folder of its own for those who follow */
    void print(PrintStream out, Path data) {
        Map<String, String> settings = synchronisation();
        settings.put("sync.data", data.toString());
        out.println("The sandbox is served until you stop it. To synchronise into it, from another terminal:");
        out.println();
        out.printf("export %s=%s%n", Configuration.variable(SECRET), settings.remove(SECRET));
        out.print("bin/contact-sync sync");
        settings.forEach((key, value) -> out.printf(" \\%n  --set %s=%s", key, value));
        out.printf(
                "%n%nThe same options go with every command, for example 'plan', 'check' and 'explain'. The data "
                        + "folder is removed when"
                        + " the sandbox ends.%n");
        out.printf("%nA host of your own (docs/integrator.adoc) takes the same from this file:%n%n%s%n", host(data));
        out.printf("%nTo sign in as a machine in Azure does, with --set graph.managed-identity=system-assigned and no "
                + "secret:%n%nexport AZURE_POD_IDENTITY_AUTHORITY_HOST=%s%n", address.metadata());
        out.printf("%nTo look from above (docs/sandbox.adoc), for example at what it was asked:%n%n");
        out.println(curl("", "findings"));
        out.printf(
                "%nTo let a day pass in the tenant, with joiners, leavers and changed numbers for the next run:%n%n");
        out.println(curl("-X POST ", "next-day"));
        out.printf("%nTo put the clock forward, so that creates settle and rests end; owners' edits, deletions and "
                + "faults are played likewise:%n%n");
        out.println(curl("-X POST -d PT20M ", "clock"));
    }

    private String curl(String method, String what) {
        return "curl " + method + "--cacert " + address.caCertificate() + " -H 'Authorization: Bearer "
                + address.controlToken() + "' "
                + URI.create(address.authority()).resolve("/sandbox/" + what);
    }

    void printJson(PrintStream out, Path data) {
        ObjectNode line = JsonNodeFactory.instance.objectNode().put("graph", address.graph())
                .put("authority", address.authority())
                .put("tenant", address.tenant()).put("clientId", address.clientId())
                .put("clientSecret", address.clientSecret())
                .put("caCertificate", address.caCertificate()).put("targetGroup", address.targetGroup())
                .put("centralMailbox", address.centralMailbox())
                .put("metadata", address.metadata())
                .put("controlToken", address.controlToken()).put("data", data.toString());
        out.println(JsonLine.of(line));
    }
}
