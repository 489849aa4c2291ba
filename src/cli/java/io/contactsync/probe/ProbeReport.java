package io.contactsync.probe;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a probe found. It holds what the probe made up, statuses, codes and times; nothing of anybody's mailbox. */
public final class ProbeReport {

    private final String run;
    private final List<Answered> findings;
    private final List<Remains> remains;
    private final String broken;

    ProbeReport(String run, List<Answered> findings, List<Remains> remains, String broken) {
        this.run = run;
        this.findings = findings;
        this.remains = remains;
        this.broken = broken;
    }

    /** Whether everything was asked and everything was removed. */
    public boolean complete() {
        return broken.isEmpty() && remains.isEmpty();
    }

    /** Why it ended early; empty if it did not. */
    public String broken() {
        return broken;
    }

    /** What could not be removed, one sentence each. */
    public List<String> remains() {
        return remains.stream().map(Remains::sentence).toList();
    }

    /** The verdicts by question, those left open aside. */
    public Map<String, String> verdicts() {
        Map<String, String> verdicts = new LinkedHashMap<>();
        findings.stream().filter(finding -> !finding.answer().verdict().isEmpty())
                .forEach(finding -> verdicts.put(finding.key(), finding.answer().verdict()));
        return verdicts;
    }

    /**
     * The report for people.
     *
     * @param date     of the run
     * @param readings options that let the sandbox answer alike
     */
    public String markdown(String date, List<String> readings) {
        StringBuilder out = new StringBuilder("# contact-sync probe " + run + "\n\n" + date + "\n\n");
        out.append(broken.isEmpty() ? "" : "**Not everything was asked: " + broken + "**\n\n");
        out.append(remains.isEmpty()
                ? "Everything the probe made was removed; Deleted Items may still hold some of it, named "
                        + "'contact-sync probe'.\n"
                : "**Could not be removed:**\n\n"
                + remains().stream().map(each -> "- " + each + "\n").collect(Collectors.joining()));
        out.append("\n| Question | Verdict | Seen | How sure | What to set |\n| --- | --- | --- | --- | --- |\n");
        findings.forEach(finding -> out.append(row(finding)));
        if (!readings.isEmpty()) {
            out.append("\nTo rehearse against a sandbox that answers alike:\n\n```\ncontact-sync sandbox")
                    .append(readings.stream().map(reading -> " \\\n  --reading " + reading)
                            .collect(Collectors.joining()))
                    .append("\n```\n");
        }
        return out.toString();
    }

    private static String row(Answered finding) {
        Observation answer = finding.answer();
        return List
                .of(finding.question() + " `" + finding.key() + "`", answer.verdict(), answer.seen(),
                        answer.sureness().word(), answer.setting())
                .stream()
                .map(cell -> cell.replace("|", "\\|")).collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    /** The report for programs. */
    public ObjectNode json(String date) {
        ObjectNode json =
                JsonNodeFactory.instance.objectNode().put("probe", run).put("date", date).put("brokenOff", broken);
        ArrayNode rows = json.putArray("findings");
        findings.forEach(finding -> rows.addObject().put("key", finding.key()).put("question", finding.question())
                .put("verdict", finding.answer().verdict())
                .put("seen", finding.answer().seen()).put("sureness", finding.answer().sureness().word())
                .put("setting", finding.answer().setting()));
        ArrayNode left = json.putArray("remains");
        remains.forEach(each -> left.addObject().put("what", each.what()).put("id", each.id()).put("why", each.why()));
        return json;
    }
}
