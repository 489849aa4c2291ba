package io.contactsync.journal;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * How something was configured: a hash for each key and each route file, and never a value. The hashes are made with a
 * salt of their own, so that they match nothing outside: not those of another installation, not a table made elsewhere.
 *
 * @param salt of these hashes alone
 * @param hashes by key and file, in their order
 */
public record SaltedSettings(String salt, Map<String, String> hashes) {

    private static final int BYTES = 8;

    public SaltedSettings {
        hashes = java.util.Collections.unmodifiableMap(new TreeMap<>(hashes));
    }

    /** Of now, with a fresh salt. */
    public static SaltedSettings of(Map<String, String> now) {
        String salt = UUID.randomUUID().toString();
        Map<String, String> hashes = new TreeMap<>();
        now.forEach((name, hash) -> hashes.put(name, salted(salt, name, hash)));
        return new SaltedSettings(salt, hashes);
    }

    /** Which keys and files are not as they were, in their order. */
    public List<String> changed(Map<String, String> now) {
        TreeSet<String> names = new TreeSet<>(hashes.keySet());
        names.addAll(now.keySet());
        names.removeIf(name -> now.containsKey(name) && salted(salt, name, now.get(name)).equals(hashes.get(name)));
        return List.copyOf(names);
    }

    private static String salted(String salt, String name, String hash) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(salt.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
            byte[] all = mac.doFinal((name + "=" + hash).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(all, 0, BYTES);
        } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
