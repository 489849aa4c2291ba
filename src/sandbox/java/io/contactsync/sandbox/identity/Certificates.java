package io.contactsync.sandbox.identity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.X509KeyManager;

/**
 * The server's self-signed certificate, an EC key on P-256, made by the JDK's own keytool once per JVM and set of host
 * names.
 *
 * @param keys key and certificate, ready for use: to open a key store by its password takes a tenth of a second each
 * time
 * @param pem  the certificate for clients
 */
public record Certificates(X509KeyManager keys, String pem) {
    private static final Map<Set<String>, Certificates> MADE = new ConcurrentHashMap<>();

    /** This JVM's certificate for these host names and addresses. */
    public static Certificates of(Set<String> names) {
        return MADE.computeIfAbsent(names, Certificates::make);
    }

    private static Certificates make(Set<String> names) {
        String password = UUID.randomUUID().toString();
        try {
            Path folder = Files.createTempDirectory("contact-sync-sandbox");
            Path store = folder.resolve("server.p12");
            try {
                keytool(store, password, names);
                return read(store, password);
            } finally {
                Files.deleteIfExists(store);
                Files.deleteIfExists(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a certificate", e);
        }
    }

    /** Such as {@code san=ip:127.0.0.1,dns:localhost}. */
    private static String alternatives(Set<String> names) {
        return names.stream().map(name -> (name.matches("[0-9.]+") ? "ip:" : "dns:") + name)
                .collect(Collectors.joining(",", "san=", ""));
    }

    private static void keytool(Path store, String password, Set<String> names) throws IOException {
        String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        List<String> command = List.of(keytool, "-genkeypair",
                "-alias", "sandbox", "-keyalg", "EC", "-groupname", "secp256r1", "-validity", "30",
                "-dname", "CN=contact-sync sandbox", "-ext", "bc:c=ca:true", "-ext", alternatives(names),
                "-storetype", "PKCS12", "-keystore", store.toString(), "-storepass:env", "SANDBOX_STORE_PASSWORD");
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("SANDBOX_STORE_PASSWORD", password);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new IOException("keytool failed: " + said);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while keytool ran", e);
        }
    }

    private static Certificates read(Path store, String password) throws IOException {
        try (InputStream in = Files.newInputStream(store)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(in, password.toCharArray());
            KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(keys, password.toCharArray());
            String body = Base64.getMimeEncoder(64, new byte[] {'\n'})
                    .encodeToString(keys.getCertificate("sandbox").getEncoded());
            return new Certificates((X509KeyManager) managers.getKeyManagers()[0],
                    "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n");
        } catch (GeneralSecurityException e) {
            throw new IOException("cannot read what keytool made", e);
        }
    }
}
