package io.contactsync.house;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The rules of config/application.properties; each method names the violations, none if all is well. */
final class ConfigurationRules {

    private static final Pattern PLACEHOLDER =
            Pattern.compile("\\{\\{[?!]*((?:(?:bean|env|sys):)?[A-Za-z][A-Za-z0-9-]*(?:[.][A-Za-z0-9-]+)+)(:[^}]*)?}}");
    private static final Pattern LINE = Pattern.compile("([a-z][a-z0-9.-]+) =( .*)?");
    /** Read by the command line, not by a route. */
    private static final Set<String> JAVA = Set.of("management.host", "management.port", "management.public-hosts",
            "workers.broker", "workers.user", "workers.password-file", "workers.queue");
    private static final Predicate<String> ELSEWHERE =
            Pattern.compile("(bean|env|sys):.*|contact-sync\\.(alone|fingerprint|schedule\\.enabled)")
                    .asMatchPredicate();
    private static final String PREFIX = "contact-sync.";

    private ConfigurationRules() {
    }

    /** A comment line, a section, an empty line or a key; each key once, with a comment above it. */
    static List<String> form(List<String> lines) {
        List<String> wrong = new ArrayList<>();
        Set<String> seen = new TreeSet<>();
        for (int number = 0; number < lines.size(); number++) {
            String line = lines.get(number);
            Matcher key = LINE.matcher(line);
            if (key.matches()) {
                if (number == 0 || !lines.get(number - 1).startsWith("# ")
                        || lines.get(number - 1).startsWith("# ---")) {
                    wrong.add("the key '" + key.group(1) + "' has no comment line above it");
                }
                if (!seen.add(key.group(1))) {
                    wrong.add("the key '" + key.group(1) + "' is there twice");
                }
            } else if (!line.isEmpty() && !line.startsWith("# ")) {
                wrong.add("line " + (number + 1) + " is neither 'key = value' nor a comment");
            }
        }
        return wrong;
    }

    static Set<String> keys(List<String> lines) {
        Set<String> keys = new TreeSet<>();
        lines.stream().map(LINE::matcher).filter(Matcher::matches).forEach(key -> keys.add(key.group(1)));
        return keys;
    }

    /** Every placeholder with a dot is a key. */
    static List<String> undefined(RouteFile file, Set<String> keys) {
        Set<String> known = keys.stream().map(PREFIX::concat).collect(Collectors.toSet());
        return placeholders(file, false).stream().filter(key -> !known.contains(key) && !ELSEWHERE.test(key))
                .map(key -> file.name() + ": {{" + key
                        + "}} is not contact-sync. and a key of config/application.properties").toList();
    }

    /** Every key is used by a route or by Java. */
    static List<String> unused(List<RouteFile> files, Set<String> keys) {
        Set<String> used = new TreeSet<>();
        files.forEach(file -> used.addAll(placeholders(file, true)));
        return keys.stream().filter(key -> !used.contains(PREFIX + key) && !JAVA.contains(key))
                .map(key -> "nothing uses the key '" + key + "'").toList();
    }

    private static Set<String> placeholders(RouteFile file, boolean withDefault) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = PLACEHOLDER.matcher(file.text());
        while (matcher.find()) {
            if (withDefault || matcher.group(2) == null) {
                found.add(matcher.group(1));
            }
        }
        return found;
    }
}
