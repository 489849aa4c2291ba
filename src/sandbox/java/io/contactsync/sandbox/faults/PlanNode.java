package io.contactsync.sandbox.faults;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Keys and values of one mapping of a plan, read by type. What cannot be read, and keys that nobody asked for, are told
 * with their line.
 */
final class PlanNode {
    private static final Pattern TIME = Pattern.compile("(\\d{1,9})\\s*(ms|s|min|h)?");
    private static final Pattern SHARE = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,6})?)\\s*%");
    private final String file;
    private final Node node;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Node> keys = new LinkedHashMap<>();
    private final Set<String> asked = new TreeSet<>();

    private PlanNode(String file, Node node) {
        this.file = file;
        this.node = node;
    }

    static PlanNode of(String file, Node node) {
        PlanNode mapping = new PlanNode(file, node);
        if (!(node instanceof MappingNode map)) {
            throw mapping.wrong(node, "keys with values are expected here - was " + shown(node));
        }
        for (NodeTuple each : map.getValue()) {
            String key = shown(each.getKeyNode());
            if (mapping.values.put(key, each.getValueNode()) != null) {
                throw mapping.wrong(each.getKeyNode(), "the key " + key + " is there twice");
            }
            mapping.keys.put(key, each.getKeyNode());
        }
        return mapping;
    }

    String text(String key, String otherwise) {
        Node value = value(key);
        if (value == null) {
            return otherwise;
        }
        if (!(value instanceof ScalarNode scalar)) {
            throw wrong(value, key + " must be a text - was " + shown(value));
        }
        return scalar.getValue();
    }

    String required(String key, String allowed) {
        String text = text(key, null);
        if (text == null) {
            throw wrong(node, "the key " + key + " is missing - allowed are " + allowed);
        }
        return text;
    }

    String choice(String key, String otherwise, String... allowed) {
        String text = text(key, otherwise);
        if (text != null && !Arrays.asList(allowed).contains(text)) {
            throw wrong(value(key), key + " must be one of " + String.join(", ", allowed) + " - was '" + text + "'");
        }
        return text;
    }

    /** A text that may stand in a header. */
    String line(String key, String otherwise) {
        String text = text(key, otherwise);
        if (text != null && text.chars().anyMatch(Character::isISOControl)) {
            throw wrong(key, key + " must be one line of text");
        }
        return text;
    }

    int number(String key, int otherwise, int least) {
        return number(key, otherwise, least, Integer.MAX_VALUE);
    }

    int number(String key, int otherwise, int least, int most) {
        String text = text(key, Integer.toString(otherwise));
        if (!text.matches("-?\\d{1,10}") || Long.parseLong(text) < least || Long.parseLong(text) > most) {
            String range = most == Integer.MAX_VALUE ? " or more" : " to " + most;
            throw wrong(value(key), key + " must be a whole number of " + least + range + " - was '" + text + "'");
        }
        return Integer.parseInt(text);
    }

    /** The status of an answer. */
    int status(int otherwise, int least) {
        int status = number("status", otherwise, 0);
        if (status < least || status > 599) {
            throw wrong("status", "status must be " + least + " to 599 - was " + status);
        }
        return status;
    }

    long whole(String key, long otherwise) {
        String text = text(key, Long.toString(otherwise));
        if (!text.matches("-?\\d{1,18}")) {
            throw wrong(value(key), key + " must be a whole number - was '" + text + "'");
        }
        return Long.parseLong(text);
    }

    /** A percentage as a number from 0 to 1. */
    double share(String key, double otherwise) {
        String text = text(key, null);
        if (text == null) {
            return otherwise;
        }
        Matcher found = SHARE.matcher(text.trim());
        if (!found.matches() || Double.parseDouble(found.group(1)) > 100) {
            throw wrong(value(key), key + " must be a percentage such as 30 % or 0.5 % - was '" + text + "'");
        }
        return Double.parseDouble(found.group(1)) / 100;
    }

    /** A number of seconds, or one with a unit. */
    Duration time(String key, Duration otherwise) {
        String text = text(key, null);
        return text == null ? otherwise : time(key, text);
    }

    Duration time(String key, String text) {
        Matcher found = TIME.matcher(text.trim());
        if (!found.matches()) {
            throw wrong(value(key), key + " must be a time such as 500 ms, 5 s, 10 min or 1 h - was '" + text + "'");
        }
        long amount = Long.parseLong(found.group(1));
        return switch (found.group(2) == null ? "s" : found.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "min" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofSeconds(amount);
        };
    }

    List<PlanNode> nodes(String key) {
        Node value = value(key);
        if (!(value instanceof SequenceNode list)) {
            throw wrong(value == null ? node : value,
                    key + " must be a list of faults, each beginning with '- fault:'");
        }
        return list.getValue().stream().map(each -> of(file, each)).toList();
    }

    /** Nothing more is asked for: what is left is a mistake. */
    void end() {
        values.keySet().stream().filter(key -> !asked.contains(key)).findFirst().ifPresent(key -> {
            throw wrong(keys.get(key), "there is no key '" + key + "' here - allowed are " + String.join(", ", asked));
        });
    }

    /** The sentence about the value of a key. */
    IllegalArgumentException wrong(String key, String sentence) {
        return wrong(value(key), sentence);
    }

    private IllegalArgumentException wrong(Node at, String sentence) {
        Node place = at == null ? node : at;
        return new IllegalArgumentException(
                file + ", line " + (place.getStartMark().map(Mark::getLine).orElse(0) + 1) + ": " + sentence);
    }

    private Node value(String key) {
        asked.add(key);
        return values.get(key);
    }

    private static String shown(Node value) {
        return value instanceof ScalarNode scalar ? scalar.getValue()
                : value instanceof SequenceNode ? "a list" : "a mapping";
    }
}
