package io.contactsync.run.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts by what they have in common, with the first few by name. */
final class Groups {

    private static final int FIRST = 3;

    private final Map<String, List<String>> members = new LinkedHashMap<>();

    void add(String common, String name) {
        members.computeIfAbsent(common, none -> new ArrayList<>()).add(name);
    }

    void addMany(String common, int count) {
        for (int one = 0; one < count; one++) {
            add(common, "");
        }
    }

    int count(String common) {
        return members.getOrDefault(common, List.of()).size();
    }

    /** The largest first, but what is given before all others. */
    List<Explanation.Group> list(String before) {
        return members.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, List<String>> entry) -> !entry.getKey().equals(before))
                        .thenComparing(entry -> -entry.getValue().size()))
                .map(entry -> new Explanation.Group(entry.getValue().size(), entry.getKey(),
                        entry.getValue().stream().filter(name -> !name.isEmpty()).sorted().limit(FIRST).toList()))
                .toList();
    }
}
