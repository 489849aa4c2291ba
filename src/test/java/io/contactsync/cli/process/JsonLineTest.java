package io.contactsync.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.contactsync.cli.explain.ExplainJson;
import io.contactsync.cli.sync.SummaryJson;
import io.contactsync.core.Cause;
import io.contactsync.core.MailboxResult;
import io.contactsync.run.ReportFixture;
import io.contactsync.run.explain.Explanation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What --json prints arrives as it is, on a terminal that knows ASCII only, too. */
class JsonLineTest {

    private static final String NAME = "J\u00f6rg \u200f\u05d0\u2028 \ud83d\ude00 \u007f \u001b[2J";

    private static byte[] printed(String line) {
        ByteArrayOutputStream terminal = new ByteArrayOutputStream();
        new PrintableStream(new PrintStream(terminal, true, StandardCharsets.US_ASCII)).println(line);
        return terminal.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {NAME, "plain", "two  spaces", "\"quotes\" and \\u0041"})
    void aValueArrivesAsItIs(String value) throws Exception {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put(value, value);
        assertThat(new ObjectMapper().readTree(printed(JsonLine.of(json)))).isEqualTo(json);
        assertThat(JsonLine.of(json)).matches("[ -~]*");
    }

    @Test
    void soDoNamesInWhatCommandsPrint() throws Exception {
        Cause cause = new Cause(MailboxResult.Status.FAILED, NAME, 1, List.of("a"));
        assertThat(new ObjectMapper()
                .readTree(printed(SummaryJson.line(new ReportFixture().causes(List.of(cause)).report())))
                .at("/causes/0/cause").asText()).isEqualTo(NAME);
        assertThat(new ObjectMapper()
                .readTree(printed(
                        ExplainJson.line(new Explanation("there", NAME, List.of(), List.of(), List.of(), List.of()))))
                .path("sentence").asText()).isEqualTo(NAME);
    }

    @Test
    void aFileIsUtf8OnEveryTerminal() {
        ByteArrayOutputStream terminal = new ByteArrayOutputStream();
        Shown.file("J\u00f6rg\r\n", new PrintableStream(new PrintStream(terminal, true, StandardCharsets.US_ASCII)));
        assertThat(terminal.toString(StandardCharsets.UTF_8)).isEqualTo("J\u00f6rg\r\n");
    }
}
