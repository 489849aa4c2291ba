package io.contactsync.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Plans under which bodies and headers are not what they should be. */
class BodyFaultsTest {
    private FaultBench bench;

    @AfterEach
    void close() {
        bench.close();
    }

    private SandboxClient.Answer get(String rule) {
        bench = FaultBench.with(rule);
        return bench.client.get(bench.contacts);
    }

    @Test
    void aBodyEndsInTheMiddle() {
        bench = FaultBench.with("fault: truncated");
        assertThatThrownBy(() -> bench.client.get(bench.contacts)).isInstanceOf(UncheckedIOException.class);
        assertThatThrownBy(() -> bench.create("Ann")).isInstanceOf(UncheckedIOException.class);
        assertThat(bench.more()).isEqualTo(1);
    }

    @Test
    void aPortalAnswersInHtml() {
        SandboxClient.Answer answer = get("fault: html, status: 200");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("text/html");
        assertThat(answer.text()).startsWith("<!DOCTYPE html>");
    }

    @Test
    void theContentTypeIsWrong() {
        SandboxClient.Answer answer = get("fault: content-type, type: image/gif");
        assertThat(answer.header("Content-Type")).isEqualTo("image/gif");
        assertThat(answer.json().get("value").isArray()).isTrue();
    }

    @Test
    void jsonIsInvalid() {
        String text = get("fault: invalid-json").text();
        assertThat(text).startsWith("{");
        assertThatThrownBy(() -> new ObjectMapper().readTree(text)).isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void successHasNoBody() {
        SandboxClient.Answer answer = get("fault: empty-body");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEmpty();
    }

    @Test
    void aBodyNeverEndsAndOthersAreServedMeanwhile() throws IOException {
        bench = FaultBench.with("fault: endless-body, times: 1");
        try (Socket socket = bench.open(bench.contacts)) {
            InputStream in = socket.getInputStream();
            assertThat(in.skip(50_000_000)).isEqualTo(50_000_000);
            assertThat(bench.create("Ann").status()).isEqualTo(201);
            assertThat(in.read()).isNotEqualTo(-1);
        }
        assertThat(bench.create("Bob").status()).isEqualTo(201);
    }

    @Test
    void aFewHundredKilobytesInflateToTwoHundredMegabytes() throws Exception {
        bench = FaultBench.with("fault: gzip-bomb, megabytes: 200");
        HttpRequest request = HttpRequest.newBuilder(URI.create(bench.sandbox.address().graph() + bench.contacts))
            .header("Authorization", "Bearer " + bench.client.token()).build();
        HttpResponse<byte[]> response =
                HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
        assertThat(response.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(response.body().length).isBetween(100_000, 300_000);
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(response.body()))) {
            assertThat(in.transferTo(OutputStream.nullOutputStream())).isGreaterThan(200L * 1024 * 1024);
        }
    }

    @Test
    void headersCanBeAHundredThousand() throws IOException {
        bench = FaultBench.with("fault: many-headers");
        try (Socket socket = bench.open(bench.contacts)) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            assertThat(in.lines().takeWhile(line -> !line.isEmpty()).filter(line -> line.startsWith("x-ms-more-")))
                    .hasSize(100_000);
        }
    }

    @Test
    void jsonIsNestedDeeply() {
        assertThat(get("fault: deep-json, depth: 90000").text()).startsWith("{\"value\":[[[").hasSize(180_010);
    }
}
