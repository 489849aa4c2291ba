package io.contactsync.notify;

import io.contactsync.microsoftgraph.SecretFile;

import jakarta.mail.Authenticator;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;

import org.apache.camel.component.mail.DefaultJavaMailSender;

import java.net.URI;
import java.util.Properties;
import java.util.regex.Pattern;

/** The mail server that {@code notify-mail} hands letters to. */
public final class MailServer {

    private static final Pattern ADDRESS =
            Pattern.compile("smtps?://[A-Za-z0-9.-]+(:\\d{1,5})?|smtps?://\\[[0-9A-Fa-f:]+](:\\d{1,5})?");
    private static final String SMTPS = "smtps";
    private static final int PORT = 25;
    private static final int TLS_PORT = 465;
    private static final String LIMIT = "10000";

    private MailServer() {
    }

    /**
     * How it is spoken to: with TLS where the address begins with smtps or the server offers it; with a password only
     * so.
     *
     * @param server {@code smtp://host:port} or {@code smtps://host:port}; empty for none
     * @param user who signs in; empty for nobody
     * @param passwordFile file with the password, read each time
     * @throws IllegalArgumentException if it is no such address
     */
    public static DefaultJavaMailSender sender(String server, String user, String passwordFile) {
        URI address = address(server);
        boolean tls = address.getScheme().equals(SMTPS);
        DefaultJavaMailSender sender = new DefaultJavaMailSender();
        sender.setProtocol("smtp");
        sender.setHost(address.getHost().replaceAll("[\\[\\]]", ""));
        sender.setPort(address.getPort() > 0 ? address.getPort() : tls ? TLS_PORT : PORT);
        sender.setSession(Session.getInstance(properties(tls, !user.isEmpty()),
                user.isEmpty() ? null : signIn(user, SecretFile.named("notify.smtp-password-file", passwordFile))));
        return sender;
    }

    /** The server's address; a local one if there is none, which nobody asks. */
    public static URI address(String server) {
        if (!server.isEmpty() && !ADDRESS.matcher(server).matches()) {
            throw new IllegalArgumentException(
                    "notify.smtp must be smtp://host:port or smtps://host:port - was '" + server + "'");
        }
        return URI.create(server.isEmpty() ? "smtp://localhost" : server);
    }

    private static Properties properties(boolean tls, boolean signsIn) {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.ssl.enable", Boolean.toString(tls));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.starttls.enable", "true");
        properties.setProperty("mail.smtp.starttls.required", Boolean.toString(signsIn && !tls));
        properties.setProperty("mail.smtp.auth", Boolean.toString(signsIn));
        properties.setProperty("mail.smtp.connectiontimeout", LIMIT);
        properties.setProperty("mail.smtp.timeout", LIMIT);
        properties.setProperty("mail.smtp.writetimeout", LIMIT);
        return properties;
    }

    private static Authenticator signIn(String user, SecretFile password) {
        return new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(user, password.read());
            }
        };
    }
}
