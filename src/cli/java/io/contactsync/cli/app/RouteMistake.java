package io.contactsync.cli.app;

import io.contactsync.cli.configuration.RouteFiles;
import io.contactsync.problem.NearMiss;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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
    private static final Pattern TOLD = Pattern.compile("the route source-([a-z0-9-]+) tells its Kamelet '([^']+)'.*");
    private static final Pattern MISSING =
            Pattern.compile("(?s).*Route template (\\S+) the following mandatory parameters must be provided: "
            + "(.*?)\\.?\\s*");
    private static final Pattern BARE_PLACEHOLDER = Pattern.compile("\\s*(?:- )?[\\w.-]+: +\\{\\{.*");
    private static final int SHOWN = 80;

    /** In one sentence; nothing if it is none of those. */
    Optional<String> sentence() {
        return jq().or(this::kamelet).or(this::unknown).or(this::missing).or(this::placeholder);
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
        List<String> names = new ArrayList<>();
        try (Stream<Path> all = Files.list(files.folder().resolve("kamelets"))) {
            all.map(file -> file.getFileName().toString().replaceFirst("\\.kamelet\\.yaml$", "")).sorted()
                    .forEach(names::add);
        } catch (java.io.IOException unreadable) {
            names.clear();
        }
        return names;
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

    private Optional<String> placeholder() {
        return said(Pattern.compile("(?s).*Non scalar key.*")).flatMap(found -> files.place(BARE_PLACEHOLDER))
                .map(place -> place.told()
                + ": a placeholder stands in quotes, \"{{...}}\" - was '" + place.text().strip() + "'");
    }
}
