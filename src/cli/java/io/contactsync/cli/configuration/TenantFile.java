package io.contactsync.cli.configuration;

import io.contactsync.core.Names;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The configuration of one of several tenants that one process serves.
 *
 * @param name of the tenant: that of the file, without its ending
 * @param file its own, as {@code --config} takes it
 */
public record TenantFile(String name, Path file) {

    /** Longest name of a tenant, in characters. */
    public static final int LONGEST = 40;

    private static final String ENDING = ".properties";
    private static final String SHARED = "management.";

    /**
     * Those of a folder, by name.
     *
     * @throws ConfigurationException if it is no folder that can be read, or holds none
     */
    public static List<TenantFile> in(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<TenantFile> found = files.filter(file -> file.toString().endsWith(ENDING)).sorted()
                    .map(file -> new TenantFile(name(file), file)).toList();
            if (found.isEmpty()) {
                throw new ConfigurationException("--tenants: there is no file <name>" + ENDING + " in '" + folder
                        + "': each tenant has one");
            }
            return found;
        } catch (IOException unreadable) {
            throw new ConfigurationException("--tenants must name a folder with a file <name>" + ENDING
                    + " for each tenant - '" + folder + "' cannot be read (" + unreadable.getClass().getSimpleName()
                    + ")");
        }
    }

    private static String name(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - ENDING.length());
    }

    /**
     * Reads it.
     *
     * @throws ConfigurationException if it is not usable, or says what counts for all tenants
     */
    public Configuration read(CommonOptions common) {
        if (!Names.isKebab(name) || name.length() > LONGEST) {
            throw new ConfigurationException(file + ": a tenant's name must be kebab-case (a-z, 0-9, -), at most "
                    + LONGEST + " characters - was '" + name + "'");
        }
        for (Object key : ConfigurationFile.load(file).keySet()) {
            if (key.toString().startsWith(SHARED)) {
                throw new ConfigurationException(file + ": the key '" + key
                        + "' counts for all tenants: set it in " + ConfigurationFile.OWN);
            }
        }
        return common.configurationOfTenant(file);
    }
}
