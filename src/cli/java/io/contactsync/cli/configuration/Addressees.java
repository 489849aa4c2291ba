package io.contactsync.cli.configuration;

import io.contactsync.notify.MailServer;
import io.contactsync.notify.Webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whether people could be told, as far as that can be seen without telling them. */
public final class Addressees {

    private static final Pattern MAIL = Pattern.compile("[^@\\s,;<>\"\\p{Cntrl}]+@[^@\\s,;<>\"\\p{Cntrl}]+");
    private static final String WEBHOOK = "notify.webhook";
    private static final String TO = "notify.mail-to";
    private static final String SERVER = "notify.smtp";

    private Addressees() {
    }

    /**
     * Looks at the keys.
     *
     * @throws ConfigurationException at the first one that is wrong or missing
     */
    static void check(Configuration configuration) {
        try {
            if (!configuration.get(WEBHOOK).isEmpty()) {
                Webhook.host(configuration.get(WEBHOOK));
            }
            MailServer.address(configuration.get(SERVER));
        } catch (IllegalArgumentException wrong) {
            throw new ConfigurationException(wrong.getMessage());
        }
        letters(configuration);
    }

    private static void letters(Configuration configuration) {
        List<String> to = list(configuration.get(TO)).toList();
        for (String key : List.of("notify.mail-from", SERVER)) {
            if (!to.isEmpty() && configuration.get(key).isEmpty()) {
                throw new ConfigurationException(key + " must be set, because " + TO + " is");
            }
        }
        Stream.concat(to.stream().map(address -> new String[] {TO, address}),
                Stream.of(configuration.get("notify.mail-from"))
                .filter(from -> !from.isEmpty()).map(from -> new String[] {"notify.mail-from", from})).forEach(pair -> {
                    if (!MAIL.matcher(pair[1]).matches()) {
                        throw new ConfigurationException(
                                pair[0] + " must hold addresses such as it@contoso.com - was '" + pair[1] + "'");
                    }
                });
        if (!configuration.get("notify.smtp-user").isEmpty()
                && configuration.get("notify.smtp-password-file").isEmpty()) {
            throw new ConfigurationException("notify.smtp-password-file must be set, because notify.smtp-user is");
        }
    }

    private static Stream<String> list(String value) {
        return Stream.of(value.split(",")).map(String::strip).filter(part -> !part.isEmpty());
    }

    /**
     * Who would be told, for {@code check}: looks up the hosts, and sends nothing.
     *
     * @throws IllegalStateException if a host has no address
     */
    public static String reach(Configuration configuration) {
        List<String> reached = new ArrayList<>();
        if (!configuration.get(WEBHOOK).isEmpty()) {
            reached.add("webhook at "
                    + found(WEBHOOK, Webhook.host(configuration.get(WEBHOOK)), configuration.get("graph.proxy")));
        }
        if (!configuration.get(TO).isEmpty()) {
            reached.add("mail by " + found(SERVER, MailServer.address(configuration.get(SERVER)).getHost(), ""));
        }
        return reached.isEmpty() ? "nobody is told of failures and holds: set notify.webhook or notify.mail-to"
                : String.join(", ", reached);
    }

    /** Behind a proxy it is the proxy that looks up. */
    private static String found(String key, String host, String proxy) {
        try {
            return proxy.isEmpty() ? InetAddress.getByName(host).getHostAddress() == null ? "" : host : host;
        } catch (UnknownHostException unknown) {
            throw new IllegalStateException(key + ": the host '" + host + "' is not known here");
        }
    }
}
