package io.contactsync.cli.app;

import io.contactsync.cli.configuration.Configuration;
import io.contactsync.cli.configuration.Secrets;
import io.contactsync.problem.Sentences;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why the routes could not be started, in one sentence of ours with Camel's own behind it.
 *
 * @param failure as Camel threw it
 * @param configuration in it the key is found by what Camel complains of
 */
record StartFailure(Throwable failure, Configuration configuration) {

    /** What Camel says, and what it means here; %1$s is what it complains of. */
    private record Meaning(Pattern said, String sentence) { }

    private static final List<Meaning> MEANINGS = List.of(
            meaning("Error binding property \\((\\S+?)=.*MainConfigurationProperties.*",
                    "camel.main.%1$s is not an option of Camel"),
            meaning("Property with key \\[(.+?)] not found.*",
                    "the placeholder {{%1$s}} names a key that is not in config/application.properties"),
            meaning("Missing (?:}}|\\{\\{) from the text: (.*)", "a placeholder is not complete - was '%1$s'"),
            meaning(".*Duplicate route ids detected: (\\S+?)\\. .*",
                    "two files in routes hold a route with the id '%1$s': rename one, or remove an old copy"),
            meaning("No bean could be found in the registry for: (\\S+).*",
                    "a route uses the bean '%1$s', which no file of routes makes"),
            meaning("Resource not found: file:routes/kamelets/(\\S+)\\.kamelet\\.yaml.*",
                    "a route begins with kamelet:%1$s, but routes/kamelets has no such file"),
            meaning("No endpoint could be found for: (\\S+?), please.*",
                    "'%1$s' is not an address that a Camel component of this program knows"),
            meaning("No language could be found for: (\\S+).*",
                    "a route uses the language '%1$s', which is not in lib: put camel-%1$s there"),
            meaning("Cannot compile query: (.*)",
                    "a mapping in routes/sources is not jq that can be read - was '%1$s'"),
            meaning("(.* in file:(\\S+?), line (\\d+), column.*)",
                    "%2$s, line %3$s: not a route in YAML that Camel understands (%1$s)"));

    private static Meaning meaning(String said, String sentence) {
        return new Meaning(Pattern.compile(said), sentence);
    }

    String sentence() {
        return new RouteMistake(failure, configuration.routes()).sentence().orElseGet(this::meaning);
    }

    private String meaning() {
        String said = Sentences.of(failure);
        for (Meaning meaning : MEANINGS) {
            Matcher matcher = meaning.said.matcher(said);
            if (matcher.matches()) {
                Object[] found = new Object[matcher.groupCount()];
                for (int group = 0; group < found.length; group++) {
                    found[group] = matcher.group(group + 1);
                }
                return key(matcher.group(1)) + String.format(Locale.ROOT, meaning.sentence, found);
            }
        }
        return said;
    }

    /** The key that holds it, if it came out of the configuration. */
    private String key(String found) {
        String text = found.replace("://", ":");
        return configuration.keys().stream()
                .filter(key -> !Secrets.isSecret(key) && text.length() > 1 && configuration.get(key).contains(text))
                .findFirst().map(key -> key + ": ").orElse("");
    }
}
