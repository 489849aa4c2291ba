package io.contactsync.cli.init;

import io.contactsync.cli.configuration.Configuration;
import io.contactsync.cli.configuration.ConfigurationValues;
import io.contactsync.core.Names;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The questions of {@code init}, in the order in which each can be tried by what was answered before. */
final class Init {

    private static final String NONE = "none";
    private static final String CENTRAL = "graph-contacts";
    private static final String MAILBOXES = "source.graph-contacts.mailboxes";
    private static final String USERS_REGION = "source.graph-users.region";
    private static final String CENTRAL_REGION = "source.graph-contacts.region";
    private static final String SECRET = "graph.client-secret";
    private static final String SET = "the secret that is set already";

    private final Configuration configuration;
    private final InitQuestions questions;
    private final TenantTrial trial;
    private final Map<String, String> values = new LinkedHashMap<>();
    private SignIn signIn = SignIn.KEPT;

    Init(Configuration configuration, Prompt prompt, boolean forced) {
        this.configuration = configuration;
        this.questions = new InitQuestions(prompt, forced);
        this.trial = new TenantTrial(configuration);
    }

    /** What is to be written, by key; never a secret. */
    Map<String, String> values() {
        return values;
    }

    /** What is worth knowing at the end. */
    List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        if (signIn == SignIn.KEPT) {
            remarks.add("graph.client-secret was not touched: better than in the environment a secret is in a file "
                    + "that init is told");
        }
        values.keySet().stream().map(Configuration::variable).filter(System.getenv()::containsKey)
                .forEach(variable -> remarks.add("the environment variable " + variable
                + " goes over what was written: take it away"));
        return remarks;
    }

    void tenant(String tenant, String client) {
        questions.ask("Directory (tenant) id", configuration.get("graph.tenant-id"), tenant, value -> {
            InitQuestions.require(ConfigurationValues.isTenant(value),
                    found -> "it must be the directory (tenant) id as Entra shows it, 8-4-4-4-12"
                    + " hexadecimal digits, or a domain of the tenant - was '" + found + "'", value);
            values.put("graph.tenant-id", value);
            return "";
        });
        questions.ask("Application (client) id", configuration.get("graph.client-id"), client, value -> {
            InitQuestions.require(ConfigurationValues.isId(value),
                    found -> "it must be the application (client) id as Entra shows it, 8-4-4-4-12"
                    + " hexadecimal digits - was '" + found + "'", value);
            values.put("graph.client-id", value);
            return "";
        });
    }

    void credential(String given, String password) {
        String present = Stream.of(SignIn.MANAGED, "graph.federated-token-file", "graph.certificate",
                "graph.client-secret-file").map(configuration::get).filter(value -> !value.isEmpty()).findFirst()
                .orElse(configuration.get(SECRET).isEmpty() ? "" : SET);
        questions.ask("File of certificate, secret or token, or system-assigned", present, given, value -> {
            SignIn chosen = value.equals(SET) && present.equals(SET) ? SignIn.KEPT : SignIn.of(value, password);
            String said = questions.tried("signing in", () -> trial.login(with(chosen.tried())));
            signIn = chosen;
            values.putAll(chosen.written());
            return said;
        });
    }

    /** A secret that was pasted, into its file; from now on the configuration may name it. */
    void writeSecret() {
        signIn.writeSecret();
    }

    void mailboxes(String given) {
        boolean isSource = configuration.list("sync.sources").contains(CENTRAL);
        String present = isSource ? configuration.get(MAILBOXES) : NONE;
        questions.ask("Central mailboxes, comma-separated, or none", present, given, value -> {
            List<String> mailboxes = value.equals(NONE) ? List.of() : Names.list(value);
            InitQuestions.require(value.equals(NONE) || !mailboxes.isEmpty(),
                    found -> "name at least one, or say none", value);
            mailboxes.forEach(mailbox -> InitQuestions.require(ConfigurationValues.isMailbox(mailbox),
                    found -> "it must be the address or the object id of a mailbox - was '" + found + "'", mailbox));
            String said = mailboxes.isEmpty() ? "sync.sources goes on without " + CENTRAL
                    : questions.tried("reading", () -> trial.mailboxes(with(Map.of()), mailboxes));
            values.put(MAILBOXES, String.join(",", mailboxes));
            List<String> sources = new ArrayList<>(configuration.list("sync.sources"));
            sources.remove(mailboxes.isEmpty() ? CENTRAL : "");
            sources.addAll(!mailboxes.isEmpty() && !sources.contains(CENTRAL) ? List.of(CENTRAL) : List.of());
            values.put("sync.sources", String.join(",", sources));
            return said;
        });
    }

    void targets(String given) {
        String rule = configuration.get("targets.from");
        String present = rule.equals("group") ? configuration.get("targets.group") : rule.equals("file")
                ? configuration.get("targets.file") : "everyone";
        questions.ask("Who gets the contacts: everyone, a group, or a file", present, given, value -> {
            Map<String, String> keys = rule(value);
            String said = questions.tried("listing users", () -> trial.targets(with(keys)));
            values.putAll(keys);
            return said;
        });
    }

    private static Map<String, String> rule(String value) {
        if (value.equals("everyone") || value.equals("licensed-users")) {
            return Map.of("targets.from", "licensed-users", "targets.group", "");
        }
        boolean group = ConfigurationValues.isId(value);
        InitQuestions.require(group || Files.isRegularFile(Path.of(value)),
                found -> "it must be everyone, the object id of a group, or a file of object ids"
                + " or user principal names, one a line - was '" + found + "'", value);
        return group ? Map.of("targets.from", "group", "targets.group", value)
                : Map.of("targets.from", "file", "targets.file", value, "targets.group", "");
    }

    void region(String given) {
        String present = configuration.get(USERS_REGION).isEmpty() ? NONE : configuration.get(USERS_REGION);
        questions.ask("Country of numbers without country code (DE, none)", present, given, value -> {
            String region = value.equals(NONE) ? "" : value.toUpperCase(Locale.ROOT);
            String mistake = ConfigurationValues.regionMistake(value.equals(NONE) ? "" : value);
            InitQuestions.require(mistake.isEmpty(), found -> "it" + mistake, region);
            values.put(USERS_REGION, region);
            String central = configuration.get(CENTRAL_REGION);
            if (central.isEmpty() || central.equals(configuration.get(USERS_REGION))) {
                values.put(CENTRAL_REGION, region);
            }
            return "";
        });
    }

    /** What is tried: what was answered so far, and those. */
    private Map<String, String> with(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(values);
        all.putAll(signIn.tried());
        all.putAll(more);
        return all;
    }
}
