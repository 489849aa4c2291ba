package io.contactsync.cli.app;

import io.contactsync.cli.configuration.RouteFiles;
import io.contactsync.problem.NearMiss;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What somebody who writes a route got wrong, with the file and the line of it: Camel and jq know neither.
 *
 * @param failure as Camel threw it
 * @param files the routes
 */
record RouteMistake(Throwable failure, RouteFiles files) {

    private static final Pattern QUERY = Pattern.compile("(?s)Cannot compile query: (.*)");
    private static final Pattern PLACE = Pattern.compile("line (\\d+), column (\\d+)");
    private static final Pattern KAMELET =
            Pattern.compile("(?s)Resource not found: file:\\S*kamelets/(\\S+)\\.kamelet\\.yaml.*");
    private static final Pattern TOLD =
            Pattern.compile("the route contact-sync-source-([a-z0-9-]+) tells its Kamelet '([^']+)'.*");
    private static final Pattern MISSING =
            Pattern.compile("(?s).*Route template (\\S+) the following mandatory parameters must be provided: "
            + "(.*?)\\.?\\s*");
    private static final Pattern OPTION =
            Pattern.compile("(?s).*Failed to resolve endpoint: ([a-z0-9+-]+):.*Unknown parameters=\\[\\{([^=]+)=.*");
    private static final Pattern COMPONENT =
            Pattern.compile("(?s).*No endpoint could be found for: ([a-z0-9+-]+):.*");
    private static final Pattern BEAN = Pattern.compile("(?s)No bean could be found in the registry for: (\\S+).*");
    private static final Pattern CLASS = Pattern.compile("(?:[a-z][\\w]*\\.)+[A-Z][\\w$]*");
    private static final Pattern BARE_PLACEHOLDER = Pattern.compile("\\s*(?:- )?[\\w.-]+: +\\{\\{.*");
    private static final int SHOWN = 80;

    /** In one sentence; nothing if it is none of those. */
    Optional<String> sentence() {
        return jq().or(this::kamelet).or(this::unknown).or(this::missing).or(this::option).or(this::component)
                .or(this::bean).or(this::beanClass).or(this::placeholder);
    }

    /** The first message in the chain of causes that has that form. */
    private Optional<Matcher> said(Pattern form) {
        for (Throwable cause = failure; cause != null && cause != cause.getCause(); cause = cause.getCause()) {
            Matcher matcher = form.matcher(String.valueOf(cause.getMessage()));
            if (matcher.matches()) {
                return Optional.of(matcher);
            }
        }
        return Optional.empty();
    }

    private Optional<String> jq() {
        return said(QUERY).flatMap(query -> files.place(query.group(1).lines().map(String::strip).toList()))
                .map(begin -> {
            int within = within();
            RouteFiles.Place place = new RouteFiles.Place(begin.file(), begin.line() + Math.max(0, within - 1));
            String text = place.text().strip();
            return place.told() + ": the mapping cannot be read as jq"
                    + (within > 0 ? " from here on, often for a comma, a bracket or a quote that is missing before it"
                    : "") + " - was '" + (text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...") + "'";
        });
    }

    /** The line of the query where its parser stopped; 0 if it does not say. */
    private int within() {
        int line = 0;
        for (Throwable cause = failure; cause != null && cause != cause.getCause(); cause = cause.getCause()) {
            Matcher place = PLACE.matcher(String.valueOf(cause.getMessage()));
            line = place.find() ? Integer.parseInt(place.group(1)) : line;
        }
        return line;
    }

    private Optional<String> kamelet() {
        return said(KAMELET).flatMap(found -> {
            String name = found.group(1);
            return files.place(Pattern.compile(".*\\bkamelet:" + Pattern.quote(name) + "\\b.*"))
                    .map(place -> place.told() + ": there is no Kamelet '" + name
                    + "' in routes/kamelets" + NearMiss.question(name, kamelets()) + " - there are "
                    + String.join(", ", kamelets()));
        });
    }

    private List<String> kamelets() {
        return files.kamelets();
    }

    private Optional<String> unknown() {
        return said(TOLD).flatMap(found -> files.file(found.group(1))
                .flatMap(file -> files.place(file, Pattern.compile("\\s*" + Pattern.quote(found.group(2)) + ":.*")))
                .map(place -> place.told() + ": " + found.group()));
    }

    private Optional<String> missing() {
        return said(MISSING).map(found -> {
            String parameter = found.group(2).strip();
            return files.without(found.group(1), parameter).map(file -> file + ": ").orElse("") + "the Kamelet "
                    + found.group(1)
                    + " needs the parameter " + parameter + " - add it under 'parameters:' of the route";
        });
    }

    private Optional<String> option() {
        return said(OPTION).flatMap(found -> at("\\s*" + Pattern.quote(found.group(2)) + ":.*", "the component "
                + found.group(1) + " has no option '" + found.group(2) + "'"));
    }

    private Optional<String> component() {
        return said(COMPONENT).flatMap(found -> at(".*\\b" + Pattern.quote(found.group(1)) + ":\\S.*",
                "there is no Camel component '" + found.group(1) + "' in lib: put camel-" + found.group(1)
                + " there with what it brings, or correct the name"));
    }

    private Optional<String> bean() {
        return said(BEAN).flatMap(found -> at(".*#(bean:)?" + Pattern.quote(found.group(1)) + "\\b.*",
                "no file of routes makes the bean '" + found.group(1) + "'"));
    }

    /** A class that is named as the type of a bean. */
    private Optional<String> beanClass() {
        return said(CLASS).flatMap(found -> at(" *(?:- )?type: *[\"']?" + Pattern.quote(found.group()) + "\\b.*",
                "there is no class " + found.group() + " in lib: put its jar there, or correct the name"));
    }

    /** The sentence behind the place of the first line of that form. */
    private Optional<String> at(String form, String sentence) {
        return files.place(Pattern.compile(form)).map(place -> place.told() + ": " + sentence);
    }

    private Optional<String> placeholder() {
        return said(Pattern.compile("(?s).*Non scalar key.*")).flatMap(found -> files.place(BARE_PLACEHOLDER))
                .map(place -> place.told()
                + ": a placeholder stands in quotes, \"{{...}}\" - was '" + place.text().strip() + "'");
    }
}
