package io.contactsync.cli.configuration;

import io.contactsync.core.Names;
import io.contactsync.source.IdFile;
import io.contactsync.source.UserExclusions;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What can be known of values before anything is asked of anybody: every command refuses what no run could use. */
public final class ConfigurationValues {

    private static final Pattern DOMAIN = Pattern.compile("[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");
    private static final Pattern ADDRESS = Pattern.compile("[^@\\s]+@" + DOMAIN);
    /** Codes that people write and ISO 3166 does not have. */
    private static final Map<String, String> NEARLY_REGIONS = Map.of("UK", "GB", "EL", "GR", "EN", "GB", "SF", "FI");
    private static final Set<String> REGIONS = Set.of(Locale.getISOCountries());
    private static final String EXCLUDE = "source.graph-users.exclude-";

    private final Configuration configuration;
    private final List<String> mistakes = new ArrayList<>();

    private ConfigurationValues(Configuration configuration) {
        this.configuration = configuration;
    }

    /**
     * All that is wrong, a sentence each.
     *
     * @param now what the schedule is seen from
     */
    public static List<String> mistakes(Configuration configuration, Instant now) {
        ConfigurationValues values = new ConfigurationValues(configuration);
        values.application();
        values.targets();
        values.lists();
        values.look(() -> Addressees.check(configuration));
        configuration.keys().stream().filter(key -> key.startsWith("source.") && key.endsWith(".region"))
                .forEach(values::region);
        if (values.configuration.list("sync.sources").contains("graph-users")) {
            values.look(values::exclusions);
        }
        values.look(() -> Schedule.of(configuration, now));
        return values.mistakes;
    }

    private void look(Runnable at) {
        try {
            at.run();
        } catch (ConfigurationException wrong) {
            mistakes.add(wrong.getMessage());
        }
    }

    private void application() {
        String tenant = configuration.get("graph.tenant-id");
        require(isTenant(tenant),
                "graph.tenant-id must be the directory (tenant) id as Entra shows it, or a domain of the tenant",
                tenant);
        String client = configuration.get("graph.client-id");
        require(isId(client),
                "graph.client-id must be the application (client) id as Entra shows it, 8-4-4-4-12 hexadecimal digits",
                client);
    }

    private void targets() {
        String from = configuration.get("targets.from");
        String group = configuration.get("targets.group");
        require(!from.equals("group") || isId(group),
                "targets.group must be the object id of a group, because targets.from is group", group);
        String file = configuration.get("targets.file");
        require(!from.equals("file") || Files.isRegularFile(Path.of(file)),
                "targets.file must be a file, because targets.from is file", file);
    }

    private void lists() {
        List<String> mailboxes = configuration.list("source.graph-contacts.mailboxes");
        for (String mailbox : mailboxes) {
            require(isMailbox(mailbox),
                    "source.graph-contacts.mailboxes must be object ids or addresses of mailboxes, comma-separated",
                    mailbox);
        }
        require(!configuration.list("sync.sources").contains("graph-contacts") || !mailboxes.isEmpty(),
                "source.graph-contacts.mailboxes must name the central mailboxes, or sync.sources must not name "
                        + "graph-contacts",
                configuration.get("source.graph-contacts.mailboxes"));
        for (String group : configuration.list(EXCLUDE + "groups")) {
            require(isId(group), EXCLUDE + "groups must be object ids of groups, comma-separated", group);
        }
        for (String retired : configuration.list("sync.retired-sources")) {
            require(Names.isKebab(retired), "sync.retired-sources must hold kebab-case names (a-z, 0-9, -)", retired);
        }
    }

    private void region(String key) {
        String mistake = regionMistake(configuration.get(key));
        if (!mistake.isEmpty()) {
            mistakes.add(key + mistake);
        }
    }

    /** What is wrong with a region, to stand behind its key; empty if nothing is. */
    public static String regionMistake(String text) {
        String region = text.toUpperCase(Locale.ROOT);
        String instead =
                NEARLY_REGIONS.containsKey(region) ? " - did you mean '" + NEARLY_REGIONS.get(region) + "'?" : "";
        return region.isEmpty() || REGIONS.contains(region) ? ""
                : " must be a country by its two letters of ISO 3166, such as DE or US - was '" + text + "'" + instead;
    }

    /** Whether it has the form of an object id. */
    public static boolean isId(String text) {
        return Names.isObjectId(text);
    }

    /** Whether it has the form of a tenant: an id or a domain. */
    public static boolean isTenant(String text) {
        return isId(text) || DOMAIN.matcher(text).matches();
    }

    /** Whether it has the form of a mailbox: an id or an address. */
    public static boolean isMailbox(String text) {
        return isId(text) || ADDRESS.matcher(text).matches();
    }

    private void exclusions() {
        try {
            UserExclusions.open("graph-users", configuration.get(EXCLUDE + "properties"), "");
            String file = configuration.get(EXCLUDE + "file");
            if (!file.isEmpty()) {
                IdFile.read(Path.of(file));
            }
        } catch (IllegalArgumentException wrong) {
            String key = wrong.getMessage().startsWith(EXCLUDE) ? "" : EXCLUDE + "file: ";
            throw new ConfigurationException(key + wrong.getMessage());
        }
    }

    private void require(boolean good, String rule, String found) {
        if (!good) {
            mistakes.add(rule + " - was '" + found + "'");
        }
    }
}
