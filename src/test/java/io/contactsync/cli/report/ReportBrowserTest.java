package io.contactsync.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.contactsync.browser.Chromium;
import io.contactsync.run.RunReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page of a run as a browser shows it, from a file, with nothing else at hand. */
class ReportBrowserTest {

    private static final String ROWS =
            "return document.querySelectorAll('table[data-tools=mailbox-tools] tbody tr').length";
    private static final String FIRST =
            "return document.querySelector('table[data-tools=mailbox-tools] tbody tr').cells[arguments[0]].textContent";
    private static final String TOLD = "return document.querySelector('#mailbox-tools output').textContent";

    @TempDir
    static Path folder;
    private static Chromium browser;
    private static String run;
    private static String plan;

    @BeforeAll
    static void start() throws IOException {
        browser = Chromium.start(folder.resolve("profile"));
        run = written(ReportSamples.run(5_000));
        plan = written(ReportSamples.plan(40));
    }

    @AfterAll
    static void end() {
        if (browser != null) {
            browser.close();
        }
    }

    @AfterEach
    void asItWas() {
        browser.scripts(true);
        browser.size(1200, 1000);
        browser.scheme("light");
    }

    private static String written(RunReport report) throws IOException {
        Path file = folder.resolve(report.kind() + report.mailboxes().size() + ".html");
        Files.writeString(file, ReportHtml.of(report, ReportSamples.past(), ZoneId.of("UTC")));
        return file.toUri().toString();
    }

    private static void opened(String address) {
        browser.open(address);
        assertThat(browser.run("return document.title").asText()).matches("(Run|Plan) 20261125-180455-000-abcd");
    }

    @Test
    void nothingInItRunsAndNothingIsAskedOfAnyNetwork() {
        for (String address : List.of(run, plan)) {
            opened(address);
            assertThat(browser.complaints()).isEmpty();
            assertThat(browser.requests()).contains(address)
                    .allMatch(asked -> asked.equals(address) || asked.equals("data:,"));
            assertThat(browser.run(
                    "return document.querySelectorAll('img, iframe, object, embed, [onerror], [onmouseover]').length")
                    .asInt()).isZero();
            assertThat(browser.run("return document.scripts.length").asInt()).isEqualTo(1);
        }
    }

    @Test
    void aForeignScriptWouldBeRefused() {
        opened(plan);
        browser.run(
                "const foreign = document.createElement('script'); foreign.textContent = \"document.title='owned'\"; "
                        + "document.body.append(foreign);");
        assertThat(browser.run("return document.title").asText()).isNotEqualTo("owned");
        assertThat(browser.complaints()).anyMatch(complaint -> complaint.contains("Content Security Policy"));
    }

    @Test
    void namesStandThereAsTheyAre() {
        opened(run);
        String people =
                browser.run("return document.querySelector('table[data-tools=people-tools]').textContent").asText();
        assertThat(people).contains(ReportSamples.HOSTILE.get(0), ReportSamples.HOSTILE.get(1),
                ReportSamples.HOSTILE.get(2), "line separator", "gnp.exe",
                "${7*7} {{7*7}} <%= 7*7 %>", "محمد عبد الله").doesNotContain("\u202E", "\u2028");
    }

    @Test
    void fiveThousandMailboxesAreFilteredByWordAndByState() {
        opened(run);
        assertThat(browser.run(ROWS).asInt()).isEqualTo(50);
        assertThat(browser.run(TOLD).asText()).isEqualTo("1–50 of 5,000");
        browser.click("#mailbox-tools [data-kind=held]");
        assertThat(browser.run(TOLD).asText()).isEqualTo("1–10 of 10");
        assertThat(browser.run(FIRST, 1).asText()).isEqualTo("held");
        browser.click("#mailbox-tools [data-kind='']");
        browser.type("#mailbox-tools input", "anna4711@");
        assertThat(browser.run(TOLD).asText()).isEqualTo("1–1 of 1");
        assertThat(browser.run(FIRST, 0).asText()).startsWith("anna4711@contoso.com");
    }

    @Test
    void tablesAreSortedByNumberAndByWordAndTurned() {
        opened(run);
        String seconds = "table[data-tools=mailbox-tools] th:last-child button";
        browser.click(seconds);
        assertThat(browser.run(FIRST, 8).asText()).isEqualTo("0.3");
        browser.click(seconds);
        assertThat(browser.run(FIRST, 8).asText()).isEqualTo("9.3");
        assertThat(
                browser.run("return document.querySelector('table[data-tools=mailbox-tools] th:last-child').ariaSort")
                        .asText())
                .isEqualTo("descending");
        browser.click("table[data-tools=mailbox-tools] th:first-child button");
        assertThat(browser.run(FIRST, 0).asText()).startsWith("anna0@contoso.com");
        browser.click("#mailbox-tools [data-step=on]");
        assertThat(browser.run(FIRST, 0).asText()).startsWith("anna50@contoso.com");
    }

    @Test
    void everyPictureStandsWithinItsBox() {
        opened(run);
        JsonNode plots = browser.run("""
                return [...document.querySelectorAll('figure svg[role=img]')].map(svg => {
                  const box = svg.getBoundingClientRect();
                  const inside = [...svg.querySelectorAll('rect, path, text, line')].filter(mark => {
                    const at = mark.getBoundingClientRect();
                    return at.left >= box.left - 1 && at.right <= box.right + 1 && at.top >= box.top - 1 && at.bottom \
                <= box.bottom + 1;
                  }).length;
                  return {name: svg.getAttribute('aria-label'), wide: box.width, high: box.height, inside, all: \
                svg.querySelectorAll('rect, path, text, line').length};
                })""");
        assertThat(plots).hasSize(4).allSatisfy(plot -> {
            assertThat(plot.path("wide").asDouble()).isGreaterThan(300);
            assertThat(plot.path("high").asDouble()).isGreaterThan(100);
            assertThat(plot.path("all").asInt()).isGreaterThan(8);
            assertThat(plot.path("inside").asInt()).as(plot.path("name").asText()).isEqualTo(plot.path("all").asInt());
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void textIsLegibleInBothSchemes(String scheme) {
        browser.scheme(scheme);
        opened(plan);
        JsonNode faint = browser.run("""
                const light = colour => {
                  const [r, g, b] = colour.match(/[\\d.]+/g).map(Number).map(c => c / 255).map(c => c <= 0.04045 ? c \
                / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
                  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
                };
                const behind = element => {
                  for (let at = element; at; at = at.parentElement) {
                    const colour = getComputedStyle(at).backgroundColor;
                    if (!colour.startsWith('rgba(')) return colour;
                  }
                  return 'rgb(255, 255, 255)';
                };
                return [...document.querySelectorAll('p, span, dt, dd, td, th, caption, figcaption, a, li, code, \
                button, strong')].filter(element => {
                  const [one, other] = [light(getComputedStyle(element).color), light(behind(element))].sort((a, b) \
                => b - a);
                  return element.getBoundingClientRect().width > 0 && !element.disabled && (one + 0.05) / (other + \
                0.05) < 4.5;
                }).map(element => element.outerHTML.slice(0, 80))""");
        assertThat(faint).isEmpty();
        int back =
                browser.run("return Number(getComputedStyle(document.body).backgroundColor.match(/\\d+/)[0])").asInt();
        assertThat(back).isBetween(scheme.equals("light") ? 240 : 0, scheme.equals("light") ? 255 : 40);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 1200})
    void nothingIsWiderThanTheWindow(int width) {
        browser.size(width, 900);
        opened(run);
        assertThat(browser.run("return document.documentElement.scrollWidth").asInt()).isLessThanOrEqualTo(width);
    }

    @Test
    void allFactsStandThereWithoutScripts() {
        browser.scripts(false);
        browser.open(run);
        browser.scripts(true);
        assertThat(browser.run(ROWS).asInt()).isEqualTo(5_000);
        assertThat(browser.run("return document.querySelector('#mailbox-tools').hidden").asBoolean()).isTrue();
    }

    @Test
    void keysReachTablesAndButtons() {
        opened(run);
        JsonNode names = browser.run("""
                const reached = [...document.querySelectorAll('a[href], button, input, [tabindex="0"], \
                summary')].filter(each => each.getClientRects().length);
                return reached.map(each => each.getAttribute('aria-label') || each.textContent.trim())""");
        assertThat(names).hasSizeGreaterThan(20).allSatisfy(name -> assertThat(name.asText()).isNotEmpty());
        assertThat(browser.run("return [...document.querySelectorAll('table')].filter(table => !table.caption).length")
                .asInt()).isZero();
        assertThat(
                browser.run("return document.documentElement.lang + document.querySelectorAll('h1').length").asText())
                .isEqualTo("en1");
    }

    @Test
    void everyRowIsPrinted() throws IOException {
        opened(written(ReportSamples.run(300)));
        browser.run("window.printed = 0; addEventListener('beforeprint', () => { "
                + ROWS.replace("return", "window.printed =") + "; })");
        assertThat(new String(browser.print(), 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        assertThat(browser.run("return window.printed").asInt()).isEqualTo(300);
        assertThat(browser.run(ROWS).asInt()).isEqualTo(50);
    }

    @Test
    void whatIsPrintedIsWhatWasFiltered() {
        opened(run);
        browser.click("#mailbox-tools [data-kind=done]");
        browser.run("dispatchEvent(new Event('beforeprint'))");
        assertThat(browser.run(ROWS).asInt()).isEqualTo(4_970);
        browser.run("dispatchEvent(new Event('afterprint'))");
        assertThat(browser.run(ROWS).asInt()).isEqualTo(50);
    }

    @Test
    void aPlanSaysWillForDid() {
        opened(plan);
        String text = browser.run("return document.body.innerText").asText();
        assertThat(text).contains("will be written", "Nothing has been written.", "to create", "+ joins", "− leaves")
                .doesNotContain("+ joined", "were written");
    }
}
